"""How one goes about on the page of alliances: what is being typed is saved before something else comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.changes import Ref

if TYPE_CHECKING:
    from animating_alliances_desktop.ui.alliances.page import AlliancesPage


class Way:
    """From one alliance to another, to a meeting or a person of it, and back."""

    def __init__(self, page: AlliancesPage) -> None:
        self._page = page

    def on_current(self, call: Callable[[Ref], object]) -> None:
        """Do something with the alliance that is shown."""
        if self._page.presenter.current is not None:
            call(self._page.presenter.current)

    def open_alliance(self, ref: Ref) -> None:
        """Show an alliance, after what is open beside it was saved."""

        def go() -> None:
            self.back()
            self._page.presenter.open(ref)

        self.leave(go)

    def open_contact(self) -> None:
        """Show all about the member or the person that is current in the list."""
        ref = self._page.membership.ref_of(str(self._page.sheet.members.list.current))
        if ref is not None:
            self._page.presenter.leave(lambda: self._page.contacts.contacts.open(ref))

    def leave(self, then: Callable[[], None]) -> None:
        """Save what is open beside the alliance, then go on."""
        self._page.meetings.diary.leave(lambda: self._page.contacts.contacts.leave(then))

    def back(self) -> None:
        """Show the alliance again."""
        self._page.meetings.diary.close()
        self._page.contacts.contacts.close()
        if self._page.presenter.current is not None:
            self._page.right.setCurrentWidget(self._page.sheet)

    def turn_to(self, part: int, field: QWidget) -> None:
        """Show a part of the alliance's page, with the cursor in a field of it."""
        if self._page.presenter.current is not None:
            self.leave(self.back)
            self._page.sheet.turn(part)
            field.setFocus()
