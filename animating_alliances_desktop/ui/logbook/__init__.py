"""Asking for a log book, and how far it is."""
