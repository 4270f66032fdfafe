"""A deck on paper: how its slides and notes are spread over pages of A4, and painting them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from html import escape

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPen, QTextDocument

from animating_alliances_desktop.core.library.slides import Deck, Slide
from animating_alliances_desktop.ui.slides.composing import HEIGHT, WIDTH, Composer
from animating_alliances_desktop.ui.slides.gallery import Gallery
from animating_alliances_desktop.ui.slides.typesetting import Setter, cut, draw

A4 = QSizeF(595.28, 841.89)
"""In points: 72 to an inch."""
_MARGIN, _FOOT, _GAP = 42.0, 26.0, 18.0
_NOTES = (9.5, 9.0, 8.5, 8.0)
_BESIDE = 0.5
"""How much of the width a slide takes that has its notes beside it."""


class Form(StrEnum):
    """How many slides there are on a page."""

    ONE = "one"
    NOTES = "notes"
    """Two, with their notes."""
    SIX = "six"


@dataclass(frozen=True, slots=True)
class Cell:
    """A slide, or its notes, in a place on a page."""

    area: QRectF
    slide: Slide | None = None
    notes: QTextDocument | None = None


Sheet = Sequence[Cell]


def page_size(form: Form) -> QSizeF:
    """A4, as it is held for this form."""
    return A4.transposed() if form is Form.ONE else A4


class Handout:
    """Lays a deck out on pages and paints them; everything is measured in points."""

    def __init__(self, deck: Deck, form: Form, setter: Setter, gallery: Gallery, day: date) -> None:
        self._deck, self._form, self._day = deck, form, day
        self._setter, self._paper = setter, setter.paper
        self._composer = Composer(deck, setter, gallery)
        size = page_size(form)
        self._room = QRectF(QPointF(0, 0), size).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN - _FOOT)

    def sheets(self) -> Iterator[Sheet]:
        """Yield the pages."""
        match self._form:
            case Form.ONE:
                yield from ([Cell(_slide_in(self._room), slide)] for slide in self._deck.slides)
            case Form.SIX:
                yield from self._by_sixes()
            case Form.NOTES:
                yield from self._with_notes()

    def paint(self, painter: QPainter, sheet: Sheet, number: int, of: int) -> None:
        """Paint one page."""
        for cell in sheet:
            if cell.slide is not None:
                self._paint_slide(painter, cell.slide, cell.area)
            if cell.notes is not None:
                self._paint_notes(painter, cell.notes, cell.area.topLeft())
        self._paint_foot(painter, number, of)

    def _by_sixes(self) -> Iterator[Sheet]:
        width = (self._room.width() - _GAP) / 2
        height = (self._room.height() - 2 * _GAP) / 3
        cells = [
            _slide_in(
                QRectF(
                    self._room.left() + column * (width + _GAP),
                    self._room.top() + row * (height + _GAP),
                    width,
                    height,
                )
            )
            for row in range(3)
            for column in range(2)
        ]
        slides = self._deck.slides
        for first in range(0, len(slides), len(cells)):
            yield [Cell(cell, slide) for cell, slide in zip(cells, slides[first:], strict=False)]

    def _with_notes(self) -> Iterator[Sheet]:
        """Two slides a page, their notes beside them; long notes take what they need, on the next page if need be."""
        half = (self._room.height() - _GAP) / 2
        sheet: list[Cell] = []
        top = self._room.top()
        for slide in self._deck.slides:
            notes = self._set_notes(slide, half)
            needs = max(half, notes.size().height() if notes is not None else 0.0)
            if sheet and top + needs > self._room.bottom() + 1:
                yield sheet
                sheet, top = [], self._room.top()
            first, rest = self._beside(slide, notes, top)
            sheet += first
            for more in rest:
                yield sheet
                sheet, needs, top = [more], more.area.height(), self._room.top()
            top += needs + _GAP
        if sheet:
            yield sheet

    def _beside(self, slide: Slide, notes: QTextDocument | None, top: float) -> tuple[list[Cell], list[Cell]]:
        """A slide and the notes beside it; and those of its notes that stand on the next pages."""
        width = self._room.width() * _BESIDE
        picture = QRectF(self._room.left(), top, width, width * HEIGHT / WIDTH)
        cells = [Cell(picture, slide)]
        if notes is None:
            return cells, []
        left = picture.right() + _GAP
        room = QRectF(left, top, self._room.right() - left, self._room.bottom() - top)
        first, *others = cut(notes, room.height(), self._room.height())
        cells.append(Cell(room, None, first))
        further = QRectF(left, self._room.top(), room.width(), self._room.height())
        return cells, [Cell(QRectF(further.topLeft(), part.size()), None, part) for part in others]

    def _set_notes(self, slide: Slide, half: float) -> QTextDocument | None:
        if not slide.notes:
            return None
        width = self._room.width() * (1 - _BESIDE) - _GAP
        made = (self._setter.document(slide.notes, width, size) for size in _NOTES)
        return next(
            (notes for notes in made if notes.size().height() <= half), None
        ) or self._setter.document(slide.notes, width, _NOTES[-1])

    def _paint_slide(self, painter: QPainter, slide: Slide, area: QRectF) -> None:
        painter.fillRect(area, self._paper.colour("page"))
        self._composer.compose(slide).paint(painter, area)
        painter.setPen(QPen(self._paper.colour("line"), 0.75))
        painter.drawRect(area)

    def _paint_notes(self, painter: QPainter, notes: QTextDocument, at: QPointF) -> None:
        painter.save()
        painter.translate(at)
        draw(notes, painter, self._paper.colour("ink"), self._paper.colour("accent"))
        painter.restore()

    def _paint_foot(self, painter: QPainter, number: int, of: int) -> None:
        said = QCoreApplication.translate("Slides", "{number} / {count}").format(number=number, count=of)
        day = f"{self._day.day} {self._day:%B %Y}"
        room = QRectF(self._room.left(), self._room.bottom() + _FOOT / 2, self._room.width() - 60, _FOOT)
        sizes = (8.5, 7.5, 6.5)
        words = self._setter.fitted(f"<p>{escape(self._deck.title)} · {day}</p>", room, sizes, "small")
        words.paint(painter)
        page = self._setter.fitted(f"<p>{said}</p>", room, sizes, "small")
        page.moved(self._room.right() - page.document.idealWidth() * page.scale, room.top()).paint(painter)


def _slide_in(room: QRectF) -> QRectF:
    """The largest slide in a room, at its top and in the middle of its width."""
    width = min(room.width(), room.height() * WIDTH / HEIGHT)
    height = width * HEIGHT / WIDTH
    return QRectF(room.left() + (room.width() - width) / 2, room.top(), width, height)
