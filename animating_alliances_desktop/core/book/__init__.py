"""Texts made to be printed: what they consist of, and how they become Markdown, Word and PDF files."""
