"""The user's alliances."""
