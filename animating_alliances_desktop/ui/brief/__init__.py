"""The brief before the next meeting, to read, to answer and to take along."""
