"""Decides what a person might do next: what waits, what was begun, what has been quiet for long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto
from itertools import dropwhile
from typing import Protocol

from animating_alliances_desktop.core.annotations.model import Annotation
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.enquiry.model import Question
from animating_alliances_desktop.core.enquiry.store import EnquiryStore
from animating_alliances_desktop.core.library.model import Continued, Queued
from animating_alliances_desktop.core.library.reading_list import ReadingList
from animating_alliances_desktop.core.library.store import FINISHED, LibraryStore
from animating_alliances_desktop.core.today.model import Known, Meeting, Now, Promised, Waiting
from animating_alliances_desktop.core.today.store import TodayStore
from animating_alliances_desktop.ui.kit.runner import Runner

OVERVIEW = Ref(Kind.PAPER, "overview")
OLD = timedelta(days=1)
"""A draft that nobody touched for so long is due."""
QUIET = timedelta(days=30)
"""An alliance that nothing was written on for so long is mentioned."""
WHILE = timedelta(minutes=1)
_MORNING, _NOON, _EVENING = 5, 12, 18


class Part(Enum):
    """A part of the day."""

    MORNING = auto()
    AFTERNOON = auto()
    EVENING = auto()


@dataclass(frozen=True, slots=True)
class Agenda:
    """What the page shows; `reflect` is the alliance that was written on last."""

    day: date
    part: Part
    reflect: Known | None
    past: tuple[Meeting, ...] = ()
    """Meetings just past, on which nothing was written yet."""
    ahead: Meeting | None = None
    promised: tuple[Promised, ...] = ()
    promised_in_all: int = 0
    drafts: tuple[Waiting, ...] = ()
    overdue: tuple[Waiting, ...] = ()
    quiet: tuple[Known, ...] = ()
    reading: tuple[Continued, ...] = ()
    later: tuple[Queued, ...] = ()
    """The reading list, from what comes next on."""
    lost: int = 0
    question: Question | None = None
    recalled: tuple[Annotation, ...] = ()
    """Some of the user's own highlights that speak to the question."""
    overview: str = ""
    """The title of the overview paper, if the library holds it."""
    case: Ref | None = None
    is_new: bool = False
    """Whether nothing was done in this workspace yet."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the agenda comes from."""

    today: TodayStore
    library: LibraryStore
    enquiry: EnquiryStore
    lost: Callable[[], int]
    reading_list: ReadingList
    recall: Callable[[str, date], list[Annotation]] = lambda _question, _day: []
    """A few of the user's own highlights, for a core question and a day."""


class View(Protocol):
    """What the presenter asks of the page."""

    def show_agenda(self, agenda: Agenda) -> None:
        """Show what might be done next."""


class TodayPresenter:
    """Gathers the agenda."""

    def __init__(self, view: View, sources: Sources, tasks: Runner, now: Callable[[], datetime]) -> None:
        self._view, self._sources, self._tasks, self._now = view, sources, tasks, now
        self._looked: datetime | None = None

    def come_back(self) -> None:
        """Look again after a while: a meeting may be over by now."""
        if self._looked is not None and self._now() - self._looked >= WHILE:
            self.refresh()

    def refresh(self) -> None:
        """Look again at what there is to do."""
        self._looked = now = self._now()
        self._tasks.read(lambda: gather(self._sources, now), self._view.show_agenda, "today")


def gather(sources: Sources, now: datetime) -> Agenda:
    """Put the agenda of this moment together."""
    asked = sources.today.at(now)
    reading, later = sources.library.continued(), sources.reading_list.listed()
    today = now.date()
    cases = sources.library.listed([Kind.CASE])
    question = _of_the_day(sources.enquiry.questions(), today)
    papers = {paper.ref: paper.title for paper in sources.library.listed([Kind.PAPER])}
    return Agenda(
        day=today,
        part=part_of(now),
        reflect=_written_last(asked),
        past=asked.past,
        ahead=asked.ahead,
        promised=asked.promised,
        promised_in_all=asked.promised_in_all,
        drafts=tuple(draft for draft in asked.drafts if now - draft.changed < OLD),
        overdue=tuple(draft for draft in asked.drafts if now - draft.changed >= OLD),
        quiet=tuple(known for known in asked.alliances if _is_quiet(known, today)),
        reading=tuple(reading),
        later=tuple(dropwhile(lambda text: text.fraction >= FINISHED, later)),
        lost=sources.lost(),
        question=question,
        recalled=tuple(sources.recall(question.ref.key, today)) if question is not None else (),
        overview=papers.get(OVERVIEW, ""),
        case=cases[today.toordinal() % len(cases)].ref if cases else None,
        is_new=not asked.alliances and not asked.has_entries and not reading and not later,
    )


def part_of(now: datetime) -> Part:
    """Tell the part of the day."""
    if _MORNING <= now.hour < _NOON:
        return Part.MORNING
    return Part.AFTERNOON if _NOON <= now.hour < _EVENING else Part.EVENING


def _is_quiet(known: Known, today: date) -> bool:
    return known.last_entry is not None and today - known.last_entry >= QUIET


def _written_last(asked: Now) -> Known | None:
    first = next(iter(asked.alliances), None)
    return next((known for known in asked.alliances if known.ref == asked.written_last), first)


def _of_the_day(questions: list[Question], day: date) -> Question | None:
    return questions[day.toordinal() % len(questions)] if questions else None
