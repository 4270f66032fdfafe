"""A leaf of paper: a text that reads nothing from outside, and where in it things are."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from animating_alliances_desktop.ui.reader.layer import rects_of
from animating_alliances_desktop.ui.reader.passages import words_between
from animating_alliances_desktop.ui.reader.typesetter import Typesetter

GUTTER = 34
"""Room at both sides of the column, for quotation bars and for the dots of notes."""
CARET = Qt.TextInteractionFlag.TextSelectableByKeyboard
_TOP = 40
_MOVES = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class Leaf(QTextBrowser):
    """Follows no link by itself; all positions that it takes and gives count from the beginning of the body."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setter: Typesetter | None = None
        """What lays the text out; None as long as there is no text."""
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)

    @property
    def base(self) -> int:
        """Where the body begins in the document."""
        return self.setter.body[0] if self.setter else 0

    def position_of(self, anchor: str) -> int | None:
        """Where the element with this id begins, or None if there is none (yet)."""
        found = self.setter.anchors.get(anchor) if self.setter is not None else None
        return found - self.base if found is not None else None

    def visible(self) -> tuple[int, int]:
        """Tell the positions of the first and of the last letter that can be seen."""
        height = self.viewport().height()
        return self._at(QPoint(GUTTER + 1, 3)), self._at(QPoint(self.viewport().width() - GUTTER, height - 6))

    def here(self) -> int:
        """Tell where the eye is likely to be: in the upper part of the page, at its foot once the text ends."""
        bar = self.verticalScrollBar()
        if 0 < bar.maximum() == bar.value():
            return self.visible()[1]
        return self._at(QPoint(GUTTER + 1, self.viewport().height() // 5))

    def selection(self) -> tuple[int, int]:
        """Tell what is selected; both are the same where nothing is."""
        cursor = self.textCursor()
        return cursor.selectionStart() - self.base, cursor.selectionEnd() - self.base

    def select(self, start: int, end: int) -> None:
        """Select a passage."""
        cursor = self.textCursor()
        cursor.setPosition(self.base + start)
        cursor.setPosition(self.base + end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def drop_selection(self) -> None:
        """Let go of what is selected."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def words(self, start: int, end: int) -> str:
        """The words of a passage, a line for each paragraph; numbers of notes and references are left out."""
        return words_between(self.document(), self.base + start, self.base + end)

    def caret(self) -> int:
        """Tell where the text cursor is."""
        return self.textCursor().position() - self.base

    def rect_of(self, start: int, end: int) -> QRectF:
        """Where a passage ends, in the viewport."""
        page = self.document()
        block = page.findBlock(self.base + max(start, end - 1))
        rects = list(rects_of(page, [block], self.base + start, self.base + end))
        rect = rects[-1] if rects else QRectF()
        return rect.translated(0, -self.verticalScrollBar().value())

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Refuse whatever a text asks for; nothing outside of it is read."""
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bring a text cursor with F7, or with Shift and an arrow; without one, the arrows scroll."""
        selects = event.key() in _MOVES and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        has_caret = self.textInteractionFlags() & CARET
        if event.key() == Qt.Key.Key_F7:
            self.use_caret(on=not has_caret)
        elif event.key() == Qt.Key.Key_Escape and has_caret:
            self.use_caret(on=False)
        else:
            if selects and not has_caret:
                self.use_caret(on=True)
            super().keyPressEvent(event)

    def put_caret(self, position: int) -> None:
        """Put the text cursor somewhere, without moving the page."""
        cursor = self.textCursor()
        value = self.verticalScrollBar().value()
        cursor.setPosition(min(self.base + position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(value)

    def top_of(self, position: int) -> float:
        """Where the line with this position begins, in the document."""
        block = self.document().findBlock(self.base + position)
        rect = self.document().documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(self.base + position - block.position())
        return rect.top() + (line.y() if line.isValid() else 0)

    def bring_into_view(self, start: int, end: int) -> None:
        """Scroll only if the passage cannot be seen."""
        top = self.top_of(start)
        bar = self.verticalScrollBar()
        if not bar.value() + _TOP < top < bar.value() + self.viewport().height() - 2 * _TOP:
            bar.setValue(round(top - self.viewport().height() / 3))

    def _at(self, point: QPoint) -> int:
        return max(0, self.cursorForPosition(point).position() - self.base)

    def exactly_at(self, point: QPoint) -> int:
        """The letter under a point, or -1 beside the letters."""
        where = QPointF(point) + QPointF(0, self.verticalScrollBar().value())
        at = self.document().documentLayout().hitTest(where, Qt.HitTestAccuracy.ExactHit)
        return at - self.base if at >= 0 else -1

    def use_caret(self, *, on: bool) -> None:
        """Move through the text with the keys, from the first letter that can be seen; or scroll with them."""
        flags = Qt.TextInteractionFlag.TextBrowserInteraction
        self.setTextInteractionFlags(flags | CARET if on else flags)
        first, last = self.visible()
        if on and not first <= self.caret() <= last:
            self.put_caret(first)
