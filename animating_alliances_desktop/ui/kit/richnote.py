"""A note of the user's, written in Markdown, as it is read; nothing outside of it is loaded."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRectF, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)

from animating_alliances_desktop.core.pointing import in_markdown
from animating_alliances_desktop.ui.kit.palette import Palette

_MARKED = re.compile(
    r"[*_`~\[\]<>|\\]|^\s*(?:[-+]|#{1,6}|\d+[.)])\s|^\s*(?:=+|-{3,})\s*$|https?://", re.MULTILINE
)
_BREAK = re.compile(r"(?<=\S)[ \t]*\n(?=[ \t]*\S)")
_GAP = 5
_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


def is_plain(text: str) -> bool:
    """Whether a text reads as it is written: no mark of Markdown in it."""
    return _MARKED.search(text) is None


class RichNote(QTextDocument):
    """A note, laid out in a width; links to things of the app are links."""

    def __init__(self, text: str, font: QFont, width: float) -> None:
        super().__init__()
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.setDefaultFont(font)
        # a line that the user broke stays broken, as in a letter
        self.setMarkdown(_BREAK.sub("  \n", in_markdown(text)), _FEATURES)
        self._tighten(font)
        self.setTextWidth(width)

    @property
    def height(self) -> float:
        """How high it is."""
        return self.size().height()

    def draw(self, painter: QPainter, at: QPointF, most: float, ink: QColor, palette: Palette) -> None:
        """Paint as much of it as `most` pixels hold; what does not fit ends in …."""
        told = QAbstractTextDocumentLayout.PaintContext()
        colours = QPalette()
        colours.setColor(QPalette.ColorRole.Text, ink)
        colours.setColor(QPalette.ColorRole.Link, palette.colour("accent"))
        told.palette = colours
        told.clip = QRectF(0, 0, self.textWidth(), most)
        painter.save()
        painter.translate(at)
        painter.setClipRect(told.clip)
        self.documentLayout().draw(painter, told)
        painter.restore()
        if self.height > most + 1:
            painter.setPen(ink)
            painter.drawText(QPointF(at.x() + self.textWidth() - 14, at.y() + most - 3), "…")

    def link_at(self, point: QPointF) -> str:
        """The address of the link under a point, or nothing."""
        return self.documentLayout().anchorAt(point)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load nothing, whatever a note asks for."""
        return ""

    def _tighten(self, font: QFont) -> None:
        """Headings no larger than what stands around them, and small gaps between paragraphs."""
        block = self.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            shape = QTextBlockFormat(block.blockFormat())
            shape.setTopMargin(0)
            shape.setBottomMargin(_GAP if block.next().isValid() else 0)
            cursor.setBlockFormat(shape)
            if shape.headingLevel():
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                look = cursor.charFormat()
                look.setProperty(look.Property.FontSizeAdjustment, 0)
                look.setFontWeight(QFont.Weight.DemiBold)
                cursor.mergeCharFormat(look)
            block = block.next()
