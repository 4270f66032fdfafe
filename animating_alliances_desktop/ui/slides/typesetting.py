"""Words on a slide: set in our typefaces, and as large as they fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from animating_alliances_desktop.ui.kit import bullets
from animating_alliances_desktop.ui.kit.palette import Palette
from animating_alliances_desktop.ui.kit.theme import INTERFACE, READING

_TABLE = '<table width="100%" cellspacing="0" cellpadding="0">'
"""What Qt only takes as attributes."""
_SHEET = """
p, li, h3, h4, h5, h6, td, th, pre {{ line-height: {line_height:.0f}%; }}
p {{ margin-top: 0px; margin-bottom: {gap:.0f}px; }}
h3, h4, h5, h6 {{ font-size: {em:.0f}px; font-weight: 700; margin-top: 0px; margin-bottom: {gap:.0f}px; }}
ul, ol {{ margin-top: 0px; margin-bottom: {gap:.0f}px; }}
li {{ margin-bottom: {line_gap:.0f}px; }}
li p {{ margin-bottom: 0px; }}
li ul, li ol {{ margin-top: {gap:.0f}px; margin-bottom: 0px; }}
blockquote {{ margin-left: {em:.0f}px; margin-right: 0px; color: {quote}; }}
a {{ color: {accent}; text-decoration: none; }}
sup, sub {{ font-family: "{interface}"; color: {muted}; }}
pre {{ white-space: pre-wrap; }}
code, pre {{ font-family: "DejaVu Sans Mono", "Consolas", "Menlo", monospace; font-size: {small:.0f}px; }}
table {{ border-width: 0px; border-collapse: collapse; margin-bottom: {gap:.0f}px; }}
th, td {{ padding: {cell:.0f}px; border-bottom: 1px solid {line}; }}
th, td {{ font-family: "{interface}"; font-size: {small:.0f}px; }}
th {{ text-align: left; background-color: {head}; font-weight: 600; }}
"""
_REPLACED = ("liga", "clig", "dlig", "calt", "locl")
"""What a typeface replaces letters by; its "locl" puts a nameless A for each A, and a nameless space for each space."""
Kind = Literal["title", "body", "small"]
_LOOKS: dict[Kind, tuple[str, int, float]] = {
    "title": (READING, 700, 1.14),
    "body": (READING, 400, 1.32),
    "small": (INTERFACE, 400, 1.3),
}
"""Typeface, weight, and the height of a line for each pixel of the letters."""


class _Sheet(QTextDocument):
    """A document that reads nothing from outside itself."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Refuse whatever a text asks for."""
        return ""


@dataclass(frozen=True)
class Words:
    """Some words, set for a width; `scale` is less than 1 where even the smallest letters took too much room."""

    document: QTextDocument
    ink: QColor
    bullet: QColor
    at: QPointF
    scale: float = 1.0

    @property
    def height(self) -> float:
        """How high they are on the slide."""
        return self.document.size().height() * self.scale

    @property
    def letters(self) -> float:
        """The height of the letters on the slide."""
        return self.document.defaultFont().pixelSize() * self.scale

    def moved(self, x: float, y: float) -> Words:
        """The same words elsewhere."""
        return replace(self, at=QPointF(x, y))

    def paint(self, painter: QPainter) -> None:
        """Paint them where they stand."""
        painter.save()
        painter.translate(self.at)
        painter.scale(self.scale, self.scale)
        draw(self.document, painter, self.ink, self.bullet)
        painter.restore()


