"""The signs by which a line of a text says that it is an action, a decision, a noticing or an intention."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from animating_alliances_desktop.core.changes import Kind

SIGNS = {Kind.ACTION: "->", Kind.DECISION: "!", Kind.NOTICING: "~"}
"""The sign to type for each kind; none of them means anything in Markdown at the beginning of a line."""

_BEFORE = r"[ \t]{0,3}(?:[-*+][ \t]+)?"
_SIGNED = re.compile(
    rf"{_BEFORE}(?:(?P<action>(?:->|→)[ \t]*|\[ ?\][ \t]+|(?:action|to ?do):[ \t]*)"
    r"|(?P<decision>![ \t]+|(?:decision|decided):[ \t]*)"
    r"|(?P<noticing>~[ \t]+|(?:noticing|noticed):[ \t]*))(?=\S)",
    re.IGNORECASE,
)
_INTENTION = re.compile(
    rf"{_BEFORE}(?P<all>if[ \t]+(?P<cue>\S.*?),?[ \t]+then[ \t]+I(?:['’]ll|[ \t]+will)[ \t]+(?P<then>\S.*))",
    re.IGNORECASE,
)
_MEANT = re.compile(
    rf"{_BEFORE}(?P<all>(?:if[ \t]+)?(?P<cue>\S.*?)(?:,|,?[ \t]+then)[ \t]+"
    r"I(?:['’]ll|[ \t]+will)?[ \t]+(?P<then>\S.*))",
    re.IGNORECASE,
)
"""As loosely as one writes it where one is asked for it: “Tuesday after lunch, I open the draft”."""
IF_THEN = "if-then"
"""The part of a form that asks for an intention."""
_FENCE = re.compile(r" {0,3}(```|~~~)")
_INDENT = re.compile(_BEFORE)


@dataclass(frozen=True, slots=True)
class Sign:
    """A signed line: what it is, from where to where it stands in its text, and where its words begin."""

    kind: Kind
    start: int
    end: int
    words_at: int
    line: str

    @property
    def words(self) -> str:
        """The line without its sign."""
        return self.line[self.words_at - self.start :].strip()


def sign_of(line: str, at: int = 0, *, asked: bool = False) -> Sign | None:
    """What a line is, if it is signed; `at` is where it stands, `asked` says that an intention was asked for there."""
    found = _SIGNED.match(line)
    if found is not None and found.lastgroup is not None:
        return Sign(Kind(found.lastgroup), at, at + len(line), at + found.end(), line)
    meant = (_MEANT if asked else _INTENTION).match(line)
    if meant is not None:
        return Sign(Kind.INTENTION, at, at + len(line), at + meant.start("all"), line)
    return None


def signs(text: str, *, asked: bool = False) -> list[Sign]:
    """All signed lines of a text, in their order; what stands between fences of code is not looked at."""
    return list(_signs(text, asked=asked))


def _signs(text: str, *, asked: bool) -> Iterator[Sign]:
    at, fence = 0, ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1] == fence):
            fence = "" if fence else mark[1]
        elif not fence and (sign := sign_of(line.rstrip("\r"), at, asked=asked)) is not None:
            yield sign
        at += len(line) + 1


def cue_and_then(words: str) -> tuple[str, str]:
    """The two halves of an intention; a text that is none is all “then”."""
    found = _INTENTION.match(words) or _MEANT.match(words)
    return (found["cue"].strip(), _ended(found["then"])) if found else ("", words.strip())


def signed(line: str, kind: Kind) -> str:
    """The line with this sign before it; without any, if it had this one already."""
    if kind not in SIGNS:
        return line
    there = sign_of(line)
    if there is not None and there.kind is not Kind.INTENTION:
        words = line[there.words_at :]
        return words if there.kind is kind else f"{SIGNS[kind]} {words}"
    indent = _INDENT.match(line)
    return f"{SIGNS[kind]} {line[indent.end() if indent else 0 :]}"


def _ended(text: str) -> str:
    return text.strip().removesuffix(".")
