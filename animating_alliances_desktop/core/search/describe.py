"""What is asked, in words that a practitioner reads."""

from __future__ import annotations

from datetime import date, timedelta

from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.core.search.dates import MONTHS
from animating_alliances_desktop.core.search.tree import (
    All,
    Any,
    Facet,
    Kinds,
    Leaf,
    Node,
    Not,
    Period,
    Some,
    Words,
    is_preferred,
)

_KINDS = {
    Kind.GUIDE: "the practice guide",
    Kind.SLIDES: "slide packs",
    Kind.TERM: "the glossary",
    Kind.ENTRY: "the journal",
    Kind.ANNOTATION: "highlights",
}
_FACETS = {
    "question": "on the question “{}”",
    "alliance": "for the alliance “{}”",
    "tag": "with the tag “{}”",
    "sector": "in the sector “{}”",
    "region": "in the region “{}”",
    "form": "with the form “{}”",
    "outcome": "with the outcome “{}”",
    "phase": "in the phase “{}”",
    "author": "by “{}”",
    "collection": "in the collection “{}”",
    "owner": "owned by “{}”",
    "status": "that are {}",
}


def describe(node: Node | None, *, loose: bool = False, cut: bool = False) -> str:
    """A fragment of a sentence; `loose` if not every word had to be met, `cut` if only the first part was taken."""
    if node is None:
        return ""
    said = _say(node, loose=loose)
    return f"{said} (only the first part of what was typed)" if cut else said


def _say(node: Node, *, loose: bool) -> str:
    match node:
        case Not(member):
            return f"{'not' if _is_filter(member) else 'without'} {_say(member, loose=loose)}"
        case Any(members):
            return _list([_say(member, loose=loose) for member in members], "or")
        case All() | Some():
            return _together(node, loose=loose)
        case _:
            return _leaf(node)


def _leaf(leaf: Leaf) -> str:
    match leaf:
        case Words():
            return _words(leaf)
        case Facet(field, _, shown):
            return _FACETS[field].format(shown)
        case Kinds(kinds):
            return "in " + _list([_KINDS.get(kind, kind.plural) for kind in kinds], "and")
        case Period():
            return f"written {_period(leaf)}"


def _together(node: All | Some, *, loose: bool) -> str:
    """The words first, then what they are narrowed down by."""
    spared = loose and isinstance(node, Some) and sum(map(is_preferred, node.members)) > 1
    preferred = [_say(each, loose=loose) for each in node.members if spared and is_preferred(each)]
    rest = [each for each in node.members if not (spared and is_preferred(each))]
    words = [
        _within(each, loose=loose) for each in rest if not _is_filter(each) and not isinstance(each, Not)
    ]
    said = [f"as many as possible of {_list(preferred, 'and')}"] if preferred else []
    said += [_list(words, "and")] if words else []
    said += [_say(each, loose=loose) for each in rest if isinstance(each, Not) and not _is_filter(each)]
    return ", ".join(said + [_say(each, loose=loose) for each in rest if _is_filter(each)])


def _within(node: Node, *, loose: bool) -> str:
    said = _say(node, loose=loose)
    return f"either {said}" if isinstance(node, Any) else said


def _is_filter(node: Node) -> bool:
    match node:
        case Not(member):
            return _is_filter(member)
        case All(members) | Any(members) | Some(members):
            return all(map(_is_filter, members))
        case _:
            return not isinstance(node, Words)


def _words(node: Words) -> str:
    said = f"“{' '.join(node.words)}”"
    if node.prefix:
        said = f"{'a phrase' if len(node.words) > 1 else 'words'} beginning {said}"
    elif node.edits:
        said = f"words spelt like {said}"
    return f"{said} in the {node.field}" if node.field else said


def _list(parts: list[str], word: str) -> str:
    return f" {word} ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def _period(period: Period) -> str:
    start, end = period.start, period.end
    if start is None or end is None:
        return f"since {_day(start)}" if start else f"until {_day(end)}" if end else "on any day"
    if start == end:
        return f"on {_day(start)}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"in {start.year}" if start.year == end.year else f"from {start.year} to {end.year}"
    if start.day == 1 and start.month == end.month and start.year == end.year and _is_last(end):
        return f"in {MONTHS[start.month - 1].title()} {start.year}"
    return f"from {_day(start)} to {_day(end)}"


def _is_last(day: date) -> bool:
    return (day + timedelta(1)).day == 1 if day < date.max else True


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1].title()} {day.year}"
