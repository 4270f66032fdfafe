"""How an action is said in a line: “Send the draft @Ana by Friday (agreed)”."""

from __future__ import annotations

import re
from datetime import date

from animating_alliances_desktop.core.followthrough.days import due_in
from animating_alliances_desktop.core.followthrough.model import Repeats, Wish
from animating_alliances_desktop.core.followthrough.owners import Known

_AGREED = re.compile(r"\((?:agreed|agreed aloud|said aloud)\)", re.IGNORECASE)
_WORDS = {
    Repeats.WEEKLY: r"weekly|every week",
    Repeats.FORTNIGHTLY: r"fortnightly|every fortnight|every (?:two|2) weeks|every other week",
    Repeats.MONTHLY: r"monthly|every month",
    Repeats.QUARTERLY: r"quarterly|every quarter|every (?:three|3) months",
}
_REPEATS = tuple(
    (repeats, re.compile(rf"\((?:{words})\)|\b(?:{words.partition('|')[2]})\b", re.IGNORECASE))
    for repeats, words in _WORDS.items()
)
"""“Weekly” alone could mean a weekly report, so that it counts between brackets only."""
_QUOTED = re.compile(r"@[\"“](?P<name>[^\"”\n]{1,80})[\"”]")
_NAME = re.compile(r"@(?P<name>[^\W\d_][\w'’.&-]*(?: [^\W\d_a-z][\w'’.&-]*)*)")
_AT = re.compile(r"(?<![\w.])@(?=[\w\"“])")
_BEFORE_COLON = re.compile(r"(?P<name>[^:\n]{1,60}):\s+(?=\S)")


def read_wish(words: str, day: date, known: Known) -> Wish:
    """What a line asks for: its owner, its day and the rest taken out of its words."""
    rest, repeats = _repeats(words)
    rest, agreed = _cut(rest, _AGREED)
    rest, owner = _owner(rest, known)
    due = due_in(rest, day)
    if due is not None:
        rest = rest[: due[1]] + rest[due[2] :]
    return Wish(_tidy(rest) or _tidy(words), owner, due[0] if due else None, agreed, repeats)


def _repeats(words: str) -> tuple[str, Repeats]:
    for repeats, pattern in _REPEATS:
        rest, there = _cut(words, pattern)
        if there:
            return rest, repeats
    return words, Repeats.NEVER


def _cut(words: str, pattern: re.Pattern[str]) -> tuple[str, bool]:
    found = pattern.search(words)
    return (words[: found.start()] + words[found.end() :], True) if found else (words, False)


def _owner(words: str, known: Known) -> tuple[str, str]:
    for at in _AT.finditer(words):
        there = known.at(words, at.end())
        if there is not None:
            return words[: at.start()] + words[there[1] :], there[0].name
        found = _QUOTED.match(words, at.start()) or _NAME.match(words, at.start())
        if found is not None:
            name = found["name"].rstrip(".")
            return words[: at.start()] + words[found.start("name") + len(name) :].lstrip('"”'), name
    named = _BEFORE_COLON.match(words)
    if named is not None and (owner := known.get(named["name"])) is not None:
        return words[named.end() :], owner.name
    return words, ""


def _tidy(words: str) -> str:
    text = re.sub(r"[\s,;:]*([.!?])$", r"\1", re.sub(r"\s+([,;:])", r"\1", " ".join(words.split())))
    return text.strip(" ,;:–—-")
