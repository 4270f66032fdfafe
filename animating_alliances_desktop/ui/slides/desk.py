"""What the speaker sees: this slide, the next one, the notes, the clock and the time since the start."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from animating_alliances_desktop.ui.kit.buttons import button, icon_button
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.slides.audience import Compose, TalkWindow
from animating_alliances_desktop.ui.slides.notes import NotesView
from animating_alliances_desktop.ui.slides.stage import Stage
from animating_alliances_desktop.ui.slides.talk import Talk

_SECOND = 1000
_LARGER = 1.15
_NOTES = 26


class DeskWindow(TalkWindow):
    """The speaker's window, on the screen that the audience does not see."""

    def __init__(self, theme: Theme, talk: Talk, compose: Compose, parent: QWidget) -> None:
        super().__init__(talk, parent)
        self._theme, self._compose = theme, compose
        self.setWindowTitle(self.tr("{deck}: speaker's view").format(deck=talk.deck.title))
        self.setAccessibleName(self.tr("The speaker's view"))
        self.stage, self.following = Stage(margin=1, at_top=True), Stage(margin=1, at_top=True)
        self.notes = NotesView(theme, size=_NOTES, sources=False)
        self.notes.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.count = label("", "heading", wrap=False)
        self.next_title = label("", "muted")
        self.clock = label("", "heading", wrap=False)
        self.elapsed = label("", "heading", wrap=False)
        self._make_buttons()
        self._lay_out()
        self._ticking = QTimer(self, interval=_SECOND)
        self._ticking.timeout.connect(self.show_time)
        self._ticking.start()
        theme.changed.connect(self.show_talk)
        self.show_talk()

    def show_talk(self) -> None:
        """Show the talk as it stands now."""
        talk, of = self._talk, len(self._talk.deck.slides)
        for stage in (self.stage, self.following):
            stage.dress(self._theme.palette)
        self.stage.show_slide(self._compose(talk.slide), talk.slide, of)
        after = talk.following
        self.following.show_slide(self._compose(after) if after is not None else None, after, of)
        self.next_title.setText(
            self.tr("Next: {title}").format(title=after.title)
            if after is not None
            else self.tr("This is the last slide.")
        )
        said = self.tr("Slide {number} of {count}").format(number=talk.number, count=of)
        self.count.setText(
            self.tr("{slide}: the audience sees black").format(slide=said) if talk.is_black else said
        )
        self.black.setChecked(talk.is_black)
        self.notes.show_notes(talk.slide)
        self.previous.setEnabled(talk.number > 1)
        self.next.setEnabled(after is not None)
        self.show_time()

    def show_time(self) -> None:
        """Show the clock and the time since the start."""
        talk = self._talk
        self.clock.setText(talk.clock)
        self.clock.setAccessibleName(self.tr("It is {time}").format(time=talk.clock))
        paused = self.tr("{time} (paused)").format(time=talk.elapsed) if talk.is_paused else talk.elapsed
        self.elapsed.setText(paused)
        self.elapsed.setAccessibleName(self.tr("Since the start: {time}").format(time=paused))
        self.pause.setText(self.tr("Go on") if talk.is_paused else self.tr("Pause"))

    def _make_buttons(self) -> None:
        talk, theme = self._talk, self._theme
        self.previous = icon_button(theme, "chevron-left", self.tr("Slide before (Left)"))
        self.next = icon_button(theme, "chevron-right", self.tr("Next slide (Right)"))
        self.pause, self.restart = button(self.tr("Pause")), button(self.tr("From 0:00"))
        self.black, self.swap = button(self.tr("Black")), button(self.tr("Swap screens"))
        self.black.setCheckable(True)
        self.smaller = icon_button(theme, "minus", self.tr("Smaller notes (-)"))
        self.larger = icon_button(theme, "plus", self.tr("Larger notes (+)"))
        self.finish = button(self.tr("End"), "primary")
        for made, call, tip in (
            (self.previous, lambda: talk.step(-1), ""),
            (self.next, lambda: talk.step(1), ""),
            (self.pause, talk.pause, self.tr("Let the time stand still, or go on (P)")),
            (self.restart, talk.restart, self.tr("Count the time from now on (R)")),
            (self.black, talk.black, self.tr("Show the audience nothing, or the slide again (B)")),
            (self.swap, lambda: None, self.tr("Let the two windows change places (S)")),
            (self.smaller, lambda: self.notes.resize_letters(1 / _LARGER), ""),
            (self.larger, lambda: self.notes.resize_letters(_LARGER), ""),
            (self.finish, talk.end, self.tr("Stop presenting (Escape)")),
        ):
            made.clicked.connect(lambda _on=False, call=call: call())
            made.setToolTip(tip or made.toolTip())
            self.listen_to(made)
        self.add_key(Qt.Key.Key_S, self.swap.click)
        for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.add_key(key, self.larger.click)
        self.add_key(Qt.Key.Key_Minus, self.smaller.click)
        self.add_key(Qt.Key.Key_Down, lambda: self._scroll(1))
        self.add_key(Qt.Key.Key_Up, lambda: self._scroll(-1))

    def _scroll(self, by: int) -> None:
        bar = self.notes.verticalScrollBar()
        bar.setValue(bar.value() + by * 3 * bar.singleStep())

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.count)
        top.addWidget(self.previous)
        top.addWidget(self.next)
        top.addStretch(1)
        for part in (_quiet(self.tr("Now")), self.clock, _quiet(self.tr("Since the start")), self.elapsed):
            top.addWidget(part)
        for each in (self.pause, self.restart):
            top.addWidget(each)
        top.addStretch(1)
        for each in (self.black, self.swap, self.finish):
            top.addWidget(each)
        slides = QVBoxLayout()
        slides.setSpacing(8)
        slides.addWidget(self.stage, 5)
        slides.addWidget(self.next_title)
        slides.addWidget(self.following, 3)
        said = QVBoxLayout()
        above = QHBoxLayout()
        above.addWidget(_quiet(self.tr("Notes")))
        above.addStretch(1)
        above.addWidget(self.smaller)
        above.addWidget(self.larger)
        said.addLayout(above)
        said.addWidget(self.notes, 1)
        below = QHBoxLayout()
        below.setSpacing(20)
        below.addLayout(slides, 5)
        below.addLayout(said, 6)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 14, 20, 20)
        whole.setSpacing(12)
        whole.addLayout(top)
        whole.addLayout(below, 1)


def _quiet(words: str) -> QLabel:
    return label(words, "muted", wrap=False)