@dataclass(frozen=True)
class Setter:
    """Sets words in the colours of a paper."""

    paper: Palette
    plain_letters: bool = False
    """Whether every letter stays itself: in a PDF, what the typeface puts for it could not be searched for."""

    def fitted(
        self, html: str, room: QRectF, sizes: Sequence[float], kind: Kind = "body", *, centred: bool = False
    ) -> Words:
        """Set words in the largest of these sizes (largest first) at which they fit; never leave any out."""
        low, high = 0, len(sizes) - 1
        while low < high:
            middle = (low + high) // 2
            if _fits(self.document(html, room.width(), sizes[middle], kind), room):
                high = middle
            else:
                low = middle + 1
        made = self.document(html, room.width(), sizes[low], kind)
        if centred:
            option = made.defaultTextOption()
            option.setAlignment(option.alignment().AlignHCenter)
            made.setDefaultTextOption(option)
        needs = made.size()
        scale = min(1.0, room.height() / max(1.0, needs.height()), room.width() / max(1.0, needs.width()))
        return self._words(made, room.topLeft(), scale, "muted" if kind == "small" else "ink")

    def _words(self, made: QTextDocument, at: QPointF, scale: float = 1.0, ink: str = "ink") -> Words:
        return Words(made, self.paper.colour(ink), self.paper.colour("accent"), at, scale)

    def in_two_columns(
        self, html: str, room: QRectF, gap: float, sizes: Sequence[float]
    ) -> tuple[Words, ...]:
        """Set words in two columns in the largest of these sizes at which they fit; nothing if they do at none."""
        width = (room.width() - gap) / 2
        for size in sizes:
            whole = self.document(html, width, size)
            half = min(room.height(), whole.size().height() / 2 + size)
            columns = list(cut(whole, half, room.height()))
            if len(columns) <= 2 and all(column.size().width() <= width + 1 for column in columns):
                return tuple(
                    self._words(column, QPointF(room.left() + nth * (width + gap), room.top()))
                    for nth, column in enumerate(columns)
                )
        return ()

    def document(self, html: str, width: float, size: float, kind: Kind = "body") -> QTextDocument:
        """Set words for a width, in letters of this height."""
        font = typeface(kind, size)
        if self.plain_letters:
            for name in _REPLACED:
                font.setFeature(QFont.Tag(name), 0)
        made = _Sheet()
        made.setUndoRedoEnabled(False)
        made.setDocumentMargin(0)
        made.setDefaultFont(font)
        made.setIndentWidth(size * 1.15)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setDefaultTextOption(option)
        made.setDefaultStyleSheet(
            self._sheet(size, _LOOKS[kind][2] * 100 * size / QFontMetricsF(font).lineSpacing())
        )
        made.setHtml(html.strip().replace("<table>", _TABLE))
        bullets.take_off(made)
        made.setTextWidth(width)
        return made

    def _sheet(self, size: float, line_height: float) -> str:
        values: dict[str, object] = {
            "em": size,
            "line_height": line_height,
            "gap": size * 0.5,
            "line_gap": size * 0.4,
            "small": size * 0.82,
            "cell": size * 0.28,
            "interface": INTERFACE,
            "head": self.paper.text("table-head"),
        }
        values |= {name: self.paper.text(name) for name in ("accent", "muted", "quote", "line")}
        return _SHEET.format(**values)


def typeface(kind: Kind, size: float) -> QFont:
    """The typeface for words of this kind, in letters of this height."""
    family, weight, _line = _LOOKS[kind]
    font = QFont(family)
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def draw(document: QTextDocument, painter: QPainter, ink: QColor, bullet: QColor) -> None:
    """Paint a document, its words in this colour where nothing else is said."""
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, ink)
    context.palette = palette
    document.documentLayout().draw(painter, context)
    bullets.paint(document, painter, bullet)


def _fits(document: QTextDocument, room: QRectF) -> bool:
    needs = document.size()
    return needs.height() <= room.height() and needs.width() <= room.width() + 1


def cut(document: QTextDocument, first: float, others: float) -> Iterator[QTextDocument]:
    """Cut a document between lines: its first part no higher than `first`, the rest no higher than `others`."""
    begin, top, room, above = 0, 0.0, first, 0.0
    for start, bottom in list(_lines(document)):
        if bottom - top > room and start > begin:
            yield _part(document, begin, start)
            begin, top, room = start, above, others
        above = bottom
    yield _part(document, begin, document.characterCount() - 1)


def _part(document: QTextDocument, begin: int, end: int) -> QTextDocument:
    """Some of its lines, as a document of their own: what is only cut off stays in a PDF as words."""
    part = document.clone()
    part.setParent(None)  # PySide would let it go together with the whole
    cursor = QTextCursor(part)
    last = part.characterCount() - 1
    if begin < end < last and part.findBlock(end).position() == end:
        end -= 1  # no empty line behind
    for start, stop in ((end, last), (0, begin)):
        cursor.setPosition(start)
        cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    part.setTextWidth(document.textWidth())
    return part


def _lines(document: QTextDocument) -> Iterator[tuple[int, float]]:
    """Where each line begins among the letters, and where it ends on the paper."""
    block = document.begin()
    while block.isValid():
        top = document.documentLayout().blockBoundingRect(block).top()
        layout = block.layout()
        for nth in range(layout.lineCount()):
            line = layout.lineAt(nth)
            yield block.position() + line.textStart(), top + line.y() + line.height()
        block = block.next()
