"""The window: all Qt, no decisions."""
