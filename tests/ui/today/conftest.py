"""What the tests of today's page share."""

from tests.ui.opened import opened, said, tasks, theme

__all__ = ["opened", "said", "tasks", "theme"]
