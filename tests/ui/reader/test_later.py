"""The reading list as the reader offers it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.ui.reader.later import ReadingLater
from tests.ui.inline import Inline
from tests.ui.reader.fakes import LIST, FakeLater

TEXT, ENTRY = Ref(Kind.CASE, "one"), Ref(Kind.ENTRY, "1")


@dataclass
class FakeView:
    shown: list[tuple[bool, bool]] = field(default_factory=list)
    undo: Callable[[], None] = lambda: None

    def show_later(self, *, can: bool, on: bool) -> None:
        self.shown.append((can, on))

    def tell_later(self, *, on: bool, undo: Callable[[], None]) -> None:
        self.undo = undo


@dataclass
class Desk:
    tasks: Inline = field(default_factory=Inline)
    view: FakeView = field(default_factory=FakeView)
    store: FakeLater = field(default_factory=FakeLater)

    def __post_init__(self) -> None:
        self.later = ReadingLater(self.view, self.store, self.tasks)
        self.tasks.listeners.append(self.later.changed)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_text_is_put_on_and_taken_off_and_each_can_be_taken_back(desk: Desk) -> None:
    desk.later.open(TEXT)
    assert desk.view.shown == [(True, False)]
    desk.later.toggle()
    assert (desk.store.refs, desk.view.shown[-1]) == ([TEXT], (True, True))
    desk.view.undo()
    assert (desk.store.refs, desk.view.shown[-1]) == ([], (True, False))
    desk.later.toggle()
    desk.later.toggle()
    assert desk.store.refs == []
    desk.view.undo()
    assert (desk.store.refs, desk.view.shown[-1]) == ([TEXT], (True, True))


def test_the_store_is_asked_only_when_another_text_is_open_or_the_list_changed(desk: Desk) -> None:
    desk.later.open(TEXT)
    desk.later.open(TEXT)
    desk.later.changed(Changes.of(TEXT))
    assert len(desk.view.shown) == 1
    desk.later.changed(Changes.of(LIST))
    assert len(desk.view.shown) == 2


def test_an_entry_is_not_read_later(desk: Desk) -> None:
    desk.later.open(ENTRY)
    desk.later.toggle()
    assert (desk.store.refs, desk.view.shown) == ([], [(False, False)])
