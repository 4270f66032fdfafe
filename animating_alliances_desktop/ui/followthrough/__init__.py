"""The follow-through page."""
