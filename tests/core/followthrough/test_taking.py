"""The signed lines of an entry become actions, decisions, noticings and intentions when it is kept, and once only."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.followthrough.model import OwnerKind, Status, StepKind
from animating_alliances_desktop.core.journal.model import FREE, TEXT, Draft, Entry
from animating_alliances_desktop.core.workspace import Workspace

DAY = date(2026, 11, 25)
SIGNED = """We met.
-> Send the draft @Harbour Trust by Friday (agreed)
-> Find a room @me
! We meet monthly.
~ Ines was silent.
If nobody speaks, then I will wait."""


@pytest.fixture
def coast(workspace: Workspace) -> Ref:
    ref = workspace.alliances.add("Coast")[1]
    workspace.alliances.add_member(ref, "Harbour Trust")
    return ref


def begin(workspace: Workspace, coast: Ref, text: str) -> Entry:
    return workspace.journal.begin(Draft(coast, DAY, FREE, parts={TEXT: text}))[1]


def again(workspace: Workspace, entry: Entry, text: str) -> None:
    workspace.journal.reopen(entry.ref)
    now = workspace.journal.get(entry.ref)
    workspace.journal.save(entry.ref, now.rev, Draft(now.draft.alliance, DAY, FREE, parts={TEXT: text}))
    workspace.journal.keep(entry.ref)


def test_keeping_an_entry_separates_what_is_signed_in_it(workspace: Workspace, coast: Ref) -> None:
    entry = begin(workspace, coast, SIGNED)
    assert workspace.actions.listed() == []
    changes = workspace.journal.keep(entry.ref)
    assert {ref.kind for ref in changes} >= {Kind.ACTION, Kind.DECISION, Kind.NOTICING, Kind.INTENTION}
    draft, room = workspace.actions.listed(coast)
    assert (draft.text, draft.owner.name, draft.owner.kind) == (
        "Send the draft",
        "Harbour Trust",
        OwnerKind.MEMBER,
    )
    assert (draft.due, draft.agreed, draft.day, draft.entry) == (date(2026, 11, 27), True, DAY, entry.ref)
    assert (room.text, room.owner.kind, room.due) == ("Find a room", OwnerKind.ME, None)
    assert [one.text for one in workspace.decisions.listed(coast)] == ["We meet monthly."]
    assert [one.text for one in workspace.noticings.listed(coast)] == ["Ines was silent."]
    (meant,) = workspace.intentions.listed(coast, only_open=True)
    assert (meant.cue, meant.text, meant.entry) == ("nobody speaks", "wait", entry.ref)
    assert workspace.search.ask("draft harbour", (Kind.ACTION,)).results[0].ref == draft.ref
    assert workspace.take_from(entry.ref).refs == frozenset()
    assert len(workspace.actions.listed()) == 2


def test_taking_back_a_keep_takes_back_what_was_taken(workspace: Workspace, coast: Ref) -> None:
    entry = begin(workspace, coast, SIGNED)
    workspace.journal.keep(entry.ref)
    _draft, room = workspace.actions.listed()
    workspace.actions.done([room.ref], DAY)
    changes = workspace.journal.reopen(entry.ref)
    assert {ref.kind for ref in changes} >= {Kind.ACTION, Kind.DECISION, Kind.NOTICING, Kind.INTENTION}
    assert workspace.actions.listed() == []
    assert [one.ref for one in workspace.actions.listed(status=None)] == [room.ref]
    assert workspace.decisions.listed() == workspace.noticings.listed() == []
    assert workspace.intentions.listed(coast) == []
    assert workspace.trash.listed() == []
    assert not workspace.search.ask("draft harbour", (Kind.ACTION,)).results
    workspace.journal.keep(entry.ref)
    assert [one.text for one in workspace.actions.listed()] == ["Send the draft"]
    assert len(workspace.actions.listed(status=None)) == 2
    assert len(workspace.intentions.listed(coast)) == 1


def test_lines_that_change_change_their_thing_and_nothing_else(workspace: Workspace, coast: Ref) -> None:
    entry = begin(workspace, coast, SIGNED)
    workspace.journal.keep(entry.ref)
    draft, room = workspace.actions.listed()
    workspace.actions.give([draft.ref], "me", DAY)
    workspace.actions.done([room.ref], DAY)
    changed = (
        SIGNED.replace("by Friday", "by 4 Dec")
        .replace("monthly", "fortnightly")
        .replace("~ Ines was silent.\n", "")
    )
    again(workspace, entry, changed + "\n-> Ring Tom")
    moved, new = workspace.actions.listed()
    assert (moved.ref, moved.due, moved.owner.name) == (draft.ref, date(2026, 12, 4), "me")
    assert [step.what for step in workspace.actions.get(moved.ref).steps] == [
        StepKind.MADE, StepKind.OWNER, StepKind.DUE
    ]  # fmt: skip
    assert (new.text, new.due) == ("Ring Tom", None)
    assert workspace.actions.get(room.ref).status is Status.DONE
    assert [one.text for one in workspace.decisions.listed()] == ["We meet fortnightly."]
    assert workspace.noticings.listed() == []


def test_of_lines_that_are_gone_only_what_was_touched_stays(workspace: Workspace, coast: Ref) -> None:
    entry = begin(workspace, coast, SIGNED)
    workspace.journal.keep(entry.ref)
    draft, room = workspace.actions.listed()
    workspace.actions.done([room.ref], DAY)
    again(workspace, entry, "We met.")
    assert workspace.actions.listed() == []
    assert workspace.actions.get(room.ref).status is Status.DONE
    again(workspace, entry, SIGNED)
    assert [one.text for one in workspace.actions.listed()] == ["Send the draft", "Find a room"]
    assert draft.ref not in {one.ref for one in workspace.actions.listed()}


def test_what_the_user_deleted_does_not_come_back(workspace: Workspace, coast: Ref) -> None:
    entry = begin(workspace, coast, SIGNED)
    workspace.journal.keep(entry.ref)
    workspace.actions.remove([workspace.actions.listed()[0].ref])
    workspace.take_from(entry.ref)
    again(workspace, entry, SIGNED + "\nMore words.")
    assert [one.text for one in workspace.actions.listed()] == ["Find a room"]


def test_the_same_line_twice_is_two_things(workspace: Workspace, coast: Ref) -> None:
    entry = begin(workspace, coast, "-> Ring Tom\n-> Ring Tom")
    workspace.journal.keep(entry.ref)
    workspace.take_from(entry.ref)
    assert [one.text for one in workspace.actions.listed()] == ["Ring Tom", "Ring Tom"]


def test_a_later_thought_may_hold_one_too(workspace: Workspace, coast: Ref) -> None:
    entry = begin(workspace, coast, "We met.")
    workspace.journal.keep(entry.ref)
    workspace.journal.add_thought(entry.ref, "! We were wrong about the date.")
    assert [(one.text, one.entry) for one in workspace.decisions.listed()] == [
        ("We were wrong about the date.", entry.ref)
    ]


def test_with_its_entry_goes_what_nothing_has_happened_to_and_the_rest_stays(
    workspace: Workspace, coast: Ref
) -> None:
    entry = begin(workspace, coast, SIGNED)
    workspace.journal.keep(entry.ref)
    _draft, room = workspace.actions.listed()
    workspace.actions.give([room.ref], "Zoe", DAY)
    decision = workspace.decisions.listed()[0].ref
    workspace.tags.tag(decision, "rhythm")
    before = workspace.actions.whole()
    batch: UUID = workspace.journal.remove(entry.ref)[1]
    assert [(one.ref, one.entry) for one in workspace.actions.listed()] == [(room.ref, None)]
    assert [(one.ref, one.entry) for one in workspace.decisions.listed()] == [(decision, None)]
    assert workspace.noticings.listed() == workspace.intentions.listed() == []
    workspace.journal.restore(batch)
    assert workspace.actions.whole() == before
    assert [one.entry for one in workspace.decisions.listed()] == [entry.ref]
    assert len(workspace.noticings.listed()) == len(workspace.intentions.listed()) == 1
    assert workspace.take_from(entry.ref).refs == frozenset()


def test_an_entry_of_another_alliance_takes_its_things_along(workspace: Workspace, coast: Ref) -> None:
    entry = begin(workspace, coast, SIGNED)
    workspace.journal.keep(entry.ref)
    hills = workspace.alliances.add("Hills")[1]
    workspace.journal.reopen(entry.ref)
    now = workspace.journal.get(entry.ref)
    later = date(2026, 11, 26)
    workspace.journal.save(entry.ref, now.rev, Draft(hills, later, FREE, parts={TEXT: SIGNED}))
    workspace.journal.keep(entry.ref)
    assert {(one.alliance, one.day) for one in workspace.actions.listed()} == {(hills, later)}


def test_the_part_that_asks_for_an_intention_gives_one(workspace: Workspace, coast: Ref) -> None:
    parts = {"now-what": "-> Ring Tom", "if-then": "Tuesday after lunch, I ring Tom."}
    _changes, entry = workspace.journal.add(Draft(coast, DAY, "quick", parts=parts))
    (meant,) = workspace.intentions.listed(coast)
    assert (meant.cue, meant.text, meant.entry) == ("Tuesday after lunch", "ring Tom", entry.ref)
    assert workspace.take_from(entry.ref).refs == frozenset()
    assert workspace.intentions.listed(coast) == [meant]


def test_a_fourth_intention_stays_a_line(workspace: Workspace, coast: Ref) -> None:
    text = "\n".join(f"If {n} happens, then I will wait." for n in ("one", "two", "three", "four"))
    workspace.journal.keep(begin(workspace, coast, text).ref)
    assert sorted(one.cue for one in workspace.intentions.listed()) == [
        "one happens", "three happens", "two happens"
    ]  # fmt: skip


def test_what_is_written_and_kept_in_one_go_leaves_all_kinds_behind(workspace: Workspace, coast: Ref) -> None:
    text = "-> Ines: ask\n! Yes.\n~ Quiet.\nIf she asks, then I will answer."
    entry = workspace.journal.add(Draft(coast, DAY, FREE, parts={TEXT: text}))[1]
    for store in (workspace.actions, workspace.decisions, workspace.noticings, workspace.intentions):
        assert [one.entry for one in store.listed()] == [entry.ref]
