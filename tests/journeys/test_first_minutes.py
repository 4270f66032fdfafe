"""The first three minutes: nothing is there yet but the library, and it can be read at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.conftest import Begin


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """There is no workspace yet."""
    return tmp_path / "workspace"


def test_somebody_new_finds_the_overview_and_reads_it(begin: Begin) -> None:
    hands = begin()
    hands.sees("Three first steps", "What helps alliances", "Look at how others did it", "Add your alliance")
    hands.misses("A draft waits", "could not be placed")
    hands.press("What helps alliances")
    hands.sees("Money must come quickly when the harbour floods.", "The pooled fund decides within a day")
    assert hands.page == "reader"
    hands.go("library")
    hands.sees("What helps alliances", "Harbour Alliance", "Hub")
