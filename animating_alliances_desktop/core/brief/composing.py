"""The brief as a text on one page: as much as there is room for, and how much more there is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from animating_alliances_desktop.core.alliances.model import Meeting
from animating_alliances_desktop.core.book.making import make
from animating_alliances_desktop.core.book.model import (
    Block,
    Book,
    Format,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Run,
    Tone,
    Words,
    plain,
    words,
)
from animating_alliances_desktop.core.book.reading import words_of
from animating_alliances_desktop.core.brief.model import Brief, Owned, Trend
from animating_alliances_desktop.core.followthrough.model import Action
from animating_alliances_desktop.core.scales import as_they_came, most_noted


@dataclass(frozen=True, slots=True)
class Room:
    """How much of each thing there is room for: letters of texts, numbers of others."""

    entry: int
    actions: int
    decisions: int
    line: int = 150
    quote: int = 260


_ROOMS = (
    Room(1_600, 24, 12),
    Room(1_100, 18, 9),
    Room(800, 13, 7),
    Room(520, 10, 5, 120),
    Room(420, 8, 4, 110, 220),
    Room(320, 6, 4, 100, 180),
    Room(220, 5, 3, 90, 120),
    Room(120, 3, 2, 70, 90),
)
"""From the most that is worth reading to what always fits."""
_NAME, _TITLE = 48, 120
_READ = 5
"""So many times what is shown of an entry is read at most: marks and addresses are not shown."""
_BREAK = 15
"""A line that begins anew takes the room of so many letters."""
_HOW_TO_JOIN = re.compile(r"^_{10,}\s*$", re.MULTILINE)
"""Below such a line calendars say how to dial in: that is no part of what is to be talked about."""
_LINE_TO_FILL = "What happened? " + 50 * "…"


def fitted(brief: Brief) -> Book:
    """The brief with as much in it as goes on one page."""
    for room in _ROOMS:
        book = composed(brief, room)
        if make(book, Format.PDF).pages == 1:
            break
    return book


def composed(brief: Brief, room: Room) -> Book:
    """The brief, cut to this room."""
    blocks = (
        *_ahead(brief, room),
        *_intentions(brief, room),
        *_last(brief, room),
        *_open(brief, room),
        *_decided(brief, room),
        *_noted(brief),
        *_marked(brief, room),
        *_carry(brief),
    )
    return Book(plain(cut(words(brief.alliance.name), _TITLE)), blocks, is_compact=True)


def meeting_in_words(meeting: Meeting) -> str:
    """Which meeting it is, when and where."""
    planned = meeting.planned
    when = long_day(meeting.day) + (f", {planned.begins:%H:%M}" if planned.begins else "")
    return ", ".join(part for part in (planned.title, when, planned.place) if part)


def long_day(day: date) -> str:
    """A day as people write it."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def trend_in_words(trend: Trend) -> str:
    """What was noted over time, as a plain sentence, in the words in which it was noted."""
    if trend.what == "minutes":
        lately, before = sum(trend.lately), sum(trend.before)
        return f"Time: {lately} minutes noted in the last four weeks, {before} in the four before."
    words_lately, words_before = as_they_came(trend.what, trend.lately), most_noted(trend.what, trend.before)
    said = f"{words_lately} in the last three entries that say it, {words_before} before"
    return f"{trend.what.capitalize()}: {said}."


def due_in_words(action: Action, today: date) -> str:
    """When it is due; past days are said, not blamed."""
    if action.due is None:
        return ""
    said = f"{action.due.day} {action.due:%b}" + (
        f" {action.due.year}" if action.due.year != today.year else ""
    )
    return f"was due {said}" if action.is_past(today) else f"by {said}"


def cut(text: Words, most: int, between: str = " ") -> Words:
    """No more letters of these words than there is room for; `between` stands between their lines."""
    parts: list[Run] = []
    for run in _pieces(text, between):
        if len(run.text) > most:
            return (*parts, replace(run, text=run.text[: max(0, most)].rsplit(" ", 1)[0].rstrip() + "…"))
        parts.append(run)
        most -= _BREAK if run.text == "\n" else len(run.text)
    return tuple(parts)


def _pieces(text: Words, between: str) -> Iterator[Run]:
    for run in text:
        pieces = re.split("(\n)", run.text.replace("\n", between))
        yield from (replace(run, text=piece) for piece in pieces if piece)


