"""What is open is grouped, found, done, let go, given on and taken back; a check-in names what is open."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.followthrough.model import Repeats, Status, Wish
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.ui.followthrough.doing import Doing
from animating_alliances_desktop.ui.followthrough.listing import Grouping, Side, Standing, When, Who
from animating_alliances_desktop.ui.followthrough.ports import Around, Told, Typed
from animating_alliances_desktop.ui.followthrough.presenter import FollowThroughPresenter
from tests.ui.inline import Inline
from tests.ui.opened import Opened

TODAY = date(2026, 12, 9)
"""A Wednesday."""


class FakeView:
    """Notes what it is asked to show: the latest groups, and everything that was told."""

    def __init__(self) -> None:
        self.seen: dict[str, Any] = {}
        self.told: list[tuple[Told, int]] = []
        self.undo: Any = None
        self.added: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return lambda *said: self.seen.__setitem__(name, said)

    def tell(self, told: Told, number: int, undo: Any) -> None:
        self.told.append((told, number))
        self.undo = undo

    def tell_added(self, thing: Any, undo: Any) -> None:
        self.added.append(thing.text)
        self.undo = undo

    @property
    def groups(self) -> dict[Any, list[str]]:
        return {group.key: [one.text for one in group.things] for group in self.seen["show_groups"][0]}


class Desk:
    """The presenters over a real workspace, on a fixed day."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.view, self.tasks, self.opened = workspace, FakeView(), Inline(), Opened()
        self.written: list[tuple[Path, list[str]]] = []
        held = workspace
        around = Around(held.actions, held.decisions, held.noticings, held.intentions, held.alliances,
                        self.opened, print, self.write)  # fmt: skip
        view: Any = self.view
        self.presenter = FollowThroughPresenter(view, around, self.tasks, lambda: TODAY)
        self.doing = Doing(view, around, self.tasks, lambda: TODAY, self.presenter.thing)
        self.tasks.listeners.append(lambda _changes: self.presenter.refresh())

    def write(self, path: Path, actions: Any) -> int:
        self.written.append((path, [one.text for one in actions]))
        return len(actions)


@pytest.fixture
def coast(workspace: Workspace) -> Ref:
    ref = workspace.alliances.add("Coast")[1]
    workspace.alliances.add_member(ref, "Harbour Trust")
    return ref


@pytest.fixture
def desk(workspace: Workspace, coast: Ref) -> Desk:
    hills = workspace.alliances.add("Hills")[1]
    for alliance, text, owner, days in (
        (coast, "Send the draft", "Harbour Trust", -5),
        (coast, "Find a room", "me", 0),
        (hills, "Ring the farms", "hub", 4),
        (hills, "Check the rota", "Zoë", 8),
        (coast, "Thank Tom", "", 40),
        (coast, "Read the charter", "me", None),
    ):
        due = None if days is None else TODAY + timedelta(days)
        workspace.actions.add(alliance, Wish(text, owner, due), TODAY)
    made = Desk(workspace)
    made.presenter.refresh()
    return made


def ref_of(desk: Desk, text: str) -> Ref:
    return next(one.ref for one in desk.workspace.actions.listed(status=None) if one.text == text)


def test_what_is_open_is_grouped_by_day_person_organisation_and_alliance(desk: Desk, coast: Ref) -> None:
    assert desk.view.groups == {
        When.EARLIER: ["Send the draft"],
        When.THIS_WEEK: ["Find a room", "Ring the farms"],
        When.NEXT_WEEK: ["Check the rota"],
        When.LATER: ["Thank Tom"],
        When.SOME_DAY: ["Read the charter"],
    }
    desk.presenter.show(grouping=Grouping.PERSON)
    assert list(desk.view.groups) == [Who.ME, "Harbour Trust", "Zoë", Who.HUB, Who.NOBODY]
    desk.presenter.show(grouping=Grouping.ORGANISATION)
    assert list(desk.view.groups) == [Who.ME, "Harbour Trust", Who.HUB, Who.OTHERS, Who.NOBODY]
    desk.presenter.show(grouping=Grouping.ALLIANCE)
    assert list(desk.view.groups) == ["Coast", "Hills"]
    desk.presenter.show(words="zoe")
    assert desk.view.groups == {"Hills": ["Check the rota"]}
    desk.presenter.show(words="", alliance=coast)
    assert list(desk.view.groups) == ["Coast"]


