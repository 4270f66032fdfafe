"""Tests of the notes page."""
