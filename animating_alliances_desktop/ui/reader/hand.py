"""What the hand does on a leaf, told as facts: a passage selected, a letter clicked, the wheel turned."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.ui.reader.leaf import Leaf

_LINK = 10


class Hand(Leaf):
    """A leaf under a hand; positions count from the beginning of the body."""

    selected = Signal(int, int)
    """The user has selected a passage (or nothing, if both are the same)."""
    pressed = Signal(int)
    """The user has clicked on a letter without selecting anything."""
    hovered = Signal(int)
    """The pointer rests on the letter at this position, or on none (-1)."""
    zoomed = Signal(int)
    """The wheel was turned with Ctrl held: 1 for larger, -1 for smaller."""
    entered = Signal()
    """The keyboard has arrived."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self._pointed: QPoint | None = None
        self._pressed_link = ""
        self._told = (0, 0)
        """What was selected when Shift went down, or was told since."""

    def link_rect(self) -> QRectF:
        """Where the link is that was just followed: under the pointer, or under the keyboard."""
        if self._pointed is not None:
            return QRectF(self._pointed.x(), self._pointed.y() - _LINK, 1, 2 * _LINK)
        return self.rect_of(*self.selection())

    def link_here(self) -> str:
        """The address of the link that the keyboard is at, or nothing."""
        cursor = self.textCursor()
        return cursor.charFormat().anchorHref() if cursor.hasSelection() else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hide the text cursor: a hand on the mouse does not need it."""
        self._pointed = event.position().toPoint()
        self._pressed_link = self.anchorAt(self._pointed)
        self.use_caret(on=False)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was selected or clicked."""
        self._pointed = event.position().toPoint()
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        link = self.anchorAt(self._pointed)
        if link and link == self._pressed_link:
            return  # it was followed: Qt marks it like a selection
        start, end = self.selection()
        self.selected.emit(start, end)
        if start == end and not link:
            self.pressed.emit(self.exactly_at(self._pointed))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which letter the pointer is on."""
        super().mouseMoveEvent(event)
        idle = event.buttons() is Qt.MouseButton.NoButton or not event.buttons()
        self.hovered.emit(self.exactly_at(event.position().toPoint()) if idle else -1)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is on no letter any more."""
        super().leaveEvent(event)
        self.hovered.emit(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Note that the keyboard is used, not the pointer."""
        self._pointed = None
        if event.key() == Qt.Key.Key_Shift:
            self._told = self.selection()
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Tell what was selected with the keys; a link that the keyboard is at was selected by Qt alone."""
        super().keyReleaseEvent(event)
        shifted = event.key() == Qt.Key.Key_Shift or event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if shifted and self.selection() != self._told:
            self._told = self.selection()
            self.selected.emit(*self._told)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl held, by our own steps; else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard has arrived."""
        super().focusInEvent(event)
        self.entered.emit()
