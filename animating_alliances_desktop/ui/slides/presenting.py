"""Presenting: the windows of a talk, each on its screen, kept in step until the talk ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from animating_alliances_desktop.core.library.slides import Deck
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.slides.audience import AudienceWindow, Compose
from animating_alliances_desktop.ui.slides.desk import DeskWindow
from animating_alliances_desktop.ui.slides.displays import Displays
from animating_alliances_desktop.ui.slides.talk import Talk


class Presenting(QObject):
    """The audience's window on one screen, the speaker's on another, if there is one."""

    ended = Signal(int)
    """The talk is over; the number of the slide at which it ended."""

    def __init__(
        self, theme: Theme, compose: Compose, displays: Displays, now: Callable[[], datetime], home: QWidget
    ) -> None:
        super().__init__(home)
        self._theme, self._compose, self._displays, self._now = theme, compose, displays, now
        self._home = home
        self._swapped = False
        self.talk: Talk | None = None
        self.audience: AudienceWindow | None = None
        self.desk: DeskWindow | None = None
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._arrange, Qt.ConnectionType.QueuedConnection)
            app.screenRemoved.connect(self._arrange, Qt.ConnectionType.QueuedConnection)

    def start(self, deck: Deck, number: int) -> None:
        """Present a deck from this slide on."""
        if self.talk is not None:
            return
        self.talk = Talk(deck, number, self, self._now)
        self.audience = AudienceWindow(self._theme, self.talk, self._compose, self._home)
        self.desk = DeskWindow(self._theme, self.talk, self._compose, self._home)
        self.desk.swap.clicked.connect(self.swap)
        self._swapped = False
        self._arrange()

    def swap(self) -> None:
        """Let the two windows change places."""
        self._swapped = not self._swapped
        self._arrange()

    def repaint(self) -> None:
        """Show the slides again: a picture on them came in."""
        if self.talk is not None:
            self.show_talk(self.talk)

    # What the talk asks for

    def show_talk(self, talk: Talk) -> None:
        """See `Stages.show_talk`."""
        for window in (self.audience, self.desk):
            if window is not None:
                window.show_talk()

    def show_time(self, talk: Talk) -> None:
        """See `Stages.show_time`."""
        if self.desk is not None:
            self.desk.show_time()

    def end(self) -> None:
        """See `Stages.end`."""
        talk, self.talk = self.talk, None
        if talk is None:
            return
        windows = (self.audience, self.desk)
        self.audience = self.desk = None
        for window in windows:
            if window is not None:
                window.close()
        self.ended.emit(talk.number)

    def _arrange(self) -> None:
        """Give each window its screen; with one screen there is only the audience's."""
        if self.audience is None or self.desk is None:
            return
        here, *others = self._displays()
        if self.talk is not None:
            self.talk.sit_down(alone=not others)
        if not others:
            self.desk.hide()
            here.fill(self.audience)
            self.audience.show_hint(on=True)
            _take_the_keys(self.audience)
            return
        there = others[0]
        own, theirs = (there, here) if self._swapped else (here, there)
        self.audience.show_hint(on=False)
        theirs.fill(self.audience)
        own.fill(self.desk)
        _take_the_keys(self.desk)


def _take_the_keys(window: QWidget) -> None:
    window.raise_()
    window.activateWindow()
    window.setFocus(Qt.FocusReason.OtherFocusReason)
