"""A talk: its slides, its black, its clock."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from animating_alliances_desktop.ui.slides.talk import Talk
from tests.ui.slides.decks import FakeLibrary

NINE = datetime(2026, 12, 1, 9, 5)  # noqa: DTZ001 -- a clock on the wall


class Hall:
    """Stands for the windows, and for the clock on the wall."""

    def __init__(self) -> None:
        self.now = NINE
        self.shown: list[int] = []
        self.ended = 0

    def show_talk(self, talk: Talk) -> None:
        self.shown.append(talk.number)

    def show_time(self, talk: Talk) -> None:
        self.shown.append(0)

    def end(self) -> None:
        self.ended += 1

    def wait(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def hall() -> Hall:
    return Hall()


@pytest.fixture
def talk(hall: Hall) -> Talk:
    return Talk(FakeLibrary().deck(), 1, hall, lambda: hall.now)


def test_it_goes_on_and_back_and_not_beyond_the_ends(hall: Hall, talk: Talk) -> None:
    assert talk.following is not None
    assert talk.following.title == "A tent"
    for step in (1, 1, 1, 1, -1):
        talk.step(step)
    talk.last()
    assert talk.following is None
    talk.go(1)
    talk.step(-1)
    assert hall.shown == [2, 3, 4, 4, 3, 4, 1, 1]
    assert talk.slide.title == "What holds it up"


def test_black_shows_nothing_until_it_goes_on(talk: Talk) -> None:
    talk.black()
    assert talk.is_black
    talk.black()
    assert not talk.is_black
    talk.black()
    talk.step(1)
    assert not talk.is_black


def test_notes_are_only_for_a_speaker_without_a_screen(talk: Talk) -> None:
    talk.notes()
    assert talk.shows_notes
    talk.sit_down(alone=False)
    assert not talk.shows_notes
    talk.notes()
    assert not talk.shows_notes


def test_the_clock_and_the_time_since_the_start(hall: Hall, talk: Talk) -> None:
    assert (talk.clock, talk.elapsed) == ("09:05", "0:00")
    hall.wait(minutes=3, seconds=7.9)
    assert (talk.clock, talk.elapsed) == ("09:08", "3:07")
    talk.pause()
    hall.wait(minutes=30)
    assert (talk.elapsed, talk.is_paused) == ("3:07", True)
    talk.pause()
    hall.wait(hours=1, seconds=2)
    assert (talk.elapsed, talk.is_paused) == ("1:03:09", False)
    talk.restart()
    hall.wait(seconds=5)
    assert talk.elapsed == "0:05"


def test_starting_over_in_a_pause_stays_at_nought(hall: Hall, talk: Talk) -> None:
    hall.wait(minutes=1)
    talk.pause()
    talk.restart()
    hall.wait(minutes=1)
    assert (talk.elapsed, talk.is_paused) == ("0:00", True)
    talk.pause()
    hall.wait(seconds=9)
    assert talk.elapsed == "0:09"
    talk.end()
    assert hall.ended == 1
