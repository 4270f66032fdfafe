"""PDF files: opened, drawn and read in a child process of their own."""
