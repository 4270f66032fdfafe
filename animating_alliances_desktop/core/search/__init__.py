"""Search: what was typed is understood by Whoosh, what is found stands in SQLite's FTS5 in the workspace."""
