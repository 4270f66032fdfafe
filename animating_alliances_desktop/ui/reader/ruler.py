"""The reading ruler: a band over one line, which follows the pointer, the line keys or the text cursor."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QTextBlock

from animating_alliances_desktop.ui.kit.palette import Palette
from animating_alliances_desktop.ui.reader.leaf import CARET, GUTTER, Leaf

_FILL, _EDGE = 0.13, 0.5
_RESTS_AT = 0.45
"""The band stays above this part of the height: what comes next is seen below it."""
_ABOVE, _BELOW = 0.84, 0.3
"""How far the band reaches from the line that the letters stand on, in heights of letters."""
_TALLEST = 160
"""A higher line is a picture: there is nothing to read along."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Ruler(QObject):
    """Lies on a leaf; off until it is switched on."""

    def __init__(self, leaf: Leaf) -> None:
        super().__init__(leaf)
        self._leaf = leaf
        self._is_on = False
        self._at = self._nth = 0
        """Where in the document the block under the band begins, and which of its lines that is."""
        self.band = QRectF()
        """Where the band lies, in the coordinates of the document."""
        leaf.installEventFilter(self)
        leaf.viewport().installEventFilter(self)
        leaf.cursorPositionChanged.connect(self._follow_caret)

    @property
    def is_on(self) -> bool:
        """Whether the band is shown."""
        return self._is_on

    def switch(self, *, on: bool) -> None:
        """Show the band, at the first line that is seen, or take it away."""
        if on != self._is_on:
            self._is_on = on
            self.lay_down()

    def lay_down(self) -> None:
        """Lay the band on the first line that is seen: another text, or another place in it."""
        self._lay_at(self._leaf.verticalScrollBar().value() + GUTTER)

    def lay_again(self) -> None:
        """Lay the band on the same line as before: the lines were broken anew, or moved."""
        block = self._leaf.document().findBlock(self._at)
        if self._is_on and block.isValid():
            self._lay(block, min(self._nth, max(0, block.layout().lineCount() - 1)))

    def step(self, by: int) -> None:
        """Move the band a line up or down, and the page with it once the band is well within it."""
        bar = self._leaf.verticalScrollBar()
        top, height = bar.value(), self._leaf.viewport().height()
        if not QRectF(0, top, 1, height).contains(QPointF(0, self.band.center().y())):
            self.lay_down()
            return
        self._go_on(by)
        bar.setValue(
            round(min(self.band.top() - 4, max(top, self.band.bottom() - height * _RESTS_AT)))
            if by > 0
            else min(top, round(self.band.top() - GUTTER))
        )

    def paint(self, painter: QPainter, paper: Palette) -> None:
        """Paint the band, in the coordinates of the document."""
        if not self._is_on or not 0 < self.band.height() < _TALLEST:
            return
        colour = paper.colour("accent")
        colour.setAlphaF(_FILL)
        painter.fillRect(self.band, colour)
        colour.setAlphaF(_EDGE)
        painter.setPen(colour)
        painter.drawLine(self.band.topLeft(), self.band.topRight())
        painter.drawLine(self.band.bottomLeft(), self.band.bottomRight())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer, and take the line keys while no text cursor needs them."""
        if self._is_on and isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove:
            self._lay_at(event.position().y() + self._leaf.verticalScrollBar().value())
        if self._is_on and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        by = _STEPS.get(Qt.Key(event.key()), 0)
        free = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not by or not free or self._leaf.textInteractionFlags() & CARET:
            return False
        self.step(by)
        return True

    def _follow_caret(self) -> None:
        if self._is_on and self._leaf.textInteractionFlags() & CARET:
            cursor = self._leaf.textCursor()
            nth = cursor.block().layout().lineForTextPosition(cursor.positionInBlock()).lineNumber()
            self._lay(cursor.block(), max(0, nth))

    def _lay(self, block: QTextBlock, nth: int) -> None:
        self._at, self._nth = block.position(), nth
        self.band = self._rect(block, nth)
        self._leaf.viewport().update()

    def _lay_at(self, y: float) -> None:
        self._lay(*self._find(y))

    def _go_on(self, by: int) -> None:
        """Lay the band on the next line below it, or above it: of several cells beside each other, on one."""
        block, nth, before = self._leaf.document().findBlock(self._at), self._nth + by, self.band
        while block.isValid():
            if 0 <= nth < block.layout().lineCount() and block.text().strip():
                band = self._rect(block, nth)
                if (band.top() - before.top()) * by > before.height() / 2:
                    self._lay(block, nth)
                    return
            nth += by
            if not 0 <= nth < block.layout().lineCount():
                block = block.next() if by > 0 else block.previous()
                nth = 0 if by > 0 else block.layout().lineCount() - 1 if block.isValid() else 0

    def _find(self, y: float) -> tuple[QTextBlock, int]:
        """The block at this height, and which of its lines is nearest."""
        layout = self._leaf.document().documentLayout()
        at = layout.hitTest(QPointF(GUTTER + 1, y), Qt.HitTestAccuracy.FuzzyHit)
        block = self._leaf.document().findBlock(max(0, at))
        inside = y - layout.blockBoundingRect(block).top()
        lines = block.layout()
        heights = [abs(lines.lineAt(nth).rect().center().y() - inside) for nth in range(lines.lineCount())]
        return block, heights.index(min(heights)) if heights else 0

    def _rect(self, block: QTextBlock, nth: int) -> QRectF:
        if not 0 <= nth < block.layout().lineCount():
            return QRectF()
        line = block.layout().lineAt(nth)
        top = self._leaf.document().documentLayout().blockBoundingRect(block).top() + line.y()
        letters = line.ascent() + line.descent()
        baseline = top + line.ascent()
        width = self._leaf.document().size().width()
        return QRectF(
            GUTTER / 3, baseline - letters * _ABOVE, width - GUTTER * 2 / 3, letters * (_ABOVE + _BELOW)
        )
