"""What becomes of an outline while its reader shapes it, and what takes it back."""

from __future__ import annotations

import pytest

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.library.model import Heading
from animating_alliances_desktop.core.library.outlining import Outlined
from animating_alliances_desktop.ui.kit.shaping import Shaping, Undo
from tests.ui.inline import Inline
from tests.ui.outlines import FakeOutlines

DOCUMENT, OTHER = Ref(Kind.DOCUMENT, "evaluation"), Ref(Kind.DOCUMENT, "other")
LINES = (Heading(2, "One", "one"), Heading(3, "Below", "below"), Heading(2, "Two", "two"))


class FakeView:
    def __init__(self) -> None:
        self.shown: list[tuple[list[str], int | None]] = []
        self.told: list[str] = []
        self.undo: Undo = lambda: None

    def show_outline(self, outlined: Outlined, at: int | None) -> None:
        self.shown.append(([line.title for line in outlined.lines], at))

    def show_fixed(self) -> None:
        self.told.append("fixed")

    def edit_line(self, nth: int) -> None:
        self.told.append(f"edit {nth}")

    def tell_line_removed(self, undo: Undo) -> None:
        self.told.append("removed")
        self.undo = undo

    def tell_restored(self, undo: Undo) -> None:
        self.told.append("restored")
        self.undo = undo


class Desk:
    def __init__(self) -> None:
        self.view, self.tasks = FakeView(), Inline()
        self.outlines = FakeOutlines({DOCUMENT: LINES, OTHER: ()})
        self.undos: list[Undo] = []
        self.shaping = Shaping(self.view, self.outlines, self.tasks, self.undos.append, "test")
        self.tasks.listeners.append(self.shaping.changed)
        self.shaping.open(DOCUMENT)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_only_the_outline_of_a_document_can_be_shaped(desk: Desk) -> None:
    assert desk.shaping.can_shape
    desk.shaping.open(Ref(Kind.PAPER, "overview"))
    assert desk.view.told[-1] == "fixed"
    desk.shaping.rename(0, "Mine")
    desk.shaping.restore()
    assert (desk.shaping.can_shape, desk.outlines.own, desk.tasks.told) == (False, {}, [])


def test_a_line_is_renamed_and_that_is_taken_back_to_the_outline_of_the_file(desk: Desk) -> None:
    desk.shaping.rename(2, "The quay")
    assert desk.view.shown[-1] == (["One", "Below", "The quay"], 2)
    desk.shaping.rename(2, "  ")
    desk.shaping.rename(9, "No such line")
    assert len(desk.undos) == 1
    desk.undos.pop()()
    assert desk.outlines.own == {}, "not a copy of it"
    assert desk.view.shown[-1][0] == ["One", "Below", "Two"]


def test_lines_move_are_removed_and_each_step_is_taken_back_by_itself(desk: Desk) -> None:
    desk.shaping.move(2, 1)
    desk.shaping.remove(0)
    assert desk.view.told[-1] == "removed"
    assert [(line.title, line.level) for line in desk.shaping.lines] == [("Below", 2), ("Two", 2)]
    desk.view.undo()
    assert [line.level for line in desk.shaping.lines] == [2, 3, 3]
    desk.shaping.move(0, 1)
    assert len(desk.undos) == 1, "what cannot move does not"
    desk.undos.pop()()
    assert desk.shaping.lines == LINES


def test_a_new_line_is_written_into_and_one_that_is_there_is_taken(desk: Desk) -> None:
    desk.shaping.add(Heading(1, "New", "¶1.2"), 1)
    assert desk.view.shown[-1] == (["One", "New", "Below", "Two"], 1)
    assert desk.view.told[-1] == "edit 1"
    desk.shaping.add(Heading(1, "New", "¶1.2"), 2)
    assert len(desk.shaping.lines) == 4


def test_the_outline_of_the_file_comes_back_and_that_can_be_taken_back(desk: Desk) -> None:
    desk.shaping.restore()
    assert desk.tasks.told == [], "it is that one already"
    desk.shaping.remove(1)
    desk.shaping.restore()
    assert desk.shaping.outlined == Outlined(LINES, LINES)
    desk.view.undo()
    assert [line.title for line in desk.outlines.own[DOCUMENT]] == ["One", "Two"]


def test_taking_back_after_another_document_was_opened_leaves_that_one_alone(desk: Desk) -> None:
    desk.shaping.rename(0, "Mine")
    desk.shaping.open(OTHER)
    desk.undos.pop()()
    assert desk.outlines.own == {}
    assert (desk.shaping.lines, desk.view.shown[-1]) == ((), ([], None))


def test_a_pdf_says_itself_what_its_file_brought(desk: Desk) -> None:
    better = (Heading(1, "Beginnings", "page-1", (72.0, 700.0)),)
    desk.shaping.open(OTHER, better)
    assert desk.shaping.lines == better
    desk.shaping.rename(0, "Start")
    desk.shaping.restore()
    assert desk.shaping.lines == better


def test_a_document_that_was_removed_is_no_failure_here(desk: Desk) -> None:
    del desk.outlines.originals[DOCUMENT]
    desk.shaping.changed(Changes.of(DOCUMENT))
    assert desk.tasks.failures == []
    assert desk.shaping.lines == LINES
