"""All people and organisations, whatever alliance one meets them in, found by any word that is known of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from animating_alliances_desktop.core.alliances.model import Organisation, Person, Place
from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.ui.alliances.ports import Stores
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.fields import lead_down, search_field
from animating_alliances_desktop.ui.kit.kinds import ICONS
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.pages import MARGIN
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

Known = list[Person | Organisation]


class Directory(QWidget):
    """Lists them by name; Enter opens the one that is current."""

    opened = Signal(object)
    """The Ref of a person or an organisation."""
    left = Signal()
    """The alliance is to be seen again."""

    def __init__(self, theme: Theme, stores: Stores, tasks: Runner) -> None:
        super().__init__()
        self._people, self._tasks = stores.people, tasks
        self._known: Known = []
        self._is_read = False
        self.back = button(self.tr("Back to the alliance"), "quiet", "chevron-left", theme)
        self.back.clicked.connect(self.left)
        self.words = search_field(theme, self.tr("A name, an alliance, a role or an address"))
        self.words.textChanged.connect(self._show)
        self.words.returnPressed.connect(self._open_first)
        self.list = ItemList(theme, self.tr("People and organisations"), 1, single_click=True)
        self.list.opened.connect(self.opened)
        lead_down(self.words, self.list)
        self.nothing = label("", "muted")
        self._lay_out()

    def come(self) -> None:
        """Be shown: with the cursor in the field, or on the one that was opened last."""
        self._read()
        goal: QWidget = self.list if self.list.current is not None else self.words
        goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def heed(self, changes: Changes) -> None:
        """Read again if somebody was touched."""
        if changes.touch(Kind.PERSON, Kind.ORGANISATION, Kind.ALLIANCE):
            self._is_read = False
            if self.isVisible():
                self._read()

    def _read(self) -> None:
        if self._is_read:
            return
        people = self._people

        def work() -> Known:
            return [*people.organisations(), *people.people()]

        self._tasks.read(work, self._take, "people.all")

    def _take(self, known: Known) -> None:
        self._known, self._is_read = known, True
        self._show()

    def _show(self) -> None:
        wanted = self.words.text().casefold().split()
        fitting = [one for one in self._known if _fits(one, wanted)]
        self.list.show_rows([self._row(one) for one in fitting])
        self.list.setVisible(bool(fitting))
        nobody = self.tr("Nobody yet. Whom you add on an alliance's page, is listed here, too.")
        self.nothing.setText(self.tr("Nothing fits these words.") if self._known else nobody)
        self.nothing.setVisible(not fitting)

    def _row(self, one: Person | Organisation) -> Row:
        is_person = isinstance(one, Person)
        works_at = one.organisation_name if isinstance(one, Person) else ""
        places = " · ".join(dict.fromkeys(self._place(place) for place in one.places))
        section = self.tr("People") if is_person else self.tr("Organisations")
        met = places or self.tr("In no alliance")
        return Row(one.ref, one.name, met, works_at, ICONS[one.ref.kind], section=section)

    def _place(self, place: Place) -> str:
        return f"{place.name} ({place.role})" if place.role else place.name

    def _open_first(self) -> None:
        rows: Sequence[Row] = self.list.rows
        if rows and isinstance(rows[0].ref, Ref):
            self.list.choose(rows[0].ref)
            self.opened.emit(rows[0].ref)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN - 14, 8, MARGIN - 14, 12)
        column.setSpacing(10)
        head = QVBoxLayout()
        head.setContentsMargins(14, 0, 14, 0)
        head.setSpacing(10)
        head.addLayout(top)
        head.addWidget(label(self.tr("People and organisations"), "heading"))
        head.addWidget(self.words)
        head.addWidget(self.nothing)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addStretch(0)


def _fits(one: Person | Organisation, wanted: Sequence[str]) -> bool:
    said = " ".join(_said(one)).casefold()
    return all(word in said for word in wanted)


def _said(one: Person | Organisation) -> Iterator[str]:
    yield one.name
    for place in one.places:
        yield place.name
        yield place.role
    if isinstance(one, Person):
        yield one.email
        yield one.organisation_name
