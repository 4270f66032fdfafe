"""Small cards that float over the page beside what they are about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

GAP = 8


class Floating(QFrame):
    """Floats over a page; goes away with Escape, and when the page beneath changes its size."""

    def __init__(self, over: QWidget, home: QWidget) -> None:
        super().__init__(over)
        self.setProperty("role", "card")
        self._over, self._home = over, home
        over.installEventFilter(self)
        self.hide()

    def float_beside(self, at: QRectF) -> None:
        """Come up below a place of the page, or above it if there is no room below."""
        self.adjustSize()
        around = self._over.rect()
        left = min(
            max(around.left() + GAP, round(at.right()) - self.width() // 2),
            around.right() - self.width() - GAP,
        )
        below = round(at.bottom()) + GAP
        if below + self.height() > around.bottom():
            below = round(at.top()) - self.height() - GAP
        self.move(QPoint(max(GAP, left), max(GAP, below)))
        self.show()
        self.raise_()

    def hide(self) -> None:
        """Go away; the keyboard is given to the page first, else Qt would take it to the next link there."""
        if self.isAncestorOf(QApplication.focusWidget() or self._home):
            self._home.setFocus()
        super().hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go away when the page beneath changes its size."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.hide()
        return super().eventFilter(watched, event)
