"""Links between texts."""
