"""Ctrl+Z takes back one thing after the other; a message's button takes back its own."""

from __future__ import annotations

from animating_alliances_desktop.ui.kit.takingback import MOST, TakingBack


def test_the_latest_is_taken_back_first_and_each_only_once() -> None:
    done: list[str] = []
    taking = TakingBack(lambda: done.append("clear"))
    taking.undo()
    first, second = (lambda: done.append("first")), (lambda: done.append("second"))
    taking.note(first)
    taking.note(second)
    taking.undo(first)
    taking.undo(first)
    taking.undo()
    taking.undo()
    assert done == ["clear", "first", "clear", "second"]


def test_only_so_many_are_held() -> None:
    done: list[int] = []
    taking = TakingBack(lambda: None)
    for nth in range(MOST + 10):
        taking.note(lambda nth=nth: done.append(nth))
    for _ in range(MOST + 10):
        taking.undo()
    assert done == list(range(MOST + 9, 9, -1))
