"""How a slide is laid out: title, words and pictures in a field of sixteen to nine, drawn sharp at any size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from animating_alliances_desktop.core.library.slides import Deck, Picture, Slide
from animating_alliances_desktop.ui.kit.palette import Palette
from animating_alliances_desktop.ui.slides.gallery import Gallery, Thing
from animating_alliances_desktop.ui.slides.typesetting import Setter, Words, typeface

WIDTH, HEIGHT = 1600.0, 900.0
"""The field in which all slides are laid out."""
FIELD = QRectF(0, 0, WIDTH, HEIGHT)
_SIDE, _TOP, _BOTTOM = 104.0, 92.0, 826.0
_GAP = 40.0
_RULE = QSizeF(72, 6)
_TITLES = (64, 58, 52, 46, 40, 34, 28, 22, 16)
_LARGE_TITLES = (104, 96, 88, 80, 72, *_TITLES)
_BODIES = (56, 53, 50, 46, 42, 39, 36, 33, 30, 27, 25, 23, 21, 19, 17, 15, 13, 11, 9)
_CAPTIONS = (25, 23, 21, 19, 17, 15, 12)
_FOOT = 21
_FEW_WORDS = 22
"""So many words are a statement, or a line above or below a picture."""
_SMALL, _COMFORTABLE, _WORTH_IT = 26, 34, 1.1
"""Letters smaller than the first are set in two columns, up to the second, if they grow so many times by it."""
_COLUMN_GAP = 72.0
_USUAL = QSizeF(4, 3)
"""The shape of a picture that is not there yet."""


@dataclass(frozen=True)
class Shown:
    """A picture in its place."""

    thing: Thing
    area: QRectF
    says: str


@dataclass(frozen=True)
class Composed:
    """A slide, laid out."""

    words: tuple[Words, ...]
    pictures: tuple[Shown, ...]
    rule: QRectF
    paper: Palette

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint it into an area of the same shape."""
        painter.save()
        painter.translate(area.topLeft())
        painter.scale(area.width() / WIDTH, area.height() / HEIGHT)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.fillRect(self.rule, self.paper.colour("accent"))
        for words in self.words:
            words.paint(painter)
        for picture in self.pictures:
            _paint_picture(painter, picture, self.paper)
        painter.restore()


class Composer:
    """Lays slides out."""

    def __init__(self, deck: Deck, setter: Setter, gallery: Gallery) -> None:
        self._deck, self._setter, self._gallery = deck, setter, gallery

    def compose(self, slide: Slide) -> Composed:
        """Lay a slide out."""
        statement = not slide.pictures and _is_brief(slide)
        title = self._title(slide, large=statement)
        if statement:
            title, words = self._in_the_middle(title, slide)
            pictures: tuple[Shown, ...] = ()
        else:
            top = title.at.y() + title.height + _GAP
            room = QRectF(_SIDE, top, WIDTH - 2 * _SIDE, _BOTTOM - top)
            words, pictures = self._below(slide, room)
        rule = QRectF(QPointF(_SIDE, title.at.y() - 30), _RULE)
        return Composed((title, *words, *self._foot(slide)), pictures, rule, self._setter.paper)

    def _title(self, slide: Slide, *, large: bool) -> Words:
        room = QRectF(_SIDE, _TOP, WIDTH - 2 * _SIDE, 400 if large else 150)
        return self._setter.fitted(
            f"<p>{escape(slide.title)}</p>", room, _LARGE_TITLES if large else _TITLES, "title"
        )

    def _in_the_middle(self, title: Words, slide: Slide) -> tuple[Words, tuple[Words, ...]]:
        """A few words: title and line together in the middle of the height."""
        room = QRectF(_SIDE, 0, WIDTH - 2 * _SIDE, _BOTTOM - _TOP - _GAP - title.height)
        body = self._setter.fitted(slide.html, room, _BODIES)
        height = title.height + (_GAP + body.height if slide.html else 0)
        top = max(_TOP, (HEIGHT - height) / 2)
        placed = (body.moved(_SIDE, top + title.height + _GAP),) if slide.html else ()
        return title.moved(_SIDE, top), placed

    def _below(self, slide: Slide, room: QRectF) -> tuple[tuple[Words, ...], tuple[Shown, ...]]:
        if not slide.pictures:
            return self._words_alone(slide.html, room), ()
        if not slide.html:
            return self._pictures(slide.pictures, room)
        if _is_brief(slide) and slide.html.count("<p") == 1:
            return self._one_above_the_other(slide, room)
        left = QRectF(
            room.left(), room.top(), room.width() * (0.36 if _is_brief(slide) else 0.46), room.height()
        )
        right = room.adjusted(left.width() + 56, 0, 0, 0)
        captions, pictures = self._pictures(slide.pictures, right)
        return (self._setter.fitted(slide.html, left, _BODIES), *captions), pictures

    def _words_alone(self, html: str, room: QRectF) -> tuple[Words, ...]:
        """Words below a title; many of them in two columns, if they become larger there."""
        one = self._setter.fitted(html, room, _BODIES)
        larger = [size for size in _BODIES if one.letters * _WORTH_IT < size < _COMFORTABLE]
        if one.letters < _SMALL and "<table" not in html:
            return self._setter.in_two_columns(html, room, _COLUMN_GAP, larger) or (one,)
        return (one,)

    def _one_above_the_other(self, slide: Slide, room: QRectF) -> tuple[tuple[Words, ...], tuple[Shown, ...]]:
        line = self._setter.fitted(slide.html, QRectF(room.topLeft(), QSizeF(room.width(), 150)), _BODIES[3:])
        rest = room.height() - line.height - _GAP / 2
        if slide.picture_first:
            field = QRectF(room.topLeft(), QSizeF(room.width(), rest))
            line = line.moved(room.left(), room.bottom() - line.height)
        else:
            field = QRectF(QPointF(room.left(), room.bottom() - rest), QSizeF(room.width(), rest))
        captions, pictures = self._pictures(slide.pictures, field)
        return (line, *captions), pictures

    def _pictures(
        self, pictures: Sequence[Picture], room: QRectF
    ) -> tuple[tuple[Words, ...], tuple[Shown, ...]]:
        """Pictures side by side and above one another, as large as they get; each with its caption."""
        things = [self._gallery.look_up(picture.address) for picture in pictures]
        cells = _cells(room, [_shape(thing) for thing in things])
        captions: list[Words] = []
        shown: list[Shown] = []
        for picture, thing, cell in zip(pictures, things, cells, strict=True):
            area = cell
            if picture.caption:
                caption = self._caption(picture.caption, cell)
                area = cell.adjusted(0, 0, 0, -caption.height - 14)
                captions.append(caption.moved(cell.left(), cell.bottom() - caption.height))
            shown.append(Shown(thing, _inside(area, _shape(thing)), picture.says))
        return tuple(captions), tuple(shown)

    def _caption(self, caption: str, cell: QRectF) -> Words:
        room = QRectF(0, 0, cell.width(), min(96, cell.height() / 3))
        return self._setter.fitted(f"<p>{escape(caption)}</p>", room, _CAPTIONS, "small", centred=True)

    def _foot(self, slide: Slide) -> Iterator[Words]:
        half = (WIDTH - 2 * _SIDE) / 2
        room = QRectF(_SIDE, 846, half * 1.6, 30)
        said = QCoreApplication.translate("Slides", "{number} / {count}")
        number = said.format(number=slide.number, count=len(self._deck.slides))
        sizes = (_FOOT, 18, 15, 12)
        yield self._setter.fitted(f"<p>{escape(self._deck.title)}</p>", room, sizes, "small")
        last = self._setter.fitted(f"<p>{number}</p>", room, sizes, "small")
        yield last.moved(WIDTH - _SIDE - last.document.idealWidth() * last.scale, room.top())


