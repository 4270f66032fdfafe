"""The reflective journal."""
