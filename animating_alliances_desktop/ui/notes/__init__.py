"""The notes page."""
