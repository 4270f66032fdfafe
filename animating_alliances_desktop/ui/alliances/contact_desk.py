"""A person or an organisation on the right side of the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from animating_alliances_desktop.core.alliances.model import Organisation, Person
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.ui.alliances.chooser import Chooser
from animating_alliances_desktop.ui.alliances.contact import ContactSheet
from animating_alliances_desktop.ui.alliances.contacts import Contacts
from animating_alliances_desktop.ui.alliances.ports import Stores, Undo
from animating_alliances_desktop.ui.alliances.telling import Telling
from animating_alliances_desktop.ui.kit.lists import Row
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.saving import State
from animating_alliances_desktop.ui.kit.theme import Theme

_MOST = 200


class ContactDesk(QObject):
    """The sheet of a person or an organisation, which is made when the first is opened."""

    made = Signal(QWidget)
    """The sheet was made."""
    came = Signal()
    gone = Signal()
    typed = Signal()
    alliance_asked = Signal(object)

    def __init__(
        self, theme: Theme, stores: Stores, tasks: Runner, telling: Telling, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._window, self._telling, self._theme, self._tasks = parent, telling, theme, tasks
        self._mentions = stores.mentions
        self.made_sheet: ContactSheet | None = None
        self.contacts = Contacts(self, stores, tasks)

    @property
    def sheet(self) -> ContactSheet:
        """The sheet of a person or an organisation."""
        if self.made_sheet is None:
            self.made_sheet = ContactSheet(self._theme)
            self.made_sheet.mentions.attend(self._tasks, self._mentions)
            self._connect_sheet(self.made_sheet)
            self.made.emit(self.made_sheet)
        return self.made_sheet

    def settle(self) -> None:
        """Let what is half typed on the sheet be whole."""
        if self.made_sheet is not None:
            self.made_sheet.fields.settle()

    def heed(self, changes: Changes) -> None:
        """Show again what was touched."""
        self.contacts.changed(changes)
        if self.made_sheet is not None:
            self.made_sheet.mentions.heed(changes)

    # See `ContactView`

    def show_person(self, person: Person, *, fields: bool) -> None:
        """See `ContactView`."""
        self.sheet.show_person(person, fields=fields)
        self._came(person.ref)

    def show_organisation(self, organisation: Organisation, *, fields: bool) -> None:
        """See `ContactView`."""
        self.sheet.show_organisation(organisation, fields=fields)
        self._came(organisation.ref)

    def written_contact(self) -> tuple[str, str, str, str]:
        """See `ContactView`."""
        return self.sheet.written()

    def show_contact_state(self, state: State) -> None:
        """See `ContactView`."""
        self.sheet.state.show_state(state)

    def leave_contact(self) -> None:
        """See `ContactView`."""
        self.gone.emit()

    def tell_contact_removed(self, name: str, undo: Undo) -> None:
        """See `ContactView`."""
        self._telling.contact_removed(name, undo)

    def tell_merged(self, name: str, undo: Undo) -> None:
        """See `ContactView`."""
        self._telling.merged(name, undo)

    def _came(self, ref: Ref) -> None:
        self.sheet.mentions.look(ref)
        hidden = not self.sheet.isVisible()
        self.came.emit()
        if hidden:
            self.sheet.begin()

    def _connect_sheet(self, sheet: ContactSheet) -> None:
        contacts = self.contacts
        sheet.typed.connect(contacts.typed)
        sheet.typed.connect(self.typed)
        sheet.left.connect(contacts.save)
        sheet.state.again_asked.connect(contacts.save)
        sheet.back.clicked.connect(lambda: contacts.leave(self.gone.emit))
        sheet.places.opened.connect(lambda nth: self.alliance_asked.emit(sheet.alliance_at(nth)))
        sheet.delete.clicked.connect(lambda: contacts.remove())
        sheet.merge.clicked.connect(self._choose)

    def _choose(self) -> None:
        contact = self.contacts.contact
        if contact is None:
            return
        words = self.tr("Everything about “{name}” goes over to the one you choose. You can take it back.")
        asking = Chooser(
            self._theme,
            self.tr("Merge with another"),
            words.format(name=contact.name),
            self._find,
            QApplication.activeWindow() or self._window,
        )
        asking.chosen.connect(self.contacts.merge)
        asking.open()

    def _find(self, words: str, show: Callable[[Sequence[Row]], None]) -> None:
        wanted = words.casefold().split()

        def fit(others: list[tuple[Ref, str, str]]) -> None:
            rows = [
                Row(ref, name, "", met, "user")
                for ref, name, met in others
                if all(word in name.casefold() for word in wanted)
            ]
            show(rows[:_MOST])

        self._tasks.read(self.contacts.others, fit, "contacts.others")
