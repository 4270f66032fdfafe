"""The pages under the mouse: selecting, following links, zooming with the wheel."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.library.pdf.model import Link
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.pdf.desk import Desk
from animating_alliances_desktop.ui.pdf.ports import Spot
from animating_alliances_desktop.ui.pdf.stock import Source

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_PULL = 40
"""Milliseconds between two steps of the pages while the mouse pulls beyond the window."""


class Hand(Desk):
    """A place on the pages is a page and a position between two characters."""

    selected = Signal()
    """The user has selected something, or nothing any more."""
    pressed = Signal(object)
    """The user has clicked on a character without selecting anything: its place."""
    hovered = Signal(object)
    """The pointer rests on the character at this place, or on none."""
    linked = Signal(object)
    """The user wants to follow this link."""

    def __init__(self, theme: Theme, source: Source, tasks: Runner, parent: QWidget | None = None) -> None:
        super().__init__(theme, source, tasks, parent)
        self._is_pulling = False
        self._point = QPointF()
        self._clicks = QElapsedTimer()
        self._pull = QTimer(self, interval=_PULL)
        self._pull.timeout.connect(self._pull_on)

    def spot_at(self, point: QPointF) -> Spot | None:
        """The place that is meant by a point anywhere in the window."""
        if not len(self.plan):
            return None
        page, x, y = self._on_page(point)
        letters = self.stock.letters(page)
        return (page, letters.spot(x, y)) if letters is not None else None

    def exactly_at(self, point: QPointF) -> Spot | None:
        """The character under a point, None beside the characters."""
        if not len(self.plan):
            return None
        page, x, y = self._on_page(point)
        letters = self.stock.letters(page)
        at = letters.at(x, y) if letters is not None else -1
        return (page, at) if at >= 0 else None

    def link_at(self, point: QPointF) -> Link | None:
        """The link under a point."""
        if not len(self.plan):
            return None
        page, x, y = self._on_page(point)
        letters = self.stock.letters(page)
        return letters.link_at(x, y) if letters is not None else None

    def selection_rect(self) -> QRectF:
        """Where what is selected ends, in the window."""
        span = self.selection.span
        if span is None:
            return QRectF()
        last = span[1]
        start = span[0][1] if span[0][0] == last[0] else 0
        return self.rect_of([(last[0], start, last[1])])

    def drop_selection(self) -> None:
        """Let go of what is selected."""
        self.selection.drop()
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select; with Shift, go on selecting; a third click takes the line."""
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.layer.has_caret = False
        spot = self.spot_at(event.position())
        if spot is None:
            return
        self._is_pulling = True
        if (
            self._clicks.isValid()
            and self._clicks.elapsed() < QGuiApplication.styleHints().mouseDoubleClickInterval()
        ):
            self._select_around(event.position(), line=True)
        elif event.modifiers() & _SHIFT:
            self.selection.extend(spot)
        else:
            self.selection.put(spot)
        self._clicks.invalidate()
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word."""
        self._clicks.start()
        self._is_pulling = False
        self._select_around(event.position(), line=False)
        self.selected.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select as far as the hand is; without a button, tell what the pointer is on."""
        if self._is_pulling and event.buttons() & Qt.MouseButton.LeftButton:
            self._pull_to(event.position())
            beyond = not self.viewport().rect().contains(event.position().toPoint())
            if beyond != self._pull.isActive():
                (self._pull.start if beyond else self._pull.stop)()
            return
        link, spot = self.link_at(event.position()), self.exactly_at(event.position())
        shapes = Qt.CursorShape
        shape = shapes.PointingHandCursor if link else shapes.IBeamCursor if spot else shapes.ArrowCursor
        self.viewport().setCursor(shape)
        self.hovered.emit(spot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was selected or clicked; a link is followed."""
        super().mouseReleaseEvent(event)
        self._pull.stop()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._is_pulling = False
        self.selected.emit()
        if self.selection.span is None:
            link = self.link_at(event.position())
            if link is not None:
                self.linked.emit(link)
            else:
                self.pressed.emit(self.exactly_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is on no character any more."""
        super().leaveEvent(event)
        self.hovered.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl held; else scroll."""
        if event.modifiers() & _CTRL:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def _on_page(self, point: QPointF) -> tuple[int, float, float]:
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return self.plan.spot(point.x() + across, point.y() + down)

    def _pull_to(self, point: QPointF) -> None:
        self._point = point
        spot = self.spot_at(point)
        if spot is not None:
            self.selection.extend(spot)
            self.viewport().update()

    def _pull_on(self) -> None:
        """Scroll while the mouse pulls beyond the window."""
        point = self._point
        beyond = min(0.0, point.y()) + max(0.0, point.y() - self.viewport().height())
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(min(120.0, max(-120.0, beyond))))
        self._pull_to(point)

    def _select_around(self, point: QPointF, *, line: bool) -> None:
        spot = self.exactly_at(point)
        letters = self.stock.letters(spot[0]) if spot is not None else None
        if spot is None or letters is None:
            return
        start, end = letters.line(spot[1]) if line else letters.word(spot[1])
        self.selection.select((spot[0], start), (spot[0], end))
        self.viewport().update()
