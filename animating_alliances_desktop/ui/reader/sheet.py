"""The sheet of paper that a text is read on: its column, what lies under the words, what the hand does on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.library.model import Reading
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.reader.layer import Layer
from animating_alliances_desktop.ui.reader.leaf import GUTTER, Leaf
from animating_alliances_desktop.ui.reader.pictures import Pictures
from animating_alliances_desktop.ui.reader.ports import Shown
from animating_alliances_desktop.ui.reader.typesetter import Page, Typesetter
from animating_alliances_desktop.ui.reader.typography import (
    body_font,
    column_width,
    foot_of,
    heading_of,
    picture_width,
    style_sheet,
)

_GLOW = 2200
_TOP = 40


class Sheet(Leaf):
    """Shows one text; all positions that it takes and gives count from the beginning of the body."""

    typeset = Signal(str)
    """All of the text is laid out; these are its words as they stand there."""
    selected = Signal(int, int)
    """The user has selected a passage (or nothing, if both are the same)."""
    pressed = Signal(int)
    """The user has clicked on a letter without selecting anything."""
    hovered = Signal(int)
    """The pointer rests on the letter at this position, or on none (-1)."""
    rested = Signal()
    """Scrolling has come to rest."""
    zoomed = Signal(int)
    """The wheel was turned with Ctrl held: 1 for larger, -1 for smaller."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zoom = 1.0
        self.layer = Layer()
        self._hidden = False
        self._wanted_heading = ""
        self.setMouseTracking(True)
        self._rest = QTimer(self, singleShot=True, interval=700)
        self._rest.timeout.connect(self.rested)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._rest.start())
        self._fade = QTimer(self, singleShot=True, interval=_GLOW)
        self._fade.timeout.connect(self._end_glow)
        self._dress()

    @property
    def zoom(self) -> float:
        """How large the letters are; 1.0 is usual."""
        return self._zoom

    def show_text(self, reading: Reading, zoom: float, *, hidden: bool) -> None:
        """Typeset a text from its beginning; `hidden` covers it until it is turned to a place."""
        self._zoom = zoom
        self._hidden = hidden
        self._dress()
        old = self.setter
        sheet = style_sheet(self._theme.paper, zoom, reading.ref.kind)
        width = picture_width(zoom, self.viewport().width() - 2 * GUTTER)
        pictures = Pictures(reading.figures, self._theme.paper, width, self.devicePixelRatioF())
        setter = Typesetter(sheet, body_font(zoom), GUTTER, pictures, self)
        setter.began.connect(lambda: self._begin(setter))
        setter.finished.connect(self._tell_words)
        self.setter = setter
        self.layer.show_marks(())
        self.layer.hits = ()
        setter.start(heading_of(reading), reading.html, foot_of(reading))
        if old is not None:
            old.stop()
            old.deleteLater()

    def show_marks(self, marks: Sequence[Shown]) -> None:
        """Paint these highlights."""
        self.layer.show_marks(marks)
        self.viewport().update()

    def show_hits(self, hits: Sequence[tuple[int, int]], nth: int) -> None:
        """Paint the hits of a search, and bring one of them into view."""
        self.layer.hits, self.layer.hit = hits, nth
        if 0 <= nth < len(hits):
            self.bring_into_view(*hits[nth])
        self.viewport().update()

    def turn_to(self, start: int, end: int, *, emphasise: bool) -> None:
        """Bring a passage near the top, and let it glow for a moment."""
        if start > 0 or emphasise:
            self.verticalScrollBar().setValue(round(self.top_of(start) - (_TOP * 2 if emphasise else 4)))
        else:
            self.verticalScrollBar().setValue(0)
        self.layer.glow = (start, end) if emphasise else None
        self._fade.start()
        self.put_caret(start)
        self._uncover()

    def turn_to_heading(self, anchor: str) -> None:
        """Bring the element with this id to the top, or do so as soon as it is laid out."""
        position = self.position_of(anchor)
        if position is None and self.setter is not None and not self.setter.is_done:
            self._wanted_heading = anchor
            return
        self._wanted_heading = ""
        if position is not None:
            self.verticalScrollBar().setValue(round(self.top_of(position) - _TOP / 2))
            self.put_caret(position)
        self._uncover()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the layer, then the words over it."""
        if self._hidden:
            return
        page = self.document()
        if isinstance(page, Page):
            offset = self.verticalScrollBar().value()
            painter = QPainter(self.viewport())
            painter.translate(0, -offset)
            self.layer.base = self.base
            window = QRectF(event.rect()).translated(0, offset)
            self.layer.paint(painter, page, self._theme.paper, window)
            painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column as wide as reads well, in the middle, and the same words at the top."""
        first = self.visible()[0] if self.setter is not None and self.verticalScrollBar().value() else 0
        self._set_margins()
        super().resizeEvent(event)
        if self.setter is not None:
            self.setter.page.fit(picture_width(self._zoom, self.viewport().width() - 2 * GUTTER))
        if first > 0:
            self.verticalScrollBar().setValue(round(self.top_of(first) - 4))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hide the text cursor: a hand on the mouse does not need it."""
        self.use_caret(on=False)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was selected or clicked."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        start, end = self.selection()
        self.selected.emit(start, end)
        if start == end and not self.anchorAt(event.position().toPoint()):
            self.pressed.emit(self.exactly_at(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which letter the pointer is on."""
        super().mouseMoveEvent(event)
        idle = event.buttons() is Qt.MouseButton.NoButton or not event.buttons()
        self.hovered.emit(self.exactly_at(event.position().toPoint()) if idle else -1)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is on no letter any more."""
        super().leaveEvent(event)
        self.hovered.emit(-1)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Tell what was selected with the keys."""
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Shift or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.selected.emit(*self.selection())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl held, by our own steps; else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def _begin(self, setter: Typesetter) -> None:
        self._set_margins()
        self.setDocument(setter.page)
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def _tell_words(self) -> None:
        start, end = self.setter.body if self.setter else (0, 0)
        units = self.document().toRawText().encode("utf-16-le", "surrogatepass")
        if self._wanted_heading:
            self.turn_to_heading(self._wanted_heading)
        self.typeset.emit(units[start * 2 : end * 2].decode("utf-16-le", "surrogatepass"))

    def _uncover(self) -> None:
        self._hidden = False
        self.viewport().update()

    def _end_glow(self) -> None:
        self.layer.glow = None
        self.viewport().update()

    def _dress(self) -> None:
        paper = self._theme.paper
        self.setStyleSheet(
            f"QTextBrowser {{ background: {paper.text('page')}; color: {paper.text('ink')}; border: none;"
            f" border-top: 2px solid {paper.text('page')}; border-radius: 0; padding: 0;"
            f" selection-background-color: {paper.text('selection')}; selection-color: {paper.text('ink')}; }}"
            f"QTextBrowser:focus {{ border-top-color: {paper.text('accent')}; }}"
        )

    def _set_margins(self) -> None:
        column = column_width(self._zoom) + 2 * GUTTER
        side = max(0, (self.width() - self.verticalScrollBar().sizeHint().width() - column) // 2)
        self.setViewportMargins(side, 0, side, 0)
