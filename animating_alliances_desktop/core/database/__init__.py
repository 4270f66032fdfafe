"""The database: its schema, its connection, one way to read and one to write."""
