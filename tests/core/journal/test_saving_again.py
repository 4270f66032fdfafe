"""Saving a draft that has not changed answers like any other save."""

from __future__ import annotations

from datetime import date

from animating_alliances_desktop.core.journal.model import WHAT, Draft
from animating_alliances_desktop.core.workspace import Workspace


def test_saving_the_same_words_again_changes_nothing(workspace: Workspace) -> None:
    _changes, coast = workspace.alliances.add("Coast")
    draft = Draft(coast, date(2026, 11, 20), parts={WHAT: "We met."})
    _changes, entry = workspace.journal.begin(draft)
    changes, again = workspace.journal.save(entry.ref, entry.rev, draft)
    assert not changes.refs
    assert again == entry
