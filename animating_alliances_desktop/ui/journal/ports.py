"""What the journal needs of its page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from animating_alliances_desktop.core.alliances.meetings import MeetingStore
from animating_alliances_desktop.core.alliances.model import Alliance, Meeting
from animating_alliances_desktop.core.alliances.store import AllianceStore
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.journal.forms import FormStore
from animating_alliances_desktop.core.journal.model import Draft, Entry, Form, Prompt
from animating_alliances_desktop.core.journal.prompts import PromptStore
from animating_alliances_desktop.core.journal.store import JournalStore
from animating_alliances_desktop.ui.journal.setting import Laid
from animating_alliances_desktop.ui.kit.saving import State

Left = tuple[tuple[Kind, int], ...]
"""How many things of each kind were taken from an entry."""


@dataclass(frozen=True)
class Sources:
    """What the journal reads and writes."""

    journal: JournalStore
    prompts: PromptStore
    forms: FormStore
    alliances: AllianceStore
    meetings: MeetingStore | None = None
    role: Callable[[], str] = lambda: "any"
    """Whom prompts are for, as the settings say."""


def _nowhere(_what: object) -> None:
    """Go nowhere."""


@dataclass(frozen=True)
class Ways:
    """The ways out of the journal."""

    open: Callable[[Ref], None]
    say: Callable[..., None]
    show_taken: Callable[[Ref], None] = _nowhere
    """Show what was taken from the entries of an alliance."""
    hush: Callable[[bool], None] = _nowhere
    """Have the window show nothing but the page, or all of itself again."""
    show_trash: Callable[[], None] = lambda: None
    """Show what was deleted."""


class View(Protocol):
    """What the presenter asks of the page."""

    def show_first_alliance(self) -> None:
        """Ask for the name of an alliance: there is none to write on yet."""

    def show_alliances(self, alliances: Sequence[Alliance], only: Ref | None) -> None:
        """Offer these alliances, to write on and to filter by."""

    def show_forms(self, forms: Sequence[Form]) -> None:
        """Offer these forms for a draft."""

    def show_meetings(self, meetings: Sequence[Meeting]) -> None:
        """Offer these meetings for a draft."""

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Offer the people of the draft's meeting to be ticked off."""

    def take_meeting(self, meeting: Meeting) -> None:
        """Let the draft be about a meeting that was noted just now."""

    def show_beside(self, notes: Mapping[str, str]) -> None:
        """Show what was said before beside parts of the draft."""

    def show_entries(self, entries: Sequence[Entry], current: Ref | None) -> None:
        """List these entries, and mark their days in the calendar."""

    def choose(self, current: Ref | None) -> None:
        """Make this entry the current one of the list."""

    def show_nothing(self, *, none_yet: bool) -> None:
        """Show that no entry is open, or that there is none yet."""

    def show_draft(self, draft: Draft, *, fresh: bool) -> None:
        """Show a draft to write on; a fresh one takes the keyboard at once."""

    def show_entry(self, it: Laid, thought: str) -> None:
        """Show an entry that was kept, and a later thought that was begun."""

    def show_prompts(self, prompts: Sequence[Prompt]) -> None:
        """Offer these prompts beside the draft."""

    def show_state(self, state: State) -> None:
        """Say how far saving got."""

    def hold(self, *, on: bool) -> None:
        """Take no more typing while the entry is being kept."""

    def written(self) -> Draft:
        """Tell what the draft says now."""

    def written_thought(self) -> str:
        """Tell what the field for a later thought says now."""

    def clear_thought(self) -> None:
        """Empty the field for a later thought: it is kept."""

    def tell_blank(self) -> None:
        """Say that there are no words yet that could be kept."""

    def tell_kept(self, undo: Callable[[], None], left: Left) -> None:
        """Say that an entry stands now and what was taken from it, and offer to make it a draft again."""

    def tell_deleted(self, undo: Callable[[], None]) -> None:
        """Say that an entry was deleted, and offer to bring it back."""