def _ahead(brief: Brief, room: Room) -> Iterator[Block]:
    made = f"as of {long_day(brief.today)}"
    if brief.meeting is None:
        yield Paragraph(words(f"Before the next meeting, {made}"), Tone.QUIET)
        return
    said = cut(words(f"Before the meeting: {meeting_in_words(brief.meeting)}"), room.quote)
    yield Paragraph((*said, *words(f" · {made}")), Tone.QUIET)
    agenda = _HOW_TO_JOIN.split(brief.meeting.planned.agenda, 1)[0]
    if agenda.strip():
        yield Paragraph(cut((*words("Agenda: ", bold=True), *words_of(agenda)), room.quote, " · "))


def _intentions(brief: Brief, room: Room) -> Iterator[Block]:
    if brief.intentions:
        yield Heading(3, words("You meant to"))
        for one in brief.intentions:
            yield Paragraph(cut(words_of(one.sentence), room.line + 80))
            yield Paragraph(words(_LINE_TO_FILL), Tone.QUIET)


def _last(brief: Brief, room: Room) -> Iterator[Block]:
    entry = brief.entry
    if entry is None:
        return
    yield Heading(3, words("Last time"))
    title = f"{entry.draft.title} · " if entry.draft.title.strip() else ""
    yield Paragraph(words(f"{title}{long_day(entry.draft.day)}"), Tone.QUIET)
    left = room.entry
    for title, text in entry.texts:
        said = cut(
            (*words(f"{title}: " if title else "", bold=True), *words_of(text[: _READ * room.entry])),
            left,
            "\n",
        )
        yield Paragraph(said)
        left -= len(plain(said))
        if left <= 0 or plain(said).endswith("…"):
            yield Paragraph(words("The rest stands in the entry."), Tone.QUIET)
            break


def _open(brief: Brief, room: Room) -> Iterator[Block]:
    """Something of each owner, rather than everything of the first ones."""
    if not brief.owned:
        return
    yield Heading(3, words("Open, by owner"))
    shown = brief.owned[: room.actions]
    most = _most_each([len(owned.actions) for owned in shown], room.actions)
    yield Listing(tuple((Paragraph(_of_one(owned, most, brief.today, room)),) for owned in shown))
    rest = sum(len(owned.actions) for owned in brief.owned[room.actions :])
    yield from _and_more(rest, "action of others", "actions of others")


def _most_each(counts: Sequence[int], room: int) -> int:
    """How many things each may have so that all of them together go into the room."""
    return next((most for most in range(room, 1, -1) if sum(min(most, count) for count in counts) <= room), 1)


def _of_one(owned: Owned, most: int, today: date, room: Room) -> Words:
    parts: list[Run] = [Run(f"{_named(owned.owner)}: ", bold=True)]
    for nth, action in enumerate(owned.actions[:most]):
        due = due_in_words(action, today)
        parts += words("; ") if nth else ()
        parts += cut(words_of(action.text), room.line)
        parts += words(f" ({due})") if due else ()
    more = len(owned.actions) - most
    parts += words(f"; and {more} more", italic=True) if more > 0 else ()
    return tuple(parts)


def _named(owner: str) -> str:
    said = plain(cut(words(owner), _NAME))
    return said[:1].upper() + said[1:] if said else "Nobody yet"


def _decided(brief: Brief, room: Room) -> Iterator[Block]:
    if brief.decisions:
        since = f" since {brief.since.day} {brief.since:%B}" if brief.since else ""
        yield Heading(3, words(f"Decided{since}"))
        some = brief.decisions[: room.decisions]
        yield Listing(tuple((Paragraph(cut(words_of(one.text), room.line)),) for one in some))
        yield from _and_more(len(brief.decisions) - len(some), "decision", "decisions")


def _noted(brief: Brief) -> Iterator[Block]:
    if brief.trends:
        yield Heading(3, words("As you noted it"))
        yield Paragraph(words(" ".join(map(trend_in_words, brief.trends))))


def _marked(brief: Brief, room: Room) -> Iterator[Block]:
    if brief.highlight is not None:
        yield Heading(3, words("You once marked"))
        quoted = cut(words(f"“{brief.highlight.anchor.exact}”"), room.quote)
        yield Quote((Paragraph((*quoted, *words(f" — {brief.highlight.target_title}"))),))


def _carry(brief: Brief) -> Iterator[Block]:
    if brief.prompts:
        yield Heading(3, words("To carry in"))
        yield Listing(tuple((Paragraph(words_of(prompt.text)),) for prompt in brief.prompts))


def _and_more(number: int, one: str, many: str) -> Iterator[Block]:
    if number > 0:
        yield Paragraph(words(f"… and {number} more {one if number == 1 else many}"), Tone.QUIET)
