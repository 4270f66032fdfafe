"""Which files can be brought in, by the ends of their names."""

MARKDOWN = frozenset({".md", ".markdown", ".mdown"})
PLAIN = frozenset({".txt", ".text"})
