"""The alliances page."""
