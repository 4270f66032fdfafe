"""A journal entry is read like a text, and what cannot be read is said so."""

from __future__ import annotations

from datetime import date

import pytest

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.journal.model import NOW_WHAT, WHAT, Draft
from animating_alliances_desktop.core.library.model import Place
from animating_alliances_desktop.core.sharing.room import ReadingRoom
from animating_alliances_desktop.core.workspace import Workspace


@pytest.fixture
def room(workspace: Workspace) -> ReadingRoom:
    return ReadingRoom(workspace.library, workspace.journal)


def test_an_entry_is_a_text_with_a_chapter_for_each_part(workspace: Workspace, room: ReadingRoom) -> None:
    _changes, alliance = workspace.alliances.add("Estuary Compact")
    draft = Draft(
        alliance,
        date(2026, 11, 20),
        title="A vote",
        parts={WHAT: "It <b>failed</b>.\n\nAgain.", NOW_WHAT: "Ring."},
    )
    _changes, entry = workspace.journal.add(draft)
    workspace.journal.add_thought(entry.ref, "It was fatigue.")
    text = room.read(entry.ref)
    assert (text.title, text.subtitle) == ("A vote", "Journal entry")
    assert dict(text.meta) == {"Alliance": "Estuary Compact", "Day": "20 November 2026"}
    assert [heading.title for heading in text.outline][:2] == ["What happened", "Now what"]
    assert "<p>It &lt;b&gt;failed&lt;/b&gt;.</p><p>Again.</p>" in text.html
    assert "It was fatigue." in text.html
    assert room.listed()[0].ref == entry.ref
    assert not room.remember(entry.ref, Place(3, "", 0.5)).refs


def test_texts_of_the_library_are_read_and_remembered(room: ReadingRoom) -> None:
    ref = Ref.parse("paper/overview")
    assert room.remember(ref, Place(3, "", 0.5)).refs == {ref}
    place = room.read(ref).place
    assert place is not None
    assert place.fraction == 0.5
    with pytest.raises(AppError):
        room.read(Ref.parse("alliance/none"))
    with pytest.raises(AppError):
        room.picture(ref, "none")
