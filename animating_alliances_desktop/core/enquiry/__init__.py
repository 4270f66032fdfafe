"""The seven core questions."""
