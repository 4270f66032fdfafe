"""A line of the notes page, the filters that it passes, and the period that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from functools import lru_cache
from unicodedata import combining, normalize

from animating_alliances_desktop.core.annotations.model import Annotation, Colour, Context, Note, State
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.pointing import in_words


@dataclass(frozen=True, slots=True, eq=False)  # known by itself: comparing 2,000 of them takes too long
class Line:
    """A highlight with or without a note, or a note on a whole text or of its own (then without a quote)."""

    ref: Ref
    target: Ref
    title: str
    made: datetime
    note: str
    quote: str = ""
    colour: Colour | None = None
    state: State = State.EXACT
    start: int = 0
    page: str = ""
    """The number that is printed on its page."""
    tags: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    alliances: frozenset[Ref] = frozenset()

    @property
    def day(self) -> date:
        """The day on which it was made, where the user is."""
        return self.made.astimezone().date()

    @property
    def lost(self) -> bool:
        """Whether it could not be placed in its text."""
        return self.state is State.LOST


@dataclass(frozen=True, slots=True)
class Filters:
    """What a line must be to be shown; what is empty does not matter."""

    colours: frozenset[Colour] = frozenset()
    with_note: bool = False
    lost: bool = False
    words: str = ""
    tag: str = ""
    question: str = ""
    alliance: str = ""
    since: date | None = None

    @property
    def any_set(self) -> bool:
        """Whether anything is left out."""
        return self != Filters()


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be filtered by, besides colours: tags, questions and alliances, each as (key, title)."""

    tags: tuple[tuple[str, str], ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    alliances: tuple[tuple[str, str], ...] = ()


class Recent(Enum):
    """The periods that have a name."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    """The seven days before today, but for yesterday."""


@dataclass(frozen=True, slots=True)
class Period:
    """Something recent, or else a month."""

    recent: Recent | None = None
    month: date | None = None

    @classmethod
    def of(cls, day: date, today: date) -> Period:
        """Return the period that a day belongs to; a clock that was wrong does not matter."""
        if day >= today:
            return cls(Recent.TODAY)
        if day == today - timedelta(days=1):
            return cls(Recent.YESTERDAY)
        if day > today - timedelta(days=7):
            return cls(Recent.WEEK)
        return cls(month=day.replace(day=1))


def from_annotation(mark: Annotation, context: Context) -> Line:
    """Make the line of a highlight."""
    return Line(
        ref=mark.ref,
        target=mark.target,
        title=mark.target_title,
        made=mark.made,
        note=mark.note,
        quote=mark.anchor.exact,
        colour=mark.colour,
        state=mark.state,
        start=mark.anchor.start,
        page=_page(mark, context),
        tags=mark.tags,
        questions=context.questions.get(mark.target, ()),
        alliances=context.alliances.get(mark.ref, frozenset()),
    )


def _page(mark: Annotation, context: Context) -> str:
    labels = context.pages.get(mark.target, ())
    return labels[mark.page] if mark.page is not None and mark.page < len(labels) else ""


def from_note(note: Note, context: Context) -> Line:
    """Make the line of a note on a whole text, or of one of its own."""
    return Line(
        ref=note.ref,
        target=note.about,
        title=note.about_title,
        made=note.made,
        note=note.text,
        tags=note.tags,
        questions=context.questions.get(note.about, ()),
        alliances=context.alliances.get(note.ref, frozenset()),
    )


def passes(line: Line, filters: Filters) -> bool:
    """Say whether a line passes the filters."""
    return _kind_passes(line, filters) and _context_passes(line, filters) and _words_pass(line, filters.words)


def choices_in(lines: list[Line], questions: dict[str, str], alliances: dict[Ref, str]) -> Choices:
    """Gather what there is to filter by."""
    tags = sorted({tag for line in lines for tag in line.tags}, key=folded)
    asked = {key for line in lines for key in line.questions}
    known = {ref for line in lines for ref in line.alliances}
    return Choices(
        tuple((tag, tag) for tag in tags),
        tuple((key, title) for key, title in questions.items() if key in asked),
        tuple((ref.key, name) for ref, name in alliances.items() if ref in known),
    )


def _kind_passes(line: Line, filters: Filters) -> bool:
    if filters.colours and line.colour not in filters.colours:
        return False
    return not ((filters.with_note and not line.note) or (filters.lost and not line.lost))


def _context_passes(line: Line, filters: Filters) -> bool:
    wanted = (
        (filters.tag, filters.tag in line.tags),
        (filters.question, filters.question in line.questions),
        (filters.alliance, Ref(Kind.ALLIANCE, filters.alliance) in line.alliances),
        (filters.since, filters.since is None or line.day >= filters.since),
    )
    return all(has for asked, has in wanted if asked)


def _words_pass(line: Line, words: str) -> bool:
    wanted = folded(words).split()
    if not wanted:
        return True
    there = [folded(text) for text in (line.quote, in_words(line.note), line.title, *line.tags)]
    return all(any(word.removeprefix("#") in text for text in there) for word in wanted)


@lru_cache(maxsize=16_384)  # the same texts are folded again at each letter that is typed
def folded(text: str) -> str:
    """Fold case and accents, so that café is found by cafe."""
    if text.isascii():
        return text.lower()
    return "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
