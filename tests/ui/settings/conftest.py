"""What the tests of this page share."""

from tests.ui.opened import opened, said, tasks, theme

__all__ = ["opened", "said", "tasks", "theme"]
