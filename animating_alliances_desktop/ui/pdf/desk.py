"""The desk that the pages lie on: where they are, how large, and the painting of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from animating_alliances_desktop.core.annotations.pages import Span
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.library.pdf.model import WIDEST
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.pdf.dressing import Picture, picture_of, tones_of
from animating_alliances_desktop.ui.pdf.layer import Layer, rect_of
from animating_alliances_desktop.ui.pdf.layout import GAP, LEAST, MARGIN, MOST, Layout, stepped, to_fit, usual
from animating_alliances_desktop.ui.pdf.pagepainter import PagePainter, needs
from animating_alliances_desktop.ui.pdf.selection import Selection
from animating_alliances_desktop.ui.pdf.stock import Source, Stock

Fit = Literal["width", "page", ""]
_STEP = 56
_GLOW = 2200
_ABOVE = 40


class Desk(QAbstractScrollArea):
    """Shows the pages of one file below each other; what is missing of them is fetched by its `stock`."""

    zoomed = Signal()
    """The pages have another size now."""
    turned = Signal(int)
    """Another page is at the top of the window."""
    came = Signal()
    """More pictures or letters are there."""
    rested = Signal()
    """Scrolling has come to rest."""

    def __init__(self, theme: Theme, source: Source, tasks: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.zoom = 1.0
        self.fitting: Fit = "width"
        self._sizes: Sequence[tuple[float, float]] = ()
        self.plan = Layout((), 1.0, 100)
        self.selection = Selection()
        self.layer = Layer(self.selection)
        self.stock: Stock[Picture] = Stock(
            source, tasks, picture_of, lambda: tones_of(theme.paper), self._show_new
        )
        self._pages = PagePainter(theme, self.stock, self.layer)
        self._page = -1
        self._wanted: Sequence[Span] = ()
        """A passage to be brought into sight as soon as its letters are there."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self._rest = QTimer(self, singleShot=True, interval=700)
        self._rest.timeout.connect(self.rested)
        self._fade = QTimer(self, singleShot=True, interval=_GLOW)
        self._fade.timeout.connect(self._end_glow)
        theme.changed.connect(self.stock.dress_again)
        theme.changed.connect(self.viewport().update)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._scrolled)

    @property
    def page(self) -> int:
        """The page that most of the window's upper half shows."""
        return self.plan.page_at(self.verticalScrollBar().value() + self.viewport().height() / 3)

    def show_file(self, ref: Ref | None, sizes: Sequence[tuple[float, float]]) -> None:
        """Lay out the pages of a file, or of none."""
        self._sizes, self._page, self._wanted = sizes, -1, ()
        self.selection.put(None)
        self.layer.show_marks(())
        self.layer.finder, self.layer.glow = None, ()
        self.stock.open(ref, sizes)
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._fit()
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().maximum() // 2)
        self._scrolled()

    def here(self) -> tuple[int, float, float]:
        """The page at the top of the window, the points of it that are above, and how far through that is."""
        top = self.verticalScrollBar().value()
        page = self.plan.page_at(top + GAP)
        down = max(0.0, (top - self.plan.rect(page)[1]) * self.plan.ratio / self.plan.scale(page))
        return page, down, min(1.0, (top + self.viewport().height()) / max(1.0, self.plan.height))

    def turn_to(self, page: int, down: float = 0.0, glow: Sequence[Span] = ()) -> None:
        """Bring a place to the top, or a passage, which glows for a moment."""
        self.layer.glow = glow
        self._fade.start()
        if glow:
            self._bring(glow)
        else:
            self.verticalScrollBar().setValue(round(self.plan.place(page, 0, down)[1]) - (0 if down else 8))
        self._scrolled()

    def show_spans(self, spans: Sequence[Span]) -> None:
        """Scroll only if the passage cannot be seen."""
        rect = self.rect_of(spans)
        room = QRectF(self.viewport().rect()).adjusted(0, _ABOVE, 0, -_ABOVE)
        if spans and (rect.isNull() or not room.contains(rect.center())):
            self._bring(spans)
        self.viewport().update()

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Make the pages so large; what is at this point of the window stays there."""
        self.fitting = ""
        self._zoom(zoom, at or QPointF(self.viewport().width() / 2, self.viewport().height() / 3))

    def zoom_by(self, by: int, at: QPointF | None = None) -> None:
        """Make the pages a step larger (1) or smaller (-1), or as large as they are (0)."""
        self.zoom_to(stepped(self.zoom, by) if by else 1.0, at)

    def fit(self, how: Fit) -> None:
        """Have the width of a page fit into the window, or all of it; now and whenever the window changes."""
        page, self.fitting = self.page, how
        self._fit()
        if how == "page":
            self.turn_to(page)  # the whole of it, not the ends of two

    def rect_of(self, spans: Sequence[Span]) -> QRectF:
        """Where the end of a passage is in the window; nothing, if its letters are not there."""
        rect = QRectF()
        for page, start, end in spans:
            letters = self.stock.letters(page)
            if letters is not None:
                boxes = list(letters.boxes(start, end))
                scale = self.plan.scale(page) / self.plan.ratio
                rect = rect_of(boxes[-1], scale).translated(self.corner(page)) if boxes else rect
        return rect

    def corner(self, page: int) -> QPointF:
        """Where the upper left corner of a page is in the window."""
        left, top, _width, _height = self.plan.rect(page)
        return QPointF(left - self.horizontalScrollBar().value(), top - self.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that are seen, and what lies over them."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.palette.colour("sunken"))
        top = self.verticalScrollBar().value()
        window = (top, top + self.viewport().height())
        for page in self.plan.visible(*window):
            painter.save()
            painter.translate(self.corner(page))
            self._pages.paint(painter, self.plan, page, window)
            painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place, and the pages as wide as the window if they are to be so."""
        super().resizeEvent(event)
        self._fit()

    def _scrolled(self) -> None:
        """Have fetched what is seen now."""
        self._rest.start()
        self.stock.want(needs(self.plan, self.verticalScrollBar().value(), self.viewport().height()))
        if len(self.plan) and self.page != self._page:
            self._page = self.page
            self.turned.emit(self._page)

    def _show_new(self) -> None:
        if self._wanted and self.stock.letters(self._wanted[0][0]) is not None:
            self._bring(self._wanted)
        self.viewport().update()
        self.came.emit()

    def _bring(self, spans: Sequence[Span]) -> None:
        """Bring a passage into the upper part of the window; as soon as its letters are there, exactly so."""
        page, start, end = spans[0]
        letters = self.stock.letters(page)
        box = next(letters.boxes(start, end), None) if letters is not None else None
        self._wanted = spans if letters is None else ()
        x, y = (box[0], box[1]) if box is not None else (0.0, 0.0)
        across, down = self.plan.place(page, x, y)
        self.verticalScrollBar().setValue(round(down - self.viewport().height() / 4))
        bar, width = self.horizontalScrollBar(), self.viewport().width()
        if not bar.value() <= across < bar.value() + width * 0.9:
            bar.setValue(round(across - width / 3))

    def _fit(self) -> None:
        if not self._sizes:
            return
        room, zoom = (self.viewport().width(), self.viewport().height()), self.zoom
        if self.fitting:
            zoom = to_fit(usual(self._sizes), room, whole=self.fitting == "page")
        self._zoom(zoom, QPointF(self.viewport().width() / 2, 0))

    def _zoom(self, zoom: float, at: QPointF) -> None:
        """Lay out anew, and keep the place under a point of the window."""
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        across, down = bars[0].value() + at.x(), bars[1].value() + at.y()
        page, x, y = self.plan.spot(across, down) if len(self.plan) else (0, 0.0, 0.0)
        self.zoom = min(MOST, max(LEAST, zoom))
        self._lay_out()
        if len(self.plan):
            across, down = self.plan.place(page, x, y)
            bars[0].setValue(round(across - at.x()))
            bars[1].setValue(round(down - at.y()))
        self.zoomed.emit()
        self._scrolled()
        self.viewport().update()

    def _lay_out(self) -> None:
        view = self.viewport()
        across = view.width() - 2 * MARGIN if self.fitting else WIDEST
        down = view.height() - 2 * MARGIN if self.fitting == "page" else WIDEST
        ratio = self.devicePixelRatioF()
        self.plan = Layout(self._sizes, self.zoom, view.width(), ratio, most=(across, down))
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self.plan.width, view.width()),
            (self.verticalScrollBar(), self.plan.height, view.height()),
        ):
            bar.setRange(0, max(0, round(whole) - seen))
            bar.setPageStep(max(1, seen - _STEP))
            bar.setSingleStep(_STEP)

    def _end_glow(self) -> None:
        self.layer.glow = ()
        self.viewport().update()
