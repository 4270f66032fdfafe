"""What leaves the workspace, at the user's wish."""
