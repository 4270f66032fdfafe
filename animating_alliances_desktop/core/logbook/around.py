"""What stands before and behind the entries: the alliance, the aims week by week, what was agreed and intended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from animating_alliances_desktop.core.alliances.model import Meeting, Member
from animating_alliances_desktop.core.book.model import (
    Block,
    Heading,
    Listing,
    Paragraph,
    Run,
    Table,
    Tone,
    Words,
    words,
)
from animating_alliances_desktop.core.book.reading import words_of
from animating_alliances_desktop.core.followthrough.model import Action, Intention, Status
from animating_alliances_desktop.core.logbook.entries import key_of, text_blocks
from animating_alliances_desktop.core.logbook.model import Material
from animating_alliances_desktop.core.pointing import retitled

AIMS = "aims"
WEEKLY_LOG = "weekly-log"


def alliance_part(material: Material) -> Iterator[Block]:
    """The alliance, for a reader who was not there."""
    alliance = material.alliance
    yield Heading(1, words("The alliance"), "the-alliance")
    if alliance.purpose.strip():
        yield from text_blocks(alliance.purpose, material.titles)
    if alliance.description.strip():
        yield from text_blocks(alliance.description, material.titles)
    if alliance.members:
        yield Heading(3, words("Who belongs to it"))
        yield Listing(tuple((Paragraph(_member(member)),) for member in alliance.members))
    yield Heading(3, words("How to read this book"))
    yield Paragraph(words(_HOW))


def aims_part(material: Material) -> Iterator[Block]:
    """What was meant to be done in each week, in the words of its log."""
    logs = [
        (number, entry)
        for number, entry in enumerate(material.entries, 1)
        if entry.draft.form == WEEKLY_LOG and entry.draft.parts.get(AIMS, "").strip()
    ]
    if not logs:
        return
    yield Heading(1, words("Aims, week by week"), "aims")
    for number, entry in logs:
        yield Heading(3, (Run(f"{_week(entry.draft.day)} · entry {number}", goal=key_of(number)),))
        yield from text_blocks(entry.draft.parts[AIMS], material.titles)


def agreed_part(material: Material) -> Iterator[Block]:
    """The meetings of the span, what was decided, who would do what, and what became of intentions."""
    parts = [*_meetings(material), *_decisions(material), *_actions(material), *_intentions(material)]
    if parts:
        yield Heading(1, words("Meetings, decisions, actions"), "agreed")
        yield from parts


def short(day: date | None, material: Material) -> str:
    """A day as tables hold it: with its year only where that is not the one of the book."""
    if day is None:
        return ""
    order = material.order
    return (
        f"{day.day} {day:%b}"
        if order.since.year == day.year == order.until.year
        else f"{day.day} {day:%b %Y}"
    )


def _meetings(material: Material) -> Iterator[Block]:
    if material.meetings:
        yield Heading(3, words("Meetings"))
        head = tuple(map(words, ("Day", "Meeting", "Who was there")))
        yield Table(head, tuple(_meeting(one, material) for one in material.meetings))


def _meeting(meeting: Meeting, material: Material) -> tuple[Words, ...]:
    there = ", ".join(one.name for one in meeting.attendances if one.present)
    planned = meeting.planned
    what = " · ".join(part for part in (planned.title or meeting.alliance_name, planned.place) if part)
    return words(short(meeting.day, material)), words(what), words(there)


def _decisions(material: Material) -> Iterator[Block]:
    if material.decisions:
        yield Heading(3, words("Decided"))
        rows = ((words(short(one.day, material)), _said(one.text, material)) for one in material.decisions)
        yield Table((words("Day"), words("Decision")), tuple(rows))


def _actions(material: Material) -> Iterator[Block]:
    if material.actions:
        yield Heading(3, words("Actions, and what became of them"))
        head = tuple(map(words, ("Agreed", "Who", "What", "By", "Became")))
        yield Table(head, tuple(_action(one, material) for one in material.actions))


def _action(action: Action, material: Material) -> tuple[Words, ...]:
    became = {Status.OPEN: "open", Status.DONE: "done", Status.LET_GO: "let go"}[action.status]
    if action.closed_on is not None:
        became = f"{became}, {short(action.closed_on, material)}"
    reason = f": {action.reason}" if action.reason else ""
    return (
        words(short(action.day, material)),
        words(action.owner.name or "nobody yet"),
        _said(action.text, material),
        words(short(action.due, material)),
        words(became + reason),
    )


def _intentions(material: Material) -> Iterator[Block]:
    if material.intentions:
        yield Heading(3, words("What I meant to do if something happened"))
        for one in material.intentions:
            yield Paragraph(_said(one.sentence, material))
            yield Paragraph(words(_came_of(one, material)), Tone.QUIET)


def _came_of(intention: Intention, material: Material) -> str:
    if intention.is_open:
        return f"{short(intention.day, material)} · still open"
    return f"{short(intention.day, material)} · {intention.outcome.strip() or 'closed without a word'}"


def _said(text: str, material: Material) -> Words:
    return words_of(retitled(text, material.titles))


def _member(member: Member) -> Words:
    rest = [part.strip() for part in (member.people, member.seeks) if part.strip()]
    return (Run(member.name, bold=True), *words(f": {'; '.join(rest)}" if rest else ""))


def _week(day: date) -> str:
    monday = day - timedelta(days=day.weekday())
    return f"Week of {monday.day} {monday:%B %Y}"


_HOW = (
    "Entries stand here as they were kept, in the order of their days. What was thought later stands beside them, "
    "with its own date; nothing was put into an entry afterwards. Where a word was corrected, what stood there before "
    "is given."
)
