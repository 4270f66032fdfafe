"""Links in a field that is written in: one reads their titles, and sees the whole of the one at the cursor."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from animating_alliances_desktop.core.pointing import OPENING, Pointer, pointers


class Folding(QSyntaxHighlighter):
    """Folds the addresses of the links in one field; it changes looks only, never a letter."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field.document())
        self._field = field
        self._open: tuple[int, int] | None = None
        """The line of the link that is unfolded, and where it begins there."""
        self._away, self._title = _folded(), QTextCharFormat()
        self._title.setFontUnderline(True)
        field.cursorPositionChanged.connect(self._follow)

    def highlightBlock(self, text: str) -> None:  # noqa: N802 -- Qt's name
        """Fold the links of one line."""
        for start, end, is_title in self.folds(text):
            self.setFormat(start, end - start, self._title if is_title else self._away)

    def fold(self, text: str) -> None:
        """Fold the addresses of one line, over whatever look it has."""
        for start, end, is_title in self.folds(text):
            if not is_title:
                self.setFormat(start, end - start, self._away)

    def folds(self, text: str) -> Iterator[tuple[int, int, bool]]:
        """What is an address and what is a title in the links of a line (in Qt's units), but for that at the cursor."""
        if OPENING not in text:
            return
        in_units, number = units(text), self.currentBlock().blockNumber()
        for pointer in pointers(text):
            if self._open != (number, pointer.start):
                first, last = title_of(text, pointer)
                ends = [in_units(place) for place in (pointer.start, first, last, pointer.end)]
                yield from zip(ends, ends[1:], (False, True, False), strict=False)

    def _follow(self) -> None:
        """Unfold the link that the cursor came into, and fold the one that it has left."""
        before, self._open = self._open, self._at_cursor()
        if before != self._open:
            for number in {place[0] for place in (before, self._open) if place is not None}:
                self.rehighlightBlock(self.document().findBlockByNumber(number))

    def _at_cursor(self) -> tuple[int, int] | None:
        """The line of the link in which the cursor is, and where the link begins."""
        cursor = self._field.textCursor()
        text, at = cursor.block().text(), cursor.positionInBlock()
        if OPENING not in text:
            return None
        in_units = units(text)
        inside = (one.start for one in pointers(text) if in_units(one.start) < at < in_units(one.end))
        start = next(inside, None)
        return (cursor.blockNumber(), start) if start is not None else None


def title_of(text: str, pointer: Pointer) -> tuple[int, int]:
    """Where the title of a link begins and ends."""
    title = text.rfind(pointer.title, pointer.start, pointer.end)
    return title, title + len(pointer.title)


def units(text: str) -> Callable[[int], int]:
    """How many of Qt's units lie before a letter: letters beyond the basic plane count twice."""
    if text.isascii() or max(text) <= "\uffff":
        return lambda at: at
    return lambda at: len(text[:at].encode("utf-16-le")) // 2


def _folded() -> QTextCharFormat:
    """Letters that are there, and take no room."""
    font = QFont()
    font.setPixelSize(1)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 1)
    made = QTextCharFormat()
    made.setFont(font)
    made.setForeground(Qt.GlobalColor.transparent)
    return made
