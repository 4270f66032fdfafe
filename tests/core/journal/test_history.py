"""The history of the journal shows what was rewritten behind the app's back, and nothing of what was erased."""

from __future__ import annotations

from contextlib import closing
from datetime import date

import pytest

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.database.connection import connect
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.journal.corrections import allowed, letters_changed
from animating_alliances_desktop.core.journal.model import WHAT, Draft, Entry
from animating_alliances_desktop.core.pointing import pointer_to
from animating_alliances_desktop.core.sealing import Event
from animating_alliances_desktop.core.workspace import DATABASE, Workspace

DAY = date(2026, 11, 20)
LONG = "The vote was put off agian, and nobody objected aloud."


@pytest.fixture
def coast(workspace: Workspace) -> Ref:
    return workspace.alliances.add("Coast")[1]


@pytest.fixture
def kept(workspace: Workspace, coast: Ref) -> Entry:
    return workspace.journal.add(Draft(coast, DAY, parts={WHAT: LONG}))[1]


def events(workspace: Workspace, entry: Entry) -> list[Event]:
    return [seal.event for seal in workspace.history.of(entry.ref)]


def behind_its_back(workspace: Workspace, statement: str) -> None:
    with closing(connect(workspace.folder / DATABASE)) as other:
        other.execute(statement)


def test_all_that_becomes_of_an_entry_is_sealed(workspace: Workspace, coast: Ref) -> None:
    journal = workspace.journal
    _changes, entry = journal.begin(Draft(coast, DAY, parts={WHAT: "We met."}))
    assert events(workspace, entry) == []
    journal.keep(entry.ref)
    journal.reopen(entry.ref)
    journal.save(entry.ref, journal.get(entry.ref).rev, Draft(coast, DAY, parts={WHAT: LONG}))
    journal.keep(entry.ref)
    journal.add_thought(entry.ref, "Did we?")
    journal.correct(entry.ref, journal.get(entry.ref).rev, "", {WHAT: LONG.replace("agian", "again")})
    _changes, batch = workspace.alliances.remove(coast)
    assert workspace.history.check() == []
    workspace.alliances.restore(batch)
    assert events(workspace, entry) == [
        Event.KEPT, Event.TAKEN_BACK, Event.KEPT, Event.THOUGHT, Event.CORRECTED, Event.DELETED, Event.RESTORED
    ]  # fmt: skip
    assert workspace.history.check() == []


def test_a_slip_is_put_right_and_the_earlier_words_stay_in_sight(workspace: Workspace, kept: Entry) -> None:
    workspace.journal.correct(kept.ref, kept.rev, "", {WHAT: LONG.replace("agian", "again")})
    entry = workspace.journal.get(kept.ref)
    assert entry.texts == (("What happened", LONG.replace("agian", "again")),)
    (earlier,) = entry.earlier
    assert earlier.texts == (("What happened", LONG),)


@pytest.mark.parametrize(
    "parts",
    [
        {WHAT: "Everybody agreed at once, and we went home early."},
        {WHAT: LONG, "so-what": "I knew it."},
        {WHAT: ""},
        {WHAT: f"{LONG} I had warned them."},
    ],
)
def test_more_than_a_slip_is_refused(workspace: Workspace, kept: Entry, parts: dict[str, str]) -> None:
    with pytest.raises(AppError, match="later thought"):
        workspace.journal.correct(kept.ref, kept.rev, "", parts)
    assert workspace.journal.get(kept.ref).texts == kept.texts


def test_a_thing_that_is_called_otherwise_now_does_not_stand_in_the_way(
    workspace: Workspace, coast: Ref
) -> None:
    hills = workspace.alliances.add("Hills")[1]
    text = f"Ask {pointer_to(hills, 'Hills')} agian."
    entry = workspace.journal.add(Draft(coast, DAY, parts={WHAT: text}))[1]
    workspace.alliances.describe(hills, "The Upland Communities Together", "", "")
    assert workspace.history.check() == []
    shown = workspace.journal.get(entry.ref)
    right = shown.draft.said(WHAT).replace("agian", "again")
    workspace.journal.correct(entry.ref, shown.rev, "", {WHAT: right})
    assert workspace.journal.get(entry.ref).draft.said(WHAT) == right
    assert workspace.history.check() == []


def test_letters_are_counted_where_they_change() -> None:
    assert letters_changed("Tomas came late", "Thomas came late") == 1
    assert letters_changed("we do agree", "we do not agree") == 3
    assert letters_changed("a b", "a b") == 0
    words = " ".join(f"word{n}" for n in range(10_000))
    assert letters_changed(words, words.replace("word5000", "wort5000").replace("word9000", "wort9000")) == 2
    assert (allowed("short"), allowed("x" * 1000)) == (8, 40)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE entry SET parts = replace(parts, 'nobody', 'everybody')", "does not say what it said"),
        ("DELETE FROM addendum", "is not there"),
        ("DELETE FROM seal WHERE number = 1", "gap"),
        ("UPDATE seal SET at = '2020-01-01 00:00:00.000000' WHERE number = 1", "was changed"),
        ("UPDATE seal SET nonce = NULL", "does not say"),
        (
            "UPDATE entry SET kept_at = '2026-11-20 10:00:00.000000' WHERE kept_at IS NULL",
            "was not kept by this app",
        ),
    ],
)
def test_what_was_changed_behind_the_app_is_named(
    workspace: Workspace, kept: Entry, coast: Ref, statement: str, said: str
) -> None:
    workspace.journal.add_thought(kept.ref, "Did we?")
    workspace.journal.begin(Draft(coast, DAY, parts={WHAT: "A draft."}))
    assert workspace.check() == []
    behind_its_back(workspace, statement)
    assert any(said in problem for problem in workspace.history.check())


def test_the_proof_of_a_span_ends_with_the_last_seal(workspace: Workspace, kept: Entry, coast: Ref) -> None:
    workspace.journal.add_thought(kept.ref, "Did we?")
    hills = workspace.alliances.add("Hills")[1]
    workspace.journal.add(Draft(hills, DAY, parts={WHAT: "Elsewhere."}))
    workspace.journal.add(Draft(coast, date(2026, 12, 1), parts={WHAT: "Later."}))
    proof = workspace.history.proof(coast, DAY, date(2026, 11, 30))
    assert [(seal.number, seal.event) for seal in proof.seals] == [(1, Event.KEPT), (2, Event.THOUGHT)]
    assert proof.last is not None
    assert (proof.last.number, proof.problems) == (4, ())
