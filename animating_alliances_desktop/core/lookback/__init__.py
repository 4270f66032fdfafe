"""Looking back: what was written when, what belongs together, and what a week or a quarter held."""
