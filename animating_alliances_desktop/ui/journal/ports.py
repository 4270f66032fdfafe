"""What the journal needs of its page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.journal.model import Draft, Entry, Form, Prompt
from animating_alliances_desktop.ui.kit.saving import State


class View(Protocol):
    """What the presenter asks of the page."""

    def show_first_alliance(self) -> None:
        """Ask for the name of an alliance: there is none to write on yet."""

    def show_alliances(self, alliances: Sequence[Alliance], only: Ref | None) -> None:
        """Offer these alliances, to write on and to filter by."""

    def show_forms(self, forms: Sequence[Form]) -> None:
        """Offer these forms for a draft."""

    def show_entries(self, entries: Sequence[Entry], current: Ref | None) -> None:
        """List these entries, and mark their days in the calendar."""

    def choose(self, current: Ref | None) -> None:
        """Make this entry the current one of the list."""

    def show_nothing(self, *, none_yet: bool) -> None:
        """Show that no entry is open, or that there is none yet."""

    def show_draft(self, draft: Draft, *, fresh: bool) -> None:
        """Show a draft to write on; a fresh one takes the keyboard at once."""

    def show_entry(self, entry: Entry, thought: str) -> None:
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

    def tell_kept(self, undo: Callable[[], None]) -> None:
        """Say that an entry stands now, and offer to make it a draft again."""

    def tell_deleted(self, undo: Callable[[], None]) -> None:
        """Say that an entry was deleted, and offer to bring it back."""
