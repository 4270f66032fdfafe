"""Decides which notes and highlights are listed, how they are grouped, and what becomes of an edited one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import Any, Protocol

from animating_alliances_desktop.core.annotations.model import State
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.notes.listing import (
    Choices,
    Filters,
    Line,
    Period,
    choices_in,
    from_annotation,
    from_note,
    passes,
)
from animating_alliances_desktop.ui.notes.ports import Around


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

    def show_choices(self, choices: Choices, moved: int) -> None:
        """Offer these filters, and that so many highlights wait to be looked at because they moved."""

    def edit(self, ref: Ref, text: str) -> None:
        """Open an editor in the row of this thing."""

    def close_editor(self) -> None:
        """Put the editor away."""

    def say_removed(self, number: int, undo: Callable[[], None]) -> None:
        """Say that notes or highlights were taken away, and offer to bring them back."""

    def say_changed(self, undo: Callable[[], None]) -> None:
        """Let the change of a note be taken back."""


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


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read: all lines, the latest first, and what they can be filtered by."""

    lines: list[Line]
    choices: Choices


class NotesPresenter:
    """Every note and highlight."""

    def __init__(self, view: View, around: Around, tasks: Runner, now: Callable[[], datetime]) -> None:
        self._view = view
        self._around = around
        self._notes = around.notes
        self._tasks = tasks
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
        self._tasks.read(self._fetch, self._take, "notes.listed")

    def filter(self, **changed: Any) -> None:
        """Change some of the filters and leave the others."""
        if "colours" in changed:
            changed["colours"] = frozenset(changed["colours"])
        self._filters = replace(self._filters, **changed)
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
        """Open the passage, or what a note without a passage is about; a note of its own is edited."""
        line = self._line(ref)
        if line is not None and line.target == line.ref:
            self.edit(ref)
        elif line is not None:
            self._around.open(line.target, line.quote)

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
        line = self._line(ref) if ref is not None else None
        if ref is None or line is None:
            return
        before = line.note
        self._tasks.write(
            lambda: self._write(ref, text), lambda _changes: self._kept(ref, text.strip(), before)
        )

    def leave(self) -> None:
        """Stop editing and keep nothing."""
        self._editing = None
        self._view.close_editor()
        self._show()

    def remove(self, refs: Collection[Ref]) -> None:
        """Take highlights with their notes, or notes, away."""
        known = [ref for ref in refs if self._line(ref) is not None]
        if self._editing is None and known:
            self._tasks.write(
                lambda: self._notes.remove_all(known),
                lambda _changes: self._view.say_removed(len(known), lambda: self._undo(known)),
            )

    def tag(self, refs: Sequence[Ref]) -> None:
        """Ask which tags these shall have."""
        if refs:
            self._around.tag(refs)

    def _undo(self, refs: Collection[Ref]) -> None:
        self._tasks.write(lambda: self._notes.restore_all(refs))

    def _write(self, ref: Ref, text: str) -> Any:
        write = self._notes.change_note if ref.kind is Kind.NOTE else self._notes.write_note
        return write(ref, text)

    def _kept(self, ref: Ref, text: str, before: str) -> None:
        self._lines = [replace(line, note=text) if line.ref == ref else line for line in self._lines]
        if text != before:
            self._view.say_changed(lambda: self._tasks.write(lambda: self._write(ref, before)))
        if ref == self._editing:
            self.leave()

    def _fetch(self) -> _Read:
        context = self._notes.context()
        lines = [from_annotation(mark, context) for mark in self._notes.listed()]
        lines += [
            from_note(note, context) for note in self._notes.notes() if note.about.kind is not Kind.ANNOTATION
        ]
        lines.sort(key=lambda line: line.made, reverse=True)
        return _Read(lines, choices_in(lines, self._around.questions(), self._around.alliances()))

    def _take(self, read: _Read) -> None:
        self._lines = read.lines
        moved = sum(line.state is State.MOVED for line in read.lines)
        self._view.show_choices(read.choices, moved)
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
    texts: dict[Ref | None, list[Line]] = {}
    for line in lines:
        texts.setdefault(line.target if line.target != line.ref else None, []).append(line)
    for target, of_text in texts.items():
        in_order = sorted(of_text, key=lambda line: (bool(line.quote), line.start))
        yield Group(of_text[0].title if target is not None else "", None, tuple(in_order))


def _by_time(lines: Sequence[Line], today: date) -> Iterator[Group]:
    periods: dict[Period, list[Line]] = {}
    for line in lines:
        periods.setdefault(Period.of(line.day, today), []).append(line)
    for period, within in periods.items():
        yield Group("", period, tuple(within))
