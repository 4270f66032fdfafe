"""What the tests of the journal's pages share."""

from tests.ui.journal.stores import coast, stores
from tests.ui.opened import opened, said, tasks, theme

__all__ = ["coast", "opened", "said", "stores", "tasks", "theme"]
