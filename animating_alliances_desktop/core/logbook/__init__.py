"""A chosen span of the journal as a book."""
