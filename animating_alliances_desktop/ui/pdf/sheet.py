"""The pages under the hand, mouse and keys: a text cursor walks through them, and what is selected can be copied."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from animating_alliances_desktop.ui.pdf.hand import Hand
from animating_alliances_desktop.ui.pdf.selection import Move, Walker

_KEY, _CTRL, _SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_MOVES = {
    (_KEY.Key_Left, False): Move.LEFT,
    (_KEY.Key_Right, False): Move.RIGHT,
    (_KEY.Key_Left, True): Move.WORD_LEFT,
    (_KEY.Key_Right, True): Move.WORD_RIGHT,
    (_KEY.Key_Up, False): Move.UP,
    (_KEY.Key_Down, False): Move.DOWN,
    (_KEY.Key_Home, False): Move.LINE_START,
    (_KEY.Key_End, False): Move.LINE_END,
    (_KEY.Key_Home, True): Move.START,
    (_KEY.Key_End, True): Move.END,
}
_ALL = 1 << 30
"""A position behind all characters of a page."""
_SCREENS = {_KEY.Key_PageDown: 1, _KEY.Key_PageUp: -1, _KEY.Key_Space: 1}
_LINES = {_KEY.Key_Down: 1, _KEY.Key_Up: -1}
_ENDS = (_KEY.Key_Home, _KEY.Key_End)


class PdfSheet(Hand):
    """Shows one file, and can be read and marked without a mouse."""

    copied = Signal(object, object)
    """The user wants to have the words between these places."""

    _x: float | None = None
    """Where in the lines the cursor wants to be while it goes up and down."""

    def use_caret(self, *, on: bool) -> None:
        """Walk through the text with the keys, from the first character that can be seen; or scroll with them."""
        self.layer.has_caret = on
        caret = self.selection.caret
        seen = self.plan.visible(*self._window())
        if on and len(self.plan) and (caret is None or caret[0] not in seen):
            self.selection.put(self.spot_at(QPointF(0, 8)) or (seen[0], 0))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bring a text cursor with F7, or with Shift and an arrow; without one, the arrows scroll."""
        key, extends = event.key(), bool(event.modifiers() & _SHIFT)
        move = _MOVES.get((Qt.Key(key), bool(event.modifiers() & _CTRL)))
        if key == _KEY.Key_F7 or (key == _KEY.Key_Escape and self.layer.has_caret):
            self.use_caret(on=not self.layer.has_caret and key == _KEY.Key_F7)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._select_all()
        elif move is not None and (extends or self.layer.has_caret):
            self._walk(move, extends=extends)
        elif not self._scroll(Qt.Key(key), backwards=extends):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Tell what was selected with the keys."""
        super().keyReleaseEvent(event)
        if event.key() == _KEY.Key_Shift and not event.isAutoRepeat():
            self.selected.emit()

    def copy(self) -> None:
        """Ask for the words that are selected."""
        span = self.selection.span
        if span is not None:
            self.copied.emit(*span)

    def _walk(self, move: Move, *, extends: bool) -> None:
        """Take the text cursor a step further, and the pages with it."""
        if not self.layer.has_caret:
            self.use_caret(on=True)
        caret = self.selection.caret
        if caret is None:
            return
        walker = Walker(self.stock.letters, len(self.plan))
        upright = move in (Move.UP, Move.DOWN)
        self._x = (self._x if self._x is not None else walker.x_of(caret)) if upright else None
        spot = walker.move(caret, move, self._x or 0.0)
        if extends:
            self.selection.extend(spot)
        else:
            self.selection.put(spot)
        self._follow_caret()

    def _follow_caret(self) -> None:
        """Scroll so that the text cursor is seen."""
        spot = self.selection.caret
        letters = self.stock.letters(spot[0]) if spot is not None else None
        if spot is None or letters is None:
            self.turn_to(spot[0] if spot is not None else 0)
            return
        left, top, _right, bottom = letters.caret(spot[1])
        across, upper = self.plan.place(spot[0], left, top)
        lower = self.plan.place(spot[0], left, bottom)[1]
        down, aside = self.verticalScrollBar(), self.horizontalScrollBar()
        if upper < down.value() + 8:
            down.setValue(round(upper - 60))
        elif lower > down.value() + self.viewport().height() - 8:
            down.setValue(round(lower - self.viewport().height() + 60))
        if not aside.value() <= across <= aside.value() + self.viewport().width():
            aside.setValue(round(across - self.viewport().width() / 3))
        self.viewport().update()

    def _select_all(self) -> None:
        if len(self.plan):
            last = len(self.plan) - 1
            letters = self.stock.letters(last)
            self.selection.select((0, 0), (last, len(letters) if letters is not None else _ALL))
            self.viewport().update()

    def _scroll(self, key: Qt.Key, *, backwards: bool) -> bool:
        """Scroll by a line, by a window, or to an end; whether the key was one for that."""
        bar = self.verticalScrollBar()
        if key in _SCREENS:
            bar.setValue(bar.value() + _SCREENS[key] * bar.pageStep() * (-1 if backwards else 1))
        elif key in _LINES:
            bar.setValue(bar.value() + _LINES[key] * bar.singleStep())
        elif key in _ENDS:
            bar.setValue(bar.minimum() if key == _KEY.Key_Home else bar.maximum())
        else:
            return False
        return True

    def _window(self) -> tuple[int, int]:
        top = self.verticalScrollBar().value()
        return top, top + self.viewport().height()
