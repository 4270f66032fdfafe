"""What was deleted, until it is let go for good."""
