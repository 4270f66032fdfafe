"""Animating Alliances Desktop: an offline companion for the people who hold alliances together."""

__version__ = "0.1.0"
