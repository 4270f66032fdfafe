"""Tags and collections over everything."""
