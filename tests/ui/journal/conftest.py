"""What the tests of the journal's pages share."""

from tests.ui.journal.stores import coast, stores

__all__ = ["coast", "stores"]
