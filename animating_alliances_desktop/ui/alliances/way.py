"""How one goes about on the page of alliances: what is being typed is saved before something else comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from animating_alliances_desktop.core.changes import Ref

if TYPE_CHECKING:
    from animating_alliances_desktop.ui.alliances.page import AlliancesPage


class Way:
    """From one alliance to another, to a meeting or a person of it, and back."""

    def __init__(self, page: AlliancesPage) -> None:
        self._page = page
        self._is_from_directory = False

    def on_current(self, call: Callable[[Ref], object]) -> None:
        """Do something with the alliance that is shown."""
        if self._page.presenter.current is not None:
            call(self._page.presenter.current)

    def open_alliance(self, ref: Ref) -> None:
        """Show an alliance, after what is open beside it was saved."""
        self.back(lambda: self._page.presenter.open(ref))

    def open_contact(self) -> None:
        """Show all about the member or the person that is current in the list."""
        ref = self._page.membership.ref_of(str(self._page.sheet.members.list.current))
        if ref is not None:
            self._page.presenter.leave(lambda: self._page.contacts.contacts.open(ref))

    def to_directory(self) -> None:
        """Show all people and organisations."""
        page = self._page

        def go() -> None:
            page.right.setCurrentWidget(page.directory)
            page.directory.come()

        page.presenter.leave(lambda: self.back(go))

    def bring_up(self, sheet: QWidget) -> None:
        """Show what is open beside the alliance, and remember from where one came to it."""
        page = self._page
        before = page.right.currentWidget()
        if before is not sheet:
            self._is_from_directory = before is page.directory
        page.right.setCurrentWidget(sheet)
        if sheet is page.contacts.made_sheet:
            page.contacts.made_sheet.lead_back(to_all=self._is_from_directory)

    def go_back(self) -> None:
        """Go back to where one came from: to all people, or to the alliance."""
        beside = self._page.right.currentWidget() in (
            self._page.contacts.made_sheet,
            self._page.meetings.made_sheet,
        )
        if beside and self._is_from_directory:
            self.to_directory()
        else:
            self.back()

    def back(self, then: Callable[[], None] = lambda: None) -> None:
        """Show the alliance again, after what is open beside it was saved, then go on."""
        page = self._page

        def go() -> None:
            page.meetings.diary.close()
            page.contacts.contacts.close()
            if page.presenter.current is not None:
                page.right.setCurrentWidget(page.sheet)
            then()

        page.contacts.settle()
        page.meetings.diary.leave(lambda: page.contacts.contacts.leave(go))

    def turn_to(self, part: int, field: QLineEdit) -> None:
        """Show a part of the alliance's page, with the cursor in a field of it."""

        def go() -> None:
            self._page.sheet.turn(part)
            field.setFocus()
            field.selectAll()  # a name that was refused gives way to the next one

        if self._page.presenter.current is not None:
            self.back(go)