def test_deeds_are_told_and_taken_back(desk: Desk) -> None:
    draft, room = ref_of(desk, "Send the draft"), ref_of(desk, "Find a room")
    get = desk.workspace.actions.get
    desk.doing.finish([draft, room])
    assert desk.view.told[-1] == (Told.DONE, 2)
    assert get(draft).status is Status.DONE
    desk.view.undo()
    assert get(draft).status is Status.OPEN
    desk.doing.let_go([draft], "Overtaken.")
    desk.presenter.show(side=Side.CLOSED)
    assert desk.view.groups == {date(2026, 12, 1): ["Send the draft"]}
    desk.doing.finish([draft])
    assert (desk.view.told[-1], get(draft).status) == ((Told.OPENED, 1), Status.OPEN)
    desk.presenter.show(side=Side.OPEN)
    desk.doing.give([draft], "me")
    assert desk.doing.understood("next friday") == date(2026, 12, 18)
    desk.doing.move([draft], date(2026, 12, 18))
    assert (get(draft).owner.name, get(draft).due) == ("me", date(2026, 12, 18))
    desk.doing.change(draft, Typed("Send it", owner="Zoë", side="member", repeats="monthly"))
    changed = get(draft)
    assert (changed.text, changed.owner.kind, changed.repeats) == ("Send it", "member", Repeats.MONTHLY)
    desk.view.undo()
    assert get(draft).text == "Send the draft"
    desk.doing.remove([draft])
    assert desk.presenter.thing(draft) is None
    desk.view.undo()
    assert desk.presenter.thing(draft) is not None


def test_the_line_adds_what_its_sign_or_the_side_says(desk: Desk, coast: Ref) -> None:
    desk.doing.add("Book the boat @Harbour Trust by Friday (agreed)", coast, Side.OPEN)
    made = desk.workspace.actions.get(ref_of(desk, "Book the boat"))
    assert (made.owner.name, made.due, made.agreed) == ("Harbour Trust", date(2026, 12, 11), True)
    desk.doing.add("! We meet monthly.", coast, Side.OPEN)
    desk.doing.add("We rotate the chair.", coast, Side.DECISIONS)
    desk.presenter.show(side=Side.DECISIONS)
    assert desk.view.groups == {date(2026, 12, 1): ["We rotate the chair.", "We meet monthly."]}
    desk.view.undo()
    assert desk.view.groups == {date(2026, 12, 1): ["We meet monthly."]}
    desk.doing.add("  ", coast, Side.OPEN)
    desk.doing.add("Nowhere to go", None, Side.OPEN)
    assert desk.view.added == ["Book the boat", "We meet monthly.", "We rotate the chair."]


def test_intentions_are_closed_with_what_came_of_them_and_only_three_are_open(desk: Desk, coast: Ref) -> None:
    desk.presenter.show(side=Side.INTENTIONS)
    for n in ("one", "two", "three", "four"):
        desk.doing.add(f"If {n} happens, then I will wait.", coast, Side.INTENTIONS)
    (failure,) = desk.tasks.failures
    assert "Three intentions are open" in str(failure)
    first = desk.workspace.intentions.listed()[-1]
    desk.doing.close(first.ref, "I waited, and it helped.")
    assert {key: len(texts) for key, texts in desk.view.groups.items()} == {
        Standing.OPEN: 2,
        Standing.CLOSED: 1,
    }
    desk.doing.finish([first.ref])
    assert desk.workspace.intentions.get(first.ref).is_open


def test_what_comes_again_is_told_so_when_it_is_done(desk: Desk, coast: Ref) -> None:
    again = desk.workspace.actions.add(coast, Wish("Ring them", "me", TODAY, repeats=Repeats.MONTHLY), TODAY)[
        1
    ]
    desk.presenter.refresh()
    desk.doing.finish([again, ref_of(desk, "Send the draft")])
    assert desk.view.told[-1] == (Told.DONE_FOR_NOW, 2)


def test_a_check_in_is_for_one_owner_in_what_is_looked_at(desk: Desk, coast: Ref) -> None:
    desk.workspace.actions.add(coast, Wish("Fetch the keys", "harbour trust"), TODAY)
    desk.presenter.check_in(ref_of(desk, "Send the draft"))
    text, name, number = desk.view.seen["take_check_in"]
    assert (name, number) == ("Harbour Trust", 2)
    assert "- Send the draft (we had Friday 4 December in mind; another day is fine)" in text
    assert "- Fetch the keys" in text


def test_the_list_is_written_as_it_is_narrowed(desk: Desk, coast: Ref, tmp_path: Path) -> None:
    desk.presenter.show(alliance=coast, words="ro")
    desk.presenter.write(tmp_path / "a.md")
    assert desk.written == [(tmp_path / "a.md", ["Find a room"])]


def test_things_lead_to_their_entry_and_shares_are_counted(desk: Desk, coast: Ref) -> None:
    entry = desk.workspace.journal
    from animating_alliances_desktop.core.journal.model import FREE, TEXT, Draft

    ref = entry.add(Draft(coast, TODAY, FREE, parts={TEXT: "-> Count the boats @hub"}))[1].ref
    desk.presenter.refresh()
    desk.presenter.origin(ref_of(desk, "Count the boats"))
    assert desk.opened == [(ref, "")]
    desk.presenter.show(side=Side.SHARES)
    ((share,),) = desk.view.seen["show_shares"]
    assert (share.month, share.whole) == (date(2026, 12, 1), 6)
