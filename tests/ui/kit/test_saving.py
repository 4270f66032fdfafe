"""What is typed is saved in order, and nothing is called saved that is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from animating_alliances_desktop.core.changes import Changes
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.ui.kit.saving import Phase, Saver, State
from tests.ui.inline import Inline


class Desk:
    """A text that is typed, a disk that it goes to, and what was said of it."""

    def __init__(self, *, hold: bool = True) -> None:
        self.text = ""
        self.disk = ""
        self.trouble: Exception | None = None
        self.said: list[State] = []
        self.tasks = Inline(hold=hold)
        self.saver = Saver(self.tasks, lambda: self.text, self._write, self.said.append)

    def type(self, letter: str) -> None:
        self.text += letter
        self.saver.typed()

    def _write(self, text: str) -> Changes:
        if self.trouble is not None:
            raise self.trouble
        self.disk = text
        return Changes()


def test_saved_is_said_only_after_the_commit() -> None:
    desk = Desk()
    desk.type("a")
    desk.saver.save()
    assert desk.said[-1].phase is Phase.SAVING
    assert desk.saver.unsaved
    desk.tasks.let_go()
    assert desk.disk == "a"
    assert desk.said[-1].phase is Phase.SAVED


def test_an_older_save_that_comes_back_does_not_pass_for_a_newer_one() -> None:
    desk = Desk()
    desk.type("a")
    desk.saver.save()
    desk.type("b")
    desk.tasks.let_go()
    assert desk.said[-1].phase is Phase.SAVING
    assert desk.saver.unsaved
    desk.saver.save()
    desk.tasks.let_go()
    assert (desk.disk, desk.said[-1].phase) == ("ab", Phase.SAVED)


def test_a_failure_is_told_in_words_and_can_be_tried_again() -> None:
    desk = Desk(hold=False)
    desk.trouble = AppError("The disk is full.")
    desk.type("a")
    desk.saver.save()
    assert desk.said[-1] == State(Phase.FAILED, "The disk is full.")
    desk.type("b")
    assert desk.said[-1].phase is Phase.FAILED
    desk.trouble = None
    desk.saver.save()
    assert (desk.disk, desk.said[-1].phase) == ("ab", Phase.SAVED)


def test_a_bug_is_shown_as_a_failure_and_reported_as_a_bug() -> None:
    desk = Desk(hold=False)
    desk.trouble = ZeroDivisionError()
    desk.type("a")
    with pytest.raises(ZeroDivisionError):
        desk.saver.save()
    assert desk.said[-1] == State(Phase.FAILED)
    assert desk.saver.unsaved


def test_going_on_waits_for_everything_that_was_typed_meanwhile() -> None:
    desk = Desk()
    gone: list[str] = []
    desk.type("a")
    desk.saver.settle(lambda: gone.append(desk.disk))
    desk.type("b")
    desk.tasks.let_go()
    assert gone == []
    desk.tasks.let_go()
    assert gone == ["ab"]


def test_what_cannot_be_saved_holds_one_back() -> None:
    desk = Desk(hold=False)
    gone: list[str] = []
    desk.trouble = AppError("The disk is full.")
    desk.type("a")
    desk.saver.settle(lambda: gone.append("left"))
    desk.trouble = None
    desk.saver.save()
    assert gone == []
    assert not desk.saver.unsaved


@given(st.lists(st.sampled_from(["type", "save", "let go", "break", "mend"]), max_size=40))
def test_whatever_happens_saved_means_saved(steps: list[str]) -> None:
    desk = Desk()
    ways = {
        "type": lambda: desk.type("x"),
        "save": desk.saver.save,
        "let go": desk.tasks.let_go,
        "break": lambda: setattr(desk, "trouble", AppError("The disk is full.")),
        "mend": lambda: setattr(desk, "trouble", None),
    }
    for step in steps:
        ways[step]()
        if desk.said and desk.said[-1].phase is Phase.SAVED:
            assert desk.disk == desk.text
    desk.trouble = None
    desk.saver.save()
    desk.tasks.let_go()
    desk.saver.save()
    desk.tasks.let_go()
    assert desk.disk == desk.text
