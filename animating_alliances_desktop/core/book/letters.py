"""Text as a PDF shows it: each letter in a face that has it, right-to-left scripts in their order, nothing dropped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from unicodedata import category, name
from xml.sax.saxutils import escape, quoteattr

from arabic_reshaper import ArabicReshaper
from bidi import get_display

from animating_alliances_desktop.core.book.faces import BORROWED, face_for, registered

_FORMLESS = {"Cf", "Mn", "Cc"}
"""Joiners, marks of direction, variants of emoji: where a face lacks them there is nothing to see."""
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_STRETCH = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]"
    r"(?:[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\d\s.,:;'’()/-]*"
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff])?"
)
_TOGETHER = 30
"""So many letters of such a script within another one's text are kept on one line."""
_NO_BREAK = "\u00a0"
Measure = Callable[[str], float]


class Letters:
    """Writes text in the marks that the layout understands; notes the letters that no face has."""

    def __init__(self) -> None:
        self._ours = registered()
        self._shaper = ArabicReshaper({"delete_harakat": False, "support_ligatures": True})
        self.unprintable: dict[str, None] = {}
        self.borrowed = False
        """Whether the program that shows the PDF has to bring a font."""

    def marked(self, text: str, face: str, around: str = "") -> str:
        """A stretch of text in a face of ours, within a paragraph in one; where it lacks letters another steps in."""
        if _RIGHT_TO_LEFT.search(text):
            text = _STRETCH.sub(self._turned, text)
        return self.marked_as_seen(text, face, around)

    def marked_as_seen(self, text: str, face: str, around: str = "") -> str:
        """The same for a text whose letters are in the order in which they are seen."""
        parts = [
            escape(letters)
            if chosen == around
            else f"<font face={quoteattr(chosen)}>{escape(letters)}</font>"
            for chosen, letters in self._pieces(text, face)
        ]
        return "".join(parts).replace("\n", "<br/>")

    def plain(self, text: str, face: str) -> list[tuple[str, str]]:
        """A line in pieces of a face each, for painting."""
        return list(self._pieces(self.in_order(text) if _RIGHT_TO_LEFT.search(text) else text, face))

    def in_order(self, text: str) -> str:
        """A line with a right-to-left script in it, its letters joined and in the order in which they are seen."""
        return str(get_display(self._shaper.reshape(text)))

    def _turned(self, found: re.Match[str]) -> str:
        some = lines_of(found[0], _TOGETHER, len)
        return " ".join(self.in_order(part).replace(" ", _NO_BREAK) for part in some)

    def _pieces(self, text: str, face: str) -> Iterator[tuple[str, str]]:
        if self._ours.issuperset(map(ord, text.replace("\n", "").replace(_NO_BREAK, " "))):
            yield face, text
            return
        for chosen, some in groupby(text, key=lambda letter: self._face(letter, face)):
            letters = "".join(some)
            if chosen is not None:
                yield chosen, letters
            elif said := self._said(letters):
                yield face, said

    def _face(self, letter: str, face: str) -> str | None:
        if letter in f"\n{_NO_BREAK}" or ord(letter) in self._ours:
            return face
        found = face_for(letter)
        self.borrowed = self.borrowed or found in BORROWED
        return found

    def _said(self, letters: str) -> str:
        """In words what cannot be drawn: the name of a sign, or how many letters of which script stand there."""
        letters = "".join(letter for letter in letters if category(letter) not in _FORMLESS)
        self.unprintable.update(dict.fromkeys(letters))
        parts = [
            f"[{script}: {count}]" if is_script else script for is_script, script, count in _counted(letters)
        ]
        return "".join(parts)


def lines_of(text: str, width: float, measure: Measure) -> Iterator[str]:
    """Break a text into lines of this width, before its letters are put in the order in which they are seen."""
    for whole in text.split("\n"):
        line = ""
        for word in whole.split():
            longer = f"{line} {word}" if line else word
            if line and measure(longer) > width:
                yield line
                longer = word
            line = longer
        yield line


def _counted(letters: str) -> Iterator[tuple[bool, str, int]]:
    for script, some in groupby(letters, key=_script):
        found = list(some)
        if script:
            yield True, script, len(found)
        else:
            yield from ((False, f"[{name(letter, f'U+{ord(letter):04X}').lower()}]", 1) for letter in found)


def _script(letter: str) -> str:
    """The script of a letter; nothing for a sign."""
    return name(letter, "").split(" ")[0].capitalize() if category(letter)[0] in "LM" else ""
