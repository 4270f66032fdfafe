"""What the tests of the page of alliances share."""

from tests.ui.opened import opened, said, tasks, theme

__all__ = ["opened", "said", "tasks", "theme"]
