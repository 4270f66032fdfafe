"""Decides what lies beside a draft: prompts that fit, who was asked to the meeting, the aims of the last log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from animating_alliances_desktop.core.alliances.meetings import MeetingStore
from animating_alliances_desktop.core.alliances.model import Alliance, Meeting, Planned
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.journal.model import Entry, Form
from animating_alliances_desktop.ui.journal.offering import Offering
from animating_alliances_desktop.ui.journal.ports import Sources, View
from animating_alliances_desktop.ui.journal.reflecting import AIMS, last_aims
from animating_alliances_desktop.ui.kit.runner import Runner


@dataclass(frozen=True, slots=True)
class Lists:
    """What was read for the left side of the page."""

    alliances: list[Alliance] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)


class Beside:
    """Follows form, alliance and meeting of the draft."""

    def __init__(
        self,
        view: View,
        sources: Sources,
        tasks: Runner,
        today: Callable[[], date],
        known: Callable[[], tuple[Lists, Ref | None]],
    ) -> None:
        self._view, self._meetings, self._tasks, self._known = view, sources.meetings, tasks, known
        self.offering = Offering(view, sources.prompts, tasks, today, sources.role)

    def laid_out(self) -> None:
        """Offer what goes with the form and the alliance of the draft."""
        draft, (lists, own) = self._view.written(), self._known()
        form = next((one for one in lists.forms if one.key == draft.form), None)
        alliance = next((one for one in lists.alliances if one.ref == draft.alliance), None)
        self.offering.lay(form, alliance)
        aims = last_aims(lists.entries, draft, own)
        self._view.show_beside({AIMS: aims} if aims else {})

    def meet(self, meeting: Ref | None) -> None:
        """Offer the people of a meeting to be ticked off."""
        if meeting is None or self._meetings is None:
            self._view.show_meeting(None)
        else:
            work = partial(_meeting, self._meetings, meeting)
            self._tasks.read(work, self._view.show_meeting, "journal.meeting")

    def note(self, title: str, day: date) -> None:
        """Note a meeting of the draft's alliance, and have the draft be about it."""
        meetings, alliance = self._meetings, self._view.written().alliance
        if meetings is None:
            return
        made: list[Meeting] = []

        def work() -> Changes:
            changes, ref = meetings.add(Planned(alliance, day, title))
            made.append(meetings.get(ref))
            return changes

        def then(_changes: Changes) -> None:
            if self._view.written().alliance == alliance:
                self._view.take_meeting(made[0])

        self._tasks.write(work, then)

    def tick(self, key: str, present: bool) -> None:  # noqa: FBT001 -- as the signal has it
        """Say whether somebody was at the draft's meeting."""
        meetings, meeting = self._meetings, self._view.written().meeting
        if meeting is not None and meetings is not None:
            self._tasks.write(lambda: meetings.tick(meeting, {key: present}))


def _meeting(meetings: MeetingStore, ref: Ref) -> Meeting | None:
    try:
        return meetings.get(ref)
    except AppError:
        return None
