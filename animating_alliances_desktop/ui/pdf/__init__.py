"""The view of PDF files: their pages as they are, read and marked like any other text."""
