"""Actions are given, moved, done and let go; every step is told, and every one can be taken back."""

from __future__ import annotations

from datetime import date

import pytest

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.followthrough.model import OwnerKind, Repeats, Status, StepKind, Wish
from animating_alliances_desktop.core.workspace import Workspace

DAY = date(2026, 11, 25)
LATER = date(2026, 12, 9)


@pytest.fixture
def coast(workspace: Workspace) -> Ref:
    ref = workspace.alliances.add("Coast")[1]
    workspace.alliances.add_member(ref, "Harbour Trust")
    return ref


def test_each_step_is_told_and_taken_back(workspace: Workspace, coast: Ref) -> None:
    actions = workspace.actions
    ref = actions.add(coast, Wish("Send the draft", "harbour trust", DAY), DAY)[1]
    before = actions.get(ref)
    assert (before.owner.name, before.owner.kind) == ("Harbour Trust", OwnerKind.MEMBER)
    deeds = [
        actions.move([ref], LATER, LATER),
        actions.give([ref], "Zoë", LATER),
        actions.change(ref, Wish("Send it", "Zoë", LATER, agreed=True), LATER),
        actions.let_go([ref], "Overtaken by events.", LATER),
    ]
    now = actions.get(ref)
    assert [(step.what, step.text) for step in now.steps] == [
        (StepKind.MADE, ""),
        (StepKind.DUE, DAY.isoformat()),
        (StepKind.OWNER, "Harbour Trust"),
        (StepKind.WORDS, "Send the draft"),
        (StepKind.LET_GO, "Overtaken by events."),
    ]
    assert (now.status, now.reason, now.closed_on) == (Status.LET_GO, "Overtaken by events.", LATER)
    assert now.owner.kind is OwnerKind.OTHER
    for deed in reversed(deeds):
        actions.put_back(deed)
    assert actions.get(ref) == before
    assert workspace.search.ask("overtaken", (Kind.ACTION,)).results == ()
    assert workspace.trash.listed() == []


def test_what_comes_again_comes_once_and_goes_with_undo(workspace: Workspace, coast: Ref) -> None:
    actions = workspace.actions
    ref = actions.add(coast, Wish("Circulate notes", "me", DAY, repeats=Repeats.WEEKLY), DAY)[1]
    deed = actions.done([ref], DAY)
    assert actions.done([ref], DAY).before == ()
    (following,) = actions.listed()
    assert (following.due, following.owner.kind, following.repeats) == (
        date(2026, 12, 2), OwnerKind.ME, Repeats.WEEKLY
    )  # fmt: skip
    actions.put_back(deed)
    assert [one.ref for one in actions.listed()] == [ref]
    assert workspace.trash.listed() == []
    actions.let_go([ref], "", DAY)
    assert actions.listed() == []


def test_removed_actions_come_back_with_their_history(workspace: Workspace, coast: Ref) -> None:
    actions = workspace.actions
    ref = actions.add(coast, Wish("Circulate notes", "me", DAY, repeats=Repeats.WEEKLY), DAY)[1]
    actions.done([ref], DAY)
    before = actions.whole()
    batch = actions.remove([one.ref for one in before])[1]
    assert actions.whole() == []
    actions.restore(batch)
    assert actions.whole() == before


def test_the_share_of_the_hub_is_counted_by_month(workspace: Workspace, coast: Ref) -> None:
    actions = workspace.actions
    for day, owner in ((DAY, "hub"), (DAY, "me"), (DAY, "Harbour Trust"), (LATER, "hub"), (LATER, "")):
        actions.add(coast, Wish("Something", owner), day)
    november, december = actions.shares(coast)
    assert (november.month, november.whole) == (date(2026, 11, 1), 3)
    assert december.counts == {OwnerKind.HUB: 1, OwnerKind.NOBODY: 1}
    assert december.whole == 1
    assert actions.shares(workspace.alliances.add("Hills")[1]) == []


def test_only_three_intentions_are_open_at_once(workspace: Workspace, coast: Ref) -> None:
    intentions = workspace.intentions
    refs = [intentions.add(coast, f"{n} happens", "wait", DAY)[1] for n in "abc"]
    with pytest.raises(AppError, match="Three intentions are open"):
        intentions.add(coast, "more happens", "wait", DAY)
    intentions.add(workspace.alliances.add("Hills")[1], "elsewhere", "wait", DAY)
    deed = intentions.close(refs[0], "I did wait, and Ines spoke.", LATER)
    assert len(intentions.listed(coast, only_open=True)) == 2
    assert intentions.listed(coast)[-1].outcome == "I did wait, and Ines spoke."
    assert workspace.search.ask("ines spoke").results[0].ref == refs[0]
    intentions.put_back(deed)
    assert intentions.get(refs[0]).is_open
    with pytest.raises(AppError, match="the “if”"):
        intentions.change(refs[0], " ", "wait")


def test_decisions_are_changed_found_and_mentioned(workspace: Workspace, coast: Ref) -> None:
    ref = workspace.decisions.add(coast, "We  meet monthly.", DAY)[1]
    noticed = workspace.noticings.add(coast, f"Ines came round to [[{ref}|it]].", DAY)[1]
    assert [one.source for one in workspace.links.mentions_of(ref)] == [noticed]
    deed = workspace.decisions.change(ref, "We meet weekly.")
    assert workspace.decisions.get(ref).text == "We meet weekly."
    workspace.decisions.put_back(deed)
    assert workspace.decisions.get(ref).text == "We meet monthly."
    batch = workspace.decisions.remove([ref])[1]
    assert workspace.decisions.listed() == []
    workspace.decisions.restore(batch)
    assert [one.ref for one in workspace.decisions.listed(coast, since=DAY, until=DAY)] == [ref]


def test_whoever_is_renamed_is_found_by_the_new_name(workspace: Workspace, coast: Ref) -> None:
    ref = workspace.actions.add(coast, Wish("Send the draft", "Harbour Trust", DAY), DAY)[1]
    (member,) = workspace.alliances.get(coast).members
    assert member.organisation is not None
    workspace.people.describe_organisation(member.organisation, "Quay Trust", "")
    assert workspace.actions.get(ref).owner.name == "Quay Trust"
    assert [result.ref for result in workspace.search.ask("owner:quay").results] == [ref]
