"""A drawing or a picture over the whole page, as large as there is room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from animating_alliances_desktop.ui.kit.theme import Theme

_AROUND = 32
_CAPTION = 52
_DIM = 0.72
_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Enlarged(QWidget):
    """Lies over a page; Escape, Enter or a click puts it away, and the keyboard is where it was."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme, self._over = theme, over
        self._picture, self._caption = QImage(), ""
        self._before: QWidget | None = None
        self.setAccessibleName(self.tr("Enlarged picture"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        over.installEventFilter(self)
        self.hide()

    def room(self) -> QSize:
        """How large a picture can be."""
        return self._over.size() - QSize(2 * _AROUND, 2 * _AROUND + _CAPTION)

    def show_picture(self, picture: QImage, caption: str) -> None:
        """Show a picture with what it shows below it."""
        if picture.isNull():
            return
        self._picture, self._caption = picture, caption
        self.setAccessibleDescription(caption)
        self._before = QApplication.focusWidget()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def put_away(self) -> None:
        """Show the page again."""
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self._picture = QImage()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture on a sheet of paper, and dim what lies behind."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(_DIM)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        painter.setOpacity(1.0)
        size = self._picture.deviceIndependentSize().toSize()
        size = size.scaled(self.room().boundedTo(size), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRect(self.rect().center() - QRect((self.rect().topLeft()), size).center(), size)
        area.translate(0, -_CAPTION // 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.paper.colour("page"))
        painter.drawRoundedRect(area.adjusted(-12, -12, 12, 12), 8, 8)
        painter.drawImage(area, self._picture)
        painter.setPen(Qt.GlobalColor.white)
        painter.setFont(self._theme.typeface("text"))
        below = QRect(_AROUND, area.bottom() + 20, self.width() - 2 * _AROUND, _CAPTION)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, self._caption)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Enter put it away; no other key does anything meanwhile."""
        if event.key() in _KEYS:
            self.put_away()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click puts it away."""
        self.put_away()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 -- Qt's signature
        """Keep the keyboard: there is nothing else to go to."""
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as large as the page."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)
