"""Decides which notes and highlights are listed, how they are grouped, and what becomes of an edited one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import Protocol

from animating_alliances_desktop.core.annotations.model import Annotation, Colour, Note
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.notes.listing import (
    Filters,
    Line,
    Period,
    from_annotation,
    from_note,
    passes,
)


class Grouping(Enum):
    """What the notes are grouped by."""

    TEXT = "text"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that stand together: under the title of their text, or under a period."""

    title: str
    period: Period | None
    lines: tuple[Line, ...]


class View(Protocol):
    """What the presenter needs of the page."""

    def show_groups(self, groups: Sequence[Group], shown: int, of: int) -> None:
        """Show these lines in their groups: so many, of so many that there are."""

    def edit(self, ref: Ref, text: str) -> None:
        """Open an editor in the row of this thing."""

    def close_editor(self) -> None:
        """Put the editor away."""

    def say_removed(self, undo: Callable[[], None]) -> None:
        """Say that a note or highlight was taken away, and offer to bring it back."""


class Notes(Protocol):
    """What the presenter needs of the store."""

    def listed(self) -> list[Annotation]:
        """Fetch all highlights."""

    def notes(self) -> list[Note]:
        """Fetch all notes."""

    def write_note(self, ref: Ref, text: str) -> Changes:
        """Write the note on a highlight; a blank text takes it away."""

    def change_note(self, ref: Ref, text: str) -> Changes:
        """Write over a note."""

    def remove(self, ref: Ref) -> Changes:
        """Take one away."""

    def restore(self, ref: Ref) -> Changes:
        """Bring it back."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be shown, as it stood when it was asked for."""

    lines: Sequence[Line]
    filters: Filters
    by_text: bool
    editing: Ref | None
    today: date

    def grouped(self) -> list[Group]:
        """Group what passes the filters, and what is being edited whether it passes or not."""
        passing = [line for line in self.lines if line.ref == self.editing or passes(line, self.filters)]
        return list(_by_text(passing) if self.by_text else _by_time(passing, self.today))


class NotesPresenter:
    """Every note and highlight."""

    def __init__(
        self,
        view: View,
        notes: Notes,
        tasks: Runner,
        open_ref: Callable[[Ref, str], None],
        now: Callable[[], datetime],
    ) -> None:
        self._view = view
        self._notes = notes
        self._tasks = tasks
        self._open = open_ref
        self._now = now
        self._lines: list[Line] = []
        self._filters = Filters()
        self._grouping = Grouping.TEXT
        self._editing: Ref | None = None

    @property
    def filters(self) -> Filters:
        """The filters that are set."""
        return self._filters

    @property
    def editing(self) -> Ref | None:
        """Whose note is being edited."""
        return self._editing

    def refresh(self) -> None:
        """Fetch everything anew."""
        self._tasks.read(lambda: (self._notes.listed(), self._notes.notes()), self._take, "notes.listed")

    def filter(
        self,
        *,
        colours: Collection[Colour] | None = None,
        with_note: bool | None = None,
        lost: bool | None = None,
        words: str | None = None,
    ) -> None:
        """Change some of the filters and leave the others."""
        old = self._filters
        self._filters = Filters(
            old.colours if colours is None else frozenset(colours),
            old.with_note if with_note is None else with_note,
            old.lost if lost is None else lost,
            old.words if words is None else words,
        )
        self._show()

    def clear(self) -> None:
        """Set no filter at all."""
        self._filters = Filters()
        self._show()

    def group(self, by: Grouping) -> None:
        """Group by text or by time."""
        self._grouping = by
        self._show()

    def open(self, ref: Ref) -> None:
        """Open the passage, or what a note without a passage is about."""
        line = self._line(ref)
        if line is not None:
            self._open(line.target, line.quote)

    def edit(self, ref: Ref) -> None:
        """Edit a note in its place, or write the first one on a highlight."""
        line = self._line(ref)
        if line is not None and self._editing is None:
            self._editing = ref
            self._view.edit(ref, line.note)

    def changes(self, text: str) -> bool:
        """Whether this text is another one than that of the note that is being edited; none at all is no text."""
        line = self._line(self._editing) if self._editing is not None else None
        return line is not None and bool(text.strip()) and text.strip() != line.note

    def keep(self, text: str) -> None:
        """Keep what was edited; the editor stays open until it is kept."""
        ref = self._editing
        if ref is None:
            return
        write = self._notes.change_note if ref.kind is Kind.NOTE else self._notes.write_note
        self._tasks.write(lambda: write(ref, text), lambda _changes: self._kept(ref, text.strip()))

    def leave(self) -> None:
        """Stop editing and keep nothing."""
        self._editing = None
        self._view.close_editor()
        self._show()

    def remove(self, ref: Ref) -> None:
        """Take a highlight with its note, or a note, away."""
        if self._editing is None and self._line(ref) is not None:
            self._tasks.write(
                lambda: self._notes.remove(ref),
                lambda _changes: self._view.say_removed(lambda: self._undo(ref)),
            )

    def _undo(self, ref: Ref) -> None:
        self._tasks.write(lambda: self._notes.restore(ref))

    def _kept(self, ref: Ref, text: str) -> None:
        self._lines = [replace(line, note=text) if line.ref == ref else line for line in self._lines]
        if ref == self._editing:
            self.leave()

    def _take(self, found: tuple[list[Annotation], list[Note]]) -> None:
        marks, notes = found
        lines = [from_annotation(mark) for mark in marks]
        lines += [from_note(note) for note in notes if note.about.kind is not Kind.ANNOTATION]
        self._lines = sorted(lines, key=lambda line: line.made, reverse=True)
        if self._editing is not None and self._line(self._editing) is None:
            self.leave()
        self._show()

    def _show(self) -> None:
        """Filter off the window's thread: this runs at each letter that is typed."""
        wanted = _Wanted(
            self._lines, self._filters, self._grouping is Grouping.TEXT, self._editing, self._now().date()
        )
        self._tasks.read(wanted.grouped, lambda groups: self._shown(wanted, groups), "notes.shown")

    def _shown(self, wanted: _Wanted, groups: list[Group]) -> None:
        if wanted.editing != self._editing:
            self._show()  # an editor was opened or closed meanwhile
        else:
            self._view.show_groups(groups, sum(len(group.lines) for group in groups), len(wanted.lines))

    def _line(self, ref: Ref) -> Line | None:
        return next((line for line in self._lines if line.ref == ref), None)


def _by_text(lines: Sequence[Line]) -> Iterator[Group]:
    """Group under each text what is on it, in the order of the text; the text with the latest note comes first."""
    texts: dict[Ref, list[Line]] = {}
    for line in lines:
        texts.setdefault(line.target, []).append(line)
    for of_text in texts.values():
        in_order = sorted(of_text, key=lambda line: (bool(line.quote), line.start))
        yield Group(of_text[0].title, None, tuple(in_order))


def _by_time(lines: Sequence[Line], today: date) -> Iterator[Group]:
    periods: dict[Period, list[Line]] = {}
    for line in lines:
        periods.setdefault(Period.of(line.day, today), []).append(line)
    for period, within in periods.items():
        yield Group("", period, tuple(within))
