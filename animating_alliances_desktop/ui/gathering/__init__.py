"""Tags and collections in the window."""
