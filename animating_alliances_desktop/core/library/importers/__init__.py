"""Files of the user's, taken apart in the child process; one module a format."""
