"""The page for looking back."""
