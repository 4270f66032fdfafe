"""A person or an organisation: what is said of them, where one meets them, and who mentions them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.alliances.model import Organisation, Person, Place
from animating_alliances_desktop.ui.alliances.fields import Fields, Line
from animating_alliances_desktop.ui.alliances.single import SingleSheet
from animating_alliances_desktop.ui.alliances.words import span_words
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.pages import Section
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme


class ContactSheet(SingleSheet):
    """Shows one of them, and takes what is typed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.kind = label("", "eyebrow")
        self.name = Line(self.tr("Name"), self.tr("Name"))
        self.name.setProperty("role", "title")
        self.fields = Fields()
        self.email = self.fields.line(self.tr("E-mail"), self.tr("several with commas between them"))
        self.organisation = self.fields.named(Line(self.tr("Works at")))
        self.fields.named(self.name)
        self.about = self.fields.text(self.tr("What you want to remember"), 4)
        self.places = ItemList(theme, self.tr("Met in"), 1, single_click=True)
        self.nowhere = label(self.tr("In no alliance."), "muted")
        self.merge = button(self.tr("Merge with another…"), "plain", "split", theme)
        self._lay_out()
        self.fields.typed.connect(self.typed)
        self.fields.left.connect(self.left)

    def show_person(self, person: Person, *, fields: bool) -> None:
        """Show a person."""
        self.kind.setText(self.tr("Person"))
        if fields:
            self.email.show_text(person.email)
            self.organisation.show_text(person.organisation_name)
        self._show(person, person.places, fields=fields, personal=True)

    def show_organisation(self, organisation: Organisation, *, fields: bool) -> None:
        """Show an organisation."""
        self.kind.setText(self.tr("Organisation"))
        self._show(organisation, organisation.places, fields=fields, personal=False)

    def lead_back(self, *, to_all: bool) -> None:
        """Say where the way back leads."""
        all_of_them = self.tr("Back to all people and organisations")
        self.back.setText(all_of_them if to_all else self.tr("Back to the alliance"))

    def written(self) -> tuple[str, str, str, str]:
        """Tell name, address, organisation and what is said of them."""
        return self.name.settled, self.email.text(), self.organisation.settled, self.about.toPlainText()

    def _show(
        self, one: Person | Organisation, places: Sequence[Place], *, fields: bool, personal: bool
    ) -> None:
        if fields:
            self.name.show_text(one.name)
            self.about.show_text(one.about)
        for part in self._personal:
            part.setVisible(personal)
        self.places.show_rows(
            [
                Row(nth, place.name, place.role, span_words(place.since, place.until), "handshake")
                for nth, place in enumerate(places)
            ]
        )
        self._refs = [place.alliance for place in places]
        self.places.setVisible(bool(places))
        self.places.setFixedHeight(min(240, self.places.whole_height() + 4) if places else 0)
        self.nowhere.setVisible(not places)

    def alliance_at(self, nth: object) -> object:
        """The alliance of a row."""
        return self._refs[nth] if isinstance(nth, int) else None

    def _lay_out(self) -> None:
        self._personal = [
            *self.fields.place(self.email, 0, 0),
            *self.fields.place(self.organisation, 0, 1),
        ]
        self.fields.place(self.about, 1, 0, 2)
        met = Section(self.tr("Met in"))
        met.add(self.nowhere)
        met.add(self.places)
        self.lay_out(self.merge, (self.kind, self.name, self.fields, met))
