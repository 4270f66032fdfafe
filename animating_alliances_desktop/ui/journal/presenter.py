"""Decides what the journal shows: which entries, which one is open, and what becomes of what is typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from animating_alliances_desktop.core.alliances.model import Meeting
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.journal.model import FREE, QUICK, TEXT, Draft, Entry, Form
from animating_alliances_desktop.ui.journal.besides import Beside, Lists
from animating_alliances_desktop.ui.journal.listing import Listing
from animating_alliances_desktop.ui.journal.ports import Sources, View
from animating_alliances_desktop.ui.journal.reflecting import just_past
from animating_alliances_desktop.ui.journal.writing import Open
from animating_alliances_desktop.ui.kit.runner import Runner


class JournalPresenter:
    """The list, its filter and the way from one entry to another; `Open` sees to the one that is open."""

    def __init__(self, view: View, sources: Sources, tasks: Runner, now: Callable[[], datetime]) -> None:
        self._view, self._from, self._tasks, self._now = view, sources, tasks, now
        self.at = Open(view, sources.journal, tasks, self._closed)
        self._list = Listing(
            sources, tasks, self._today, self._show_entries, self._show_lists, self._show_touched
        )
        self.beside = Beside(view, sources, tasks, self._today, lambda: (self._lists, self.at.ref))
        self._only: Ref | None = None
        self._wish: Callable[[], None] | None = None
        self._begun_for: Ref | None = None
        self._given = ""
        """What a new entry begins with, kept while the first alliance is named."""

    @property
    def _lists(self) -> Lists:
        return self._list.lists

    def come_up(self) -> None:
        """Read the lists, unless they are known: whatever is written is told of by `changed`."""
        if self._list.outdated:
            self.refresh()

    def refresh(self) -> None:
        """Read the lists again."""
        self._list.refresh()

    def arrive(self, place: object) -> None:
        """Show what was asked for: an entry, a new one on an alliance, or the entries of an alliance."""
        match place:
            case Ref():
                self._arrive_at(place)
            case ("entries", Ref() as alliance):
                self.filter(alliance)
            case ("gathered", str(text)):
                self.begin(text=text)
            case "reflect":
                self.reflect()

    def _arrive_at(self, ref: Ref) -> None:
        if ref.kind is Kind.ENTRY:
            self.open(ref)
        elif ref.kind is Kind.MEETING:
            self.reflect(ref)
        elif self._begun_for != ref or not self.at.is_draft:
            self.begin(ref)

    def reflect(self, meeting: Ref | None = None) -> None:
        """Go on with the entry on a meeting, or start one; if none is named, on the one just past."""
        self._soon(lambda: self._reflect(meeting))

    def begin(self, alliance: Ref | None = None, text: str = "") -> None:
        """Start a new entry, on this alliance or on the one that is likely meant, perhaps with a text."""
        self._given = text
        if alliance not in (None, *(it.ref for it in self._lists.alliances)):
            self._list.outdated = True  # it was made just now
        self._soon(lambda: self.at.leave(lambda: self._begin(alliance, text)))

    @property
    def forms(self) -> list[Form]:
        """The forms as they were read last."""
        return self._lists.forms

    def subject(self) -> tuple[Ref, ...]:
        """The entry that is open: what can be tagged."""
        return (self.at.ref,) if self.at.ref is not None else ()

    def open(self, ref: Ref) -> None:
        """Open an entry."""
        if ref != self.at.ref:
            self._begun_for = None
            self.at.leave(lambda: self.at.read(ref))

    def open_day(self, day: date) -> None:
        """Open the entry of a day; of several the one after the one that is open."""
        found = [entry.ref for entry in self._shown() if entry.draft.day == day]
        if found:
            after = found.index(self.at.ref) + 1 if self.at.ref in found else 0
            self.open(found[after % len(found)])

    def filter(self, alliance: Ref | None) -> None:
        """List the entries of one alliance, or of all."""
        self._only = alliance
        self._view.show_alliances(self._lists.alliances, alliance)
        self._view.show_entries(self._shown(), self.at.ref)

    def create_alliance(self, name: str) -> None:
        """Make the first alliance, and start an entry on it."""
        made: list[Ref] = []

        def work() -> Changes:
            changes, ref = self._from.alliances.add(name)
            made.append(ref)
            return changes

        self._tasks.write(work, lambda _changes: self.begin(made[0], self._given))

    def changed(self, changes: Changes) -> None:
        """Show again what was touched."""
        if changes.touch(Kind.ENTRY, Kind.ALLIANCE):
            self._list.heed(changes)
            self.at.look_again()
        if changes.touch(Kind.PROMPT, Kind.FORM, Kind.MEETING):
            self.beside.offering.turn(0)
            self.refresh()

    def _soon(self, wish: Callable[[], None]) -> None:
        """Do this as soon as the lists are known."""
        self._wish = wish
        if self._list.is_known:
            self._grant()
        else:
            self.refresh()

    def _grant(self) -> None:
        wish, self._wish = self._wish, None
        if wish is not None:
            wish()
        elif not self.at.is_open:
            self._closed()

    def _show_entries(self) -> None:
        self._view.show_alliances(self._lists.alliances, self._only)
        self._view.show_entries(self._shown(), self.at.ref)

    def _show_touched(self) -> None:
        self._view.show_entries(self._shown(), self.at.ref)
        if not self.at.is_open:
            self._closed()

    def _show_lists(self) -> None:
        lists = self._lists
        self._view.show_forms(lists.forms)
        self._view.show_meetings(lists.meetings)
        known = {alliance.ref for alliance in lists.alliances}
        if self._only not in known:
            self._only = None
        if not known:
            self._wish = None
            self.at.forget()
            self._view.show_first_alliance()
            return
        self._show_entries()
        self._grant()

    def _shown(self) -> list[Entry]:
        return [entry for entry in self._lists.entries if self._only in (None, entry.draft.alliance)]

    def _begin(self, alliance: Ref | None, text: str) -> None:
        known = [it.ref for it in self._lists.alliances]
        likely = [alliance, self._only, *(entry.draft.alliance for entry in self._latest()), *known]
        chosen = next(ref for ref in likely if ref in known)
        self._begun_for = alliance
        form, parts = (FREE, {TEXT: text}) if text else (QUICK, {})
        self.at.begin(Draft(chosen, self._today(), form, parts=parts))
        if text:
            self.at.typed()
            self.at.save()
        self._view.choose(None)

    def _reflect(self, asked: Ref | None) -> None:
        known = self._lists.meetings
        meeting = next((one for one in known if one.ref == asked), None)
        if asked is not None and meeting is None and self._from.meetings is not None:
            self._tasks.read(partial(self._from.meetings.get, asked), self._reflect_on, "journal.asked")
            return
        meeting = meeting or just_past(known, self._now())
        if meeting is None:
            self.at.leave(lambda: self._begin(None, ""))
        else:
            self._reflect_on(meeting)

    def _reflect_on(self, meeting: Meeting) -> None:
        begun = [it for it in self._lists.entries if it.draft.meeting == meeting.ref and it.kept is None]
        if begun:
            self.open(begun[0].ref)
        else:
            draft = Draft(meeting.planned.alliance, meeting.day, QUICK, meeting=meeting.ref)
            self.at.leave(lambda: self._start(draft))

    def _start(self, draft: Draft) -> None:
        self._begun_for = None
        self.at.begin(draft)
        self._view.choose(None)

    def _today(self) -> date:
        return self._now().date()

    def _latest(self) -> list[Entry]:
        return sorted(self._lists.entries, key=lambda entry: entry.changed, reverse=True)[:1]

    def _closed(self) -> None:
        self._begun_for = None
        self._view.choose(None)
        self._view.show_nothing(none_yet=not self._lists.entries)