def _is_brief(slide: Slide) -> bool:
    plain = "<li" not in slide.html and "<table" not in slide.html and "<pre" not in slide.html
    return plain and len(slide.html.split()) <= _FEW_WORDS + slide.html.count("<p>")


def _shape(thing: Thing) -> QSizeF:
    if isinstance(thing, QSvgRenderer):
        size = QSizeF(thing.viewBoxF().size())
    elif isinstance(thing, QImage):
        size = QSizeF(thing.size())
    else:
        size = _USUAL
    return _USUAL if size.isEmpty() else size


def _inside(area: QRectF, shape: QSizeF) -> QRectF:
    """The largest field of a shape within an area, in its middle."""
    size = shape.scaled(area.size().expandedTo(QSizeF(1, 1)), Qt.AspectRatioMode.KeepAspectRatio)
    field = QRectF(QPointF(0, 0), size)
    field.moveCenter(area.center())
    return field


def _cells(room: QRectF, shapes: Sequence[QSizeF]) -> list[QRectF]:
    """Cut a room into cells, one for each picture, so that the pictures become as large as they can."""

    def cut(columns: int) -> list[QRectF]:
        rows = -(-len(shapes) // columns)
        width = (room.width() - _GAP * (columns - 1)) / columns
        height = (room.height() - _GAP * (rows - 1)) / rows
        return [
            QRectF(
                room.left() + (nth % columns) * (width + _GAP),
                room.top() + (nth // columns) * (height + _GAP),
                width,
                height,
            )
            for nth in range(len(shapes))
        ]

    def covered(cells: list[QRectF]) -> float:
        fields = (_inside(cell, shape) for cell, shape in zip(cells, shapes, strict=True))
        return sum(field.width() * field.height() for field in fields)

    return max((cut(columns) for columns in range(1, len(shapes) + 1)), key=covered)


def _paint_picture(painter: QPainter, shown: Shown, paper: Palette) -> None:
    if isinstance(shown.thing, QSvgRenderer):
        shown.thing.render(painter, shown.area)
    elif isinstance(shown.thing, QImage) and not shown.thing.isNull():
        painter.drawImage(shown.area, shown.thing)
    else:
        painter.setPen(QPen(paper.colour("line"), 2))
        painter.setBrush(QColor(paper.colour("table-head")))
        painter.drawRoundedRect(shown.area, 10, 10)
        if shown.thing is not None:
            said = QCoreApplication.translate("Slides", "This picture cannot be shown.")
            painter.setPen(paper.colour("muted"))
            painter.setFont(typeface("small", _CAPTIONS[1]))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(shown.area.adjusted(16, 16, -16, -16), flags, shown.says or said)
