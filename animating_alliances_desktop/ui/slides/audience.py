"""What the audience sees: the slide and nothing else, on a whole screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from animating_alliances_desktop.core.library.slides import Slide
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.slides.composing import Composed
from animating_alliances_desktop.ui.slides.notes import NotesView
from animating_alliances_desktop.ui.slides.stage import Stage
from animating_alliances_desktop.ui.slides.talk import Talk

Compose = Callable[[Slide], Composed]
_ON = (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)
_PRESSES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
"""What a button takes for itself."""
_STILL, _HINT = 2500, 6000
_NOTES, _SLIDE = 2, 3
"""How the height is shared between notes and slide where both are on one screen."""


class TalkWindow(QWidget):
    """A window of a talk: it takes the keys of the whole talk, whatever in it has the keyboard."""

    def __init__(self, talk: Talk, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._talk = talk
        self._calls = _calls(talk)

    def add_key(self, key: Qt.Key, call: Callable[[], object]) -> None:
        """Let this window take one more key."""
        self._calls[key] = call

    def listen_to(self, *buttons: QAbstractButton) -> None:
        """Take the keys that a button would use for wandering about."""
        for each in buttons:
            each.installEventFilter(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key says."""
        if not self._obey(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See `listen_to`."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return event.key() not in _PRESSES and self._obey(event)
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the talk, whoever closed the window."""
        super().closeEvent(event)
        self._talk.end()

    def _obey(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        call = None if held else self._calls.get(Qt.Key(event.key()))
        if call is not None:
            call()
        return call is not None


class AudienceWindow(TalkWindow):
    """The slide; below it, if the speaker wants them and has no other screen, the notes."""

    def __init__(self, theme: Theme, talk: Talk, compose: Compose, parent: QWidget) -> None:
        super().__init__(talk, parent)
        self._theme, self._compose = theme, compose
        self.setWindowTitle(self.tr("{deck}: slides").format(deck=talk.deck.title))
        self.setAccessibleName(self.tr("The audience's view"))
        self.setMouseTracking(True)
        self.stage = Stage()
        self.stage.setMouseTracking(True)
        self.notes = NotesView(theme, size=24, sources=False, centred=True)
        self.notes.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        said = self.tr("Right: next slide   ·   N: notes   ·   B: black   ·   Escape: end")
        self.hint = label(said, "small", wrap=False)
        self.hint.setParent(self.stage)
        self.hint.setContentsMargins(14, 6, 14, 6)
        self._still = QTimer(self, singleShot=True, interval=_STILL)
        self._still.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))
        self._hinted = QTimer(self, singleShot=True, interval=_HINT)
        self._hinted.timeout.connect(self.hint.hide)
        self.stage.pressed.connect(self._press)
        theme.changed.connect(self.show_talk)
        self._lay_out()
        self._scroll_by_keys()
        self._still.start()
        self.show_talk()

    def show_talk(self) -> None:
        """Show the talk as it stands now."""
        talk = self._talk
        self.stage.dress(self._theme.palette, ground=QColor(self._theme.paper.colour("page")))
        self.stage.show_slide(self._compose(talk.slide), talk.slide, len(talk.deck.slides))
        self.stage.show_black(on=talk.is_black)
        self.notes.show_notes(talk.slide)
        self.notes.setVisible(talk.shows_notes and not talk.is_black)

    def show_hint(self, *, on: bool) -> None:
        """Say for a moment which keys there are: where no other window says it."""
        self.hint.adjustSize()
        self.hint.move((self.width() - self.hint.width()) // 2, self.height() - self.hint.height() - 6)
        self.hint.setVisible(on)
        if on:
            self._hinted.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the hint at the foot."""
        super().resizeEvent(event)
        self.show_hint(on=self.hint.isVisible())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the pointer, for a while."""
        super().mouseMoveEvent(event)
        self.unsetCursor()
        self._still.start()

    def _press(self, mouse: Qt.MouseButton) -> None:
        if mouse is Qt.MouseButton.LeftButton:
            self._talk.step(1)
        elif mouse in (Qt.MouseButton.RightButton, Qt.MouseButton.BackButton):
            self._talk.step(-1)

    def _scroll_by_keys(self) -> None:
        """Up and down go through the slides, or scroll the notes where they are shown."""

        def move(by: int) -> None:
            bar = self.notes.verticalScrollBar()
            if self.notes.isVisible() and bar.maximum():
                bar.setValue(bar.value() + by * 3 * bar.singleStep())
            else:
                self._talk.step(by)

        self.add_key(Qt.Key.Key_Down, lambda: move(1))
        self.add_key(Qt.Key.Key_Up, lambda: move(-1))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stage, _SLIDE)
        column.addWidget(self.notes, _NOTES)
        self.hint.hide()
        self.notes.hide()


def _calls(talk: Talk) -> dict[Qt.Key, Callable[[], object]]:
    calls: dict[Qt.Key, Callable[[], object]] = {
        Qt.Key.Key_Home: lambda: talk.go(1),
        Qt.Key.Key_End: talk.last,
        Qt.Key.Key_B: talk.black,
        Qt.Key.Key_Period: talk.black,
        Qt.Key.Key_N: talk.notes,
        Qt.Key.Key_P: talk.pause,
        Qt.Key.Key_R: talk.restart,
        Qt.Key.Key_Escape: talk.end,
    }
    calls |= dict.fromkeys(_ON, lambda: talk.step(1))
    calls |= dict.fromkeys(_BACK, lambda: talk.step(-1))
    return calls
