"""What there is to read: shipped and brought along."""
