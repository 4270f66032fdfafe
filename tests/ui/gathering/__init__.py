"""Tests of the dialogues of tags and collections."""
