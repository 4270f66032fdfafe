"""Small calm charts: looked at, walked along with the arrow keys, and read aloud as figures in words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from animating_alliances_desktop.ui.kit.chartpainter import ChartPainter
from animating_alliances_desktop.ui.kit.figures import Figures, Point, Series, Shape
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

__all__ = ["Chart", "Figures", "Point", "Series", "Shape"]

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_HEIGHT, _INSET = 210, 3.0


class Plot(QWidget):
    """The drawing; one point of it can be current."""

    picked = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._painter = theme, ChartPainter(theme)
        self._figures: Figures | None = None
        self.current: int | None = None
        """The point that is told below."""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """Return the usual size."""
        return QSize(420, round(_HEIGHT * self._theme.scale))

    def minimumSizeHint(self) -> QSize:
        """Return the least size in which something can be seen."""
        return QSize(220, round(_HEIGHT * self._theme.scale))

    def take(self, figures: Figures) -> None:
        """Draw these from now on."""
        self._figures, self.current = figures, None
        self.setAccessibleDescription(figures.told())
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the points; Enter and Space pick one."""
        key, last = Qt.Key(event.key()), self._last()
        if key in _OPEN and self.current is not None:
            self.picked.emit(self.current)
        elif key in _STEPS:
            begin = 0 if _STEPS[key] > 0 else last
            self._go(begin if self.current is None else self.current + _STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of the point under the mouse."""
        super().mouseMoveEvent(event)
        self._turn_to(self._under(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pick the point under the mouse."""
        at = self._under(event.position().x())
        if at is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(at)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell of nothing any more, unless the keyboard is here."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._turn_to(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say the figures of a point as a tool tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._under(float(event.pos().x()))
            QToolTip.showText(event.globalPos(), self.words(at) if at is not None else "", self)
            return True
        return super().event(event)

    def words(self, at: int) -> str:
        """What is said of a point."""
        return self._figures.words(at) if self._figures is not None else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the figures, and a ring when the keyboard is here."""
        if self._figures is None:
            return
        painter = QPainter(self)
        self._painter.paint(painter, self._room(), self._figures, self.current)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.palette.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)

    def _last(self) -> int:
        return len(self._figures.points) - 1 if self._figures is not None else -1

    def _go(self, at: int) -> None:
        if self._last() >= 0:
            self._turn_to(max(0, min(at, self._last())))
            told = self.words(self.current or 0)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def _turn_to(self, at: int | None) -> None:
        if at != self.current:
            self.current = at
            self.update()

    def _under(self, x: float) -> int | None:
        if self._figures is None or not self._figures.points:
            return None
        ground = self._painter.ground(self._room(), self._figures)
        return ground.at(x) if ground.area.left() <= x <= ground.area.right() else None

    def _dress(self) -> None:
        self._painter.dress()
        self.updateGeometry()
        self.update()


class Chart(QWidget):
    """A title, and below it the drawing, or a sentence that says how much is needed for one."""

    picked = Signal(int)
    """The place of a point that was clicked on, or chosen with Enter."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = Plot(theme, name)
        self.plot.picked.connect(self.picked)
        self._too_few = label("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(name, "subheading"))
        column.addWidget(self.plot)
        column.addWidget(self._too_few)
        self.plot.hide()

    @property
    def is_drawn(self) -> bool:
        """Whether there was enough to draw."""
        return not self.plot.isHidden()

    def show_figures(self, figures: Figures, too_few: str) -> None:
        """Draw these, or say the sentence if they are too few."""
        self.plot.take(figures)
        self.plot.setVisible(figures.are_enough)
        self._too_few.setText(too_few)
        self._too_few.setVisible(not figures.are_enough)
