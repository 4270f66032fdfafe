"""The outline of a deck: each slide as a small picture with its number and title."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QStyle

from animating_alliances_desktop.core.library.slides import Deck
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.painting import ListPainter
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.slides.composing import Composed
from animating_alliances_desktop.ui.slides.stage import picture_of

_SIDE, _AIR, _NUMBER, _LINES = 8, 7, 26, 2
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_MOST = 120
"""So many small pictures are kept."""
_BUDGET = 0.012
"""Seconds for drawing small pictures in one painting."""
Compose = Callable[[int], Composed | None]


class StripPainter(ListPainter):
    """Paints a small picture of each slide, its number beside it and its title below."""

    def __init__(self, theme: Theme, compose: Compose) -> None:
        self._compose = compose
        self._drawn: OrderedDict[tuple[int, int, float], QPixmap] = OrderedDict()
        self._until = 0.0
        self.lacks_some = False
        """Whether there was no time for some pictures: they come with the next painting."""
        super().__init__(theme)

    def begin(self) -> None:
        """Begin to paint: so much time may be spent on pictures that were not drawn yet."""
        self._until, self.lacks_some = perf_counter() + _BUDGET, False

    def forget(self) -> None:
        """Draw all pictures anew."""
        self._drawn.clear()

    def take_fonts(self) -> None:
        """Take the theme's fonts."""
        self._small = self.theme.typeface("small")
        self._line = QFontMetrics(self._small).lineSpacing()
        self._drawn.clear()

    def guess(self, row: Row) -> int:
        """Every row is as high as its picture and two lines."""
        return self.measure(row)

    def measure(self, row: Row) -> int:
        """See `guess`."""
        words = QFontMetrics(self._small).boundingRect(
            QRect(0, 0, max(40, self._picture().width()), 1000), _WRAP, row.title
        )
        return self._picture().height() + 3 * _AIR + min(words.height(), _LINES * self._line)

    def paint_row(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, row: Row) -> None:
        """Paint one slide."""
        colour = self.theme.palette.colour
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = state & QStyle.StateFlag.State_Selected
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent-soft" if chosen else "window"))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)
        painter.setFont(self._small)
        painter.setPen(colour("muted"))
        top = area.top() + _AIR
        beside = QRect(area.left() + 2, top, _NUMBER - 2, self._line)
        painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, str(row.ref))
        frame = QRect(area.left() + _SIDE + _NUMBER, top, self._picture().width(), self._picture().height())
        picture = self._picture_of(int(str(row.ref)), painter.device().devicePixelRatio())
        if picture is not None:
            painter.drawPixmap(frame.topLeft(), picture)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(colour("line"))
        painter.drawRect(frame.adjusted(0, 0, -1, -1))
        painter.setPen(colour("ink"))
        below = QRect(frame.left(), frame.bottom() + _AIR, frame.width(), _LINES * self._line)
        painter.drawText(below, _WRAP, row.title)
        self.paint_focus(painter, area, state)

    def _picture(self) -> QSize:
        width = max(60, self.width - 2 * _SIDE - _NUMBER)
        return QSize(width, round(width * 9 / 16))

    def _picture_of(self, number: int, ratio: float) -> QPixmap | None:
        key = (number, self._picture().width(), ratio)
        if key not in self._drawn:
            if perf_counter() > self._until:
                self.lacks_some = True
                return None
            composed = self._compose(number)
            if composed is None:
                return None
            self._drawn[key] = picture_of(composed, self._picture(), ratio)
            while len(self._drawn) > _MOST:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(key)
        return self._drawn[key]


class Strip(ItemList):
    """Lists the slides of a deck; moving through it shows them."""

    def __init__(self, theme: Theme, compose: Compose) -> None:
        self._pictures = StripPainter(theme, compose)
        super().__init__(theme, QCoreApplication.translate("Slides", "Slides"), painter=self._pictures)
        self.setMinimumWidth(150)
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self.viewport().update)

    def show_deck(self, deck: Deck, *, keep: bool = False) -> None:
        """List the slides of a deck; with `keep`, the one that is chosen stays so."""
        self._pictures.forget()
        self.show_rows([Row(slide.number, slide.line) for slide in deck.slides], keep=keep)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pictures that there is time for, and the others right afterwards."""
        self._pictures.begin()
        super().paintEvent(event)
        if self._pictures.lacks_some:
            self._more.start()

    def refresh(self) -> None:
        """Draw the pictures anew: one of them came in, or the paper is another one."""
        self._pictures.forget()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return a width that leaves the slide its room."""
        return QSize(218, 400)
