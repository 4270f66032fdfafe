"""Light on a text while it is written: headings, lists, links and signed lines, prompts muted, slips underlined."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from animating_alliances_desktop.core.followthrough.signs import sign_of
from animating_alliances_desktop.core.journal.model import PROMPT
from animating_alliances_desktop.core.pointing import pointers
from animating_alliances_desktop.ui.kit.folding import Folding, title_of, units
from animating_alliances_desktop.ui.kit.theme import Theme

QUIET = PROMPT
Span = tuple[int, int, str]
"""From where to where, and in which look."""
_HEADING = re.compile(r"(#{1,6}[ \t]+)\S")
_LIST = re.compile(r"[ \t]*([-*+]|\d{1,3}[.)])[ \t]+")
_QUOTE = re.compile(r">[ \t]?")
_INLINE = re.compile(
    r"(?P<strong>\*\*[^*\n]+\*\*)|(?P<slanted>(?<![*\w])\*[^*\s][^*\n]*\*)|(?P<code>`[^`\n]+`)"
    r"|(?P<link>\[[^\[\]\n]+\]\([^()\s]+\))"
)


class Speller(Protocol):
    """What a field needs in order to mind the spelling."""

    def wrong_in(self, line: str) -> list[tuple[int, int]]:
        """Where the words of a line begin and end that are not known."""


class Lighting(Folding):
    """Lights up one field; it changes looks only, never a letter."""

    def __init__(self, theme: Theme, field: QPlainTextEdit) -> None:
        super().__init__(field)
        self._theme = theme
        self._speller: Speller | None = None
        self._begun = -1
        """The line with a word that is being written: it is not called wrong before it is finished."""
        self._looks: dict[str, QTextCharFormat] = {}
        theme.changed.connect(self._dress)
        field.cursorPositionChanged.connect(self._look_back)
        self._dress()

    def mind(self, speller: Speller | None) -> None:
        """Underline what this speller does not know; None to leave spelling alone."""
        self._speller = speller
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802 -- Qt's name
        """Light up one line."""
        in_units = units(text)
        for start, end, look in spans(text):
            self.setFormat(in_units(start), in_units(end) - in_units(start), self._looks[look])
        if self._speller is not None and not text.startswith(QUIET):
            self._mark_slips(text, in_units)
        self.fold(text)

    def _mark_slips(self, text: str, in_units: Callable[[int], int]) -> None:
        assert self._speller is not None
        cursor = self._field.textCursor()
        at = cursor.positionInBlock() if cursor.block() == self.currentBlock() else -1
        for start, end in self._speller.wrong_in(text):
            if at >= 0 and in_units(start) < at <= in_units(end) and self._field.hasFocus():
                self._begun = self.currentBlock().blockNumber()
                continue
            for unit in range(in_units(start), in_units(end)):
                look = QTextCharFormat(self.format(unit))
                look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
                look.setUnderlineColor(self._theme.palette.colour("danger"))
                self.setFormat(unit, 1, look)

    def _look_back(self) -> None:
        """Look again at the line with a word that was being written, now that the cursor has gone on."""
        if self._begun < 0 or self._field.document().isEmpty():
            return
        block = self.document().findBlockByNumber(self._begun)
        self._begun = -1
        self.rehighlightBlock(block)

    def _dress(self) -> None:
        colour = self._theme.palette.colour
        self._looks = {
            "quiet": _look(colour("muted"), slanted=True),
            "mark": _look(colour("faint")),
            "heading": _look(colour("ink"), bold=True),
            "list": _look(colour("accent"), bold=True),
            "quote": _look(colour("muted")),
            "strong": _look(colour("ink"), bold=True),
            "slanted": _look(colour("ink"), slanted=True),
            "code": _look(colour("muted")),
            "link": _look(colour("accent")),
            "sign": _look(colour("accent"), bold=True),
        }
        self.rehighlight()


def spans(line: str) -> Iterator[Span]:
    """The looks of a line; a later one lies over an earlier one."""
    if line.startswith(QUIET):
        yield 0, len(line), "quiet"
        return
    yield from _of_the_whole(line)
    for found in _INLINE.finditer(line):
        yield found.start(), found.end(), str(found.lastgroup)
    for pointer in pointers(line):
        yield pointer.start, pointer.end, "mark"
        yield *title_of(line, pointer), "link"


def _of_the_whole(line: str) -> Iterator[Span]:
    sign = sign_of(line)
    if sign is not None:
        yield 0, max(sign.words_at, 2), "sign"
        return
    heading, listed, quoted = _HEADING.match(line), _LIST.match(line), _QUOTE.match(line)
    if heading is not None:
        yield 0, len(line), "heading"
        yield 0, heading.end(1), "mark"
    elif listed is not None:
        yield listed.start(1), listed.end(1), "list"
    elif quoted is not None:
        yield 0, len(line), "quote"


def _look(colour: QColor, *, bold: bool = False, slanted: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour)
    if bold:
        made.setFontWeight(QFont.Weight.DemiBold)
    if slanted:
        made.setFontItalic(True)
    return made


def word_under(line: str, at: int, wrong: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The misspelt word at a place of a line, in Qt's units."""
    in_units = units(line)
    spans_in_units = ((in_units(a), in_units(b)) for a, b in wrong)
    return next(((first, last) for first, last in spans_in_units if first <= at <= last), None)


def select(cursor: QTextCursor, start: int, end: int) -> None:
    """Select a stretch of the line in which a cursor is."""
    first = cursor.block().position()
    cursor.setPosition(first + start)
    cursor.setPosition(first + end, QTextCursor.MoveMode.KeepAnchor)
