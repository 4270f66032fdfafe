"""What a meeting or an entry leaves behind, and what becomes of it."""
