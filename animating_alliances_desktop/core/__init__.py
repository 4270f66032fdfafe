"""The app without a window: no Qt."""
