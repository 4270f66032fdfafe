"""A talk under way: which slide the audience sees, and for how long it has gone on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from animating_alliances_desktop.core.library.slides import Deck, Slide


class Stages(Protocol):
    """What shows a talk: the windows of the audience and of the speaker."""

    def show_talk(self, talk: Talk) -> None:
        """Show the talk as it stands now."""

    def show_time(self, talk: Talk) -> None:
        """Show the clock and the time since the start."""

    def end(self) -> None:
        """Close the windows."""


class Talk:
    """Goes through a deck; it holds no window."""

    def __init__(self, deck: Deck, number: int, stages: Stages, now: Callable[[], datetime]) -> None:
        self.deck = deck
        self.number = min(max(1, number), len(deck.slides))
        self.is_black = False
        """Whether the audience sees nothing at the moment."""
        self.is_alone = True
        """Whether the speaker has no other screen than the audience's."""
        self.shows_notes = False
        """Whether the notes are on the audience's screen."""
        self._stages, self._now = stages, now
        self._since: datetime | None = now()
        self._before = timedelta()

    @property
    def slide(self) -> Slide:
        """The slide that is on view."""
        return self.deck.slides[self.number - 1]

    @property
    def following(self) -> Slide | None:
        """The slide after it, if there is one."""
        return self.deck.slides[self.number] if self.number < len(self.deck.slides) else None

    @property
    def clock(self) -> str:
        """The time of day."""
        return f"{self._now():%H:%M}"

    @property
    def elapsed(self) -> str:
        """The time since the start, without the pauses."""
        running = self._now() - self._since if self._since is not None else timedelta()
        seconds = max(0, int((self._before + running).total_seconds()))
        hours, minutes = divmod(seconds // 60, 60)
        return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"

    @property
    def is_paused(self) -> bool:
        """Whether the time stands still."""
        return self._since is None

    def go(self, number: int) -> None:
        """Show another slide; whoever moves on wants to be seen."""
        self.number = min(max(1, number), len(self.deck.slides))
        self.is_black = False
        self._stages.show_talk(self)

    def step(self, by: int) -> None:
        """Go on, or back."""
        self.go(self.number + by)

    def last(self) -> None:
        """Go to the end."""
        self.go(len(self.deck.slides))

    def sit_down(self, *, alone: bool) -> None:
        """Be told whether the speaker has a screen of his or her own now."""
        self.is_alone = alone
        self.shows_notes = self.shows_notes and alone
        self._stages.show_talk(self)

    def black(self) -> None:
        """Show nothing, or the slide again."""
        self.is_black = not self.is_black
        self._stages.show_talk(self)

    def notes(self) -> None:
        """Show the notes below the slide, or put them away; never to an audience while the speaker has a screen."""
        self.shows_notes = self.is_alone and not self.shows_notes
        self._stages.show_talk(self)

    def pause(self) -> None:
        """Let the time stand still, or go on."""
        if self._since is None:
            self._since = self._now()
        else:
            self._before += self._now() - self._since
            self._since = None
        self._stages.show_time(self)

    def restart(self) -> None:
        """Count the time from now on."""
        self._before = timedelta()
        self._since = self._now() if self._since is not None else None
        self._stages.show_time(self)

    def end(self) -> None:
        """Stop presenting."""
        self._stages.end()
