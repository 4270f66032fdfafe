"""What was deleted comes back, or is let go so that its words are in no file of the workspace."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.connection import connect
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.journal.model import WHAT, Draft
from animating_alliances_desktop.core.trash.model import Emptied
from animating_alliances_desktop.core.workspace import DATABASE, Workspace

DAY = date(2026, 11, 20)
SECRETS = ("Zanzibarquay", "Quixotledger", "Vexillologist", "Yttriumpaper")


def fill(workspace: Workspace) -> tuple[Ref, Ref]:
    """An alliance with an entry that was overwritten, kept, corrected, thought about, tagged and linked to."""
    quay, ledger, later, note = SECRETS
    coast = workspace.alliances.add("Coast")[1]
    journal = workspace.journal
    _changes, entry = journal.begin(
        Draft(coast, DAY, title=quay, parts={WHAT: f"They hid the {ledger} at first."})
    )
    journal.save(
        entry.ref, entry.rev, Draft(coast, DAY, title=quay, parts={WHAT: f"They showd the {ledger} at last."})
    )
    journal.keep(entry.ref)
    journal.correct(entry.ref, journal.get(entry.ref).rev, quay, {WHAT: f"They showed the {ledger} at last."})
    journal.add_thought(entry.ref, f"Ask the {later}.")
    workspace.annotations.add_note(Ref.parse("paper/overview"), f"The {note} says so.")
    return coast, entry.ref


def holding(folder: Path, word: str) -> list[str]:
    """The files that hold a word, in any of the ways in which a program would write it."""
    forms = [word.encode(), word.lower().encode(), word.lower()[:7].encode(), word.encode("utf-16-le")]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(form in path.read_bytes() for form in forms)]


def test_after_a_deletion_for_good_no_file_holds_the_words(workspace: Workspace) -> None:
    workspace.catch_up()
    _coast, entry = fill(workspace)
    note = workspace.annotations.notes()[0].ref
    workspace.back_up()
    assert all(holding(workspace.folder, word) for word in SECRETS)
    workspace.journal.remove(entry)
    workspace.annotations.remove(note)
    emptied = workspace.trash.empty(older_than=0)
    assert (emptied.things, emptied.settled, len(emptied.backups)) == (2, True, 1)
    assert {name for word in SECRETS for name in holding(workspace.folder, word)} == set(emptied.backups)
    workspace.trash.renew_backups()
    assert [holding(workspace.folder, word) for word in SECRETS] == [[], [], [], []]
    assert workspace.trash.listed() == []
    assert workspace.check() == []


def test_what_is_left_after_a_second_deletion_is_nothing_too(workspace: Workspace) -> None:
    """The index is of one piece after the first: the second must get its words out of that piece."""
    coast, entry = fill(workspace)
    _changes, other = workspace.journal.add(Draft(coast, DAY, parts={WHAT: "The Wolframhouse stays."}))
    for ref in (entry, other.ref):
        workspace.journal.remove(ref)
        workspace.trash.empty(older_than=0)
    assert holding(workspace.folder, "Wolframhouse") == []


def test_nobody_can_find_out_by_guessing_what_was_sealed(workspace: Workspace) -> None:
    _coast, entry = fill(workspace)
    workspace.journal.remove(entry)
    workspace.trash.empty(older_than=0)
    with closing(connect(workspace.folder / DATABASE, "ro")) as other:
        left = other.execute("SELECT event, nonce, said FROM seal").fetchall()
    assert [event for event, *_ in left] == ["kept", "corrected", "thought", "deleted", "erased", "erased"]
    assert {(nonce, said) for event, nonce, said in left if event not in ("deleted", "erased")} == {
        (None, None)
    }


def test_what_was_deleted_is_listed_by_what_it_was(workspace: Workspace) -> None:
    coast, entry = fill(workspace)
    workspace.journal.remove(entry)
    workspace.alliances.remove(coast)
    alliance, journal = workspace.trash.listed()
    assert (alliance.ref, alliance.title, alliance.along) == (coast, "Coast", 0)
    assert (journal.ref.kind, journal.title, journal.along) == (Kind.ENTRY, SECRETS[0], 1)
    with pytest.raises(AppError, match="Restore that first"):
        workspace.trash.restore(journal.batch)
    workspace.trash.restore(alliance.batch)
    workspace.trash.restore(journal.batch)
    assert workspace.trash.listed() == []
    assert workspace.journal.get(entry).draft.title == SECRETS[0]


def test_only_what_is_old_enough_goes_by_itself(workspace: Workspace) -> None:
    coast, entry = fill(workspace)
    workspace.journal.remove(entry)
    assert workspace.trash.empty().things == 0
    (there,) = workspace.trash.listed()
    with closing(connect(workspace.folder / DATABASE)) as other:
        other.execute("UPDATE tombstone SET deleted_at = datetime('now', '-31 days') || '.000000'")
    workspace.alliances.remove(coast)
    assert workspace.trash.empty().things == 1
    assert [one.ref for one in workspace.trash.listed()] == [coast]
    assert there.goes_on.date() > there.at.date()


def test_where_nothing_is_old_enough_nothing_is_written(workspace: Workspace) -> None:
    """The trash is emptied at each start: a backup for each would push the useful ones out."""
    workspace.alliances.remove(workspace.alliances.add("Estuary Compact")[1])
    workspace.back_up_if_written()
    assert workspace.trash.empty() == Emptied()
    assert workspace.back_up_if_written() is None


def test_the_list_names_what_was_deleted_without_reading_all_of_it(workspace: Workspace) -> None:
    coast = workspace.alliances.add("Coast")[1]
    workspace.alliances.add_member(coast, "Harbour Trust")
    titled = workspace.journal.begin(Draft(coast, DAY, title="The toll", parts={WHAT: "x " * 5_000}))[1]
    untitled = workspace.journal.begin(Draft(coast, DAY, parts={WHAT: "They **hid** it."}))[1]
    for ref in (titled.ref, untitled.ref):
        workspace.journal.remove(ref)
    workspace.alliances.remove_member(coast, workspace.alliances.get(coast).members[0].key)
    asked: list[str] = []

    @event.listens_for(Engine, "before_cursor_execute")
    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)

    try:
        found = [one.title for one in workspace.trash.listed()]
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert sorted(found) == ["Harbour Trust", "The toll", "They hid it."]
    assert asked
    assert not [one for one in asked if re.search(r"[ ,]tombstone\.record[,\s]", one.partition("FROM")[0])]
