"""The brief before the next meeting: one page."""
