"""The fields of an action: who, on which side, until when, how often, and whether it was agreed aloud."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QFormLayout, QLineEdit

from animating_alliances_desktop.core.followthrough.model import Action, Owner, OwnerKind, Repeats
from animating_alliances_desktop.ui.followthrough.ports import Typed
from animating_alliances_desktop.ui.followthrough.rows import repeats_words, said
from animating_alliances_desktop.ui.kit.text import label

Understood = Callable[[str], date | None]


class ActionForm(QObject):
    """Makes the fields, and reads them."""

    def __init__(self, action: Action, owners: Sequence[Owner], understood: Understood) -> None:
        super().__init__()
        self._understood = understood
        self.owner = QLineEdit(action.owner.name)
        self.owner.setAccessibleName(self.tr("Who"))
        completer = QCompleter(sorted({owner.name for owner in owners}, key=str.casefold), self.owner)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.owner.setCompleter(completer)
        self.side = self._sides()
        known = {owner.name.casefold(): owner.kind for owner in owners}
        usual = known.get(action.owner.name.casefold(), OwnerKind.OTHER)
        if action.owner.name and action.owner.kind is not usual:
            self.side.setCurrentIndex(self.side.findData(action.owner.kind.value))
        self.due = QLineEdit(said(action.due, "d MMM yyyy") if action.due else "")
        self.due.setAccessibleName(self.tr("Until when"))
        self.due.setPlaceholderText(self.tr("Friday, 3 Dec, end of March …"))
        self.hint = label("", "small", wrap=False)
        self.agreed = QCheckBox(self.tr("Agreed aloud"))
        self.agreed.setChecked(action.agreed)
        self.repeats = self._repeats(action.repeats)
        self.owner.textEdited.connect(lambda _text: self.side.setCurrentIndex(0))
        self.due.textChanged.connect(self._say_hint)
        self._say_hint(self.due.text())

    def add_to(self, fields: QFormLayout) -> None:
        """Put the fields into a form."""
        fields.addRow(self.tr("Who"), self.owner)
        fields.addRow(self.tr("On whose side"), self.side)
        fields.addRow(self.tr("Until when"), self.due)
        fields.addRow("", self.hint)
        fields.addRow(self.tr("Comes again"), self.repeats)
        fields.addRow("", self.agreed)

    def typed(self, text: str) -> Typed | None:
        """What the fields say; None if the day cannot be read, which the hint tells."""
        said_due = self.due.text().strip()
        due = self._understood(said_due) if said_due else None
        if said_due and due is None:
            self.due.setFocus()
            return None
        return Typed(
            text,
            owner=self.owner.text().strip(),
            due=due,
            agreed=self.agreed.isChecked(),
            repeats=self.repeats.currentData(),
            side=self.side.currentData(),
        )

    def _sides(self) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(self.tr("On whose side"))
        for key, words in (
            (None, self.tr("As the name says")),
            (OwnerKind.MEMBER.value, self.tr("A member")),
            (OwnerKind.HUB.value, self.tr("The hub")),
            (OwnerKind.ME.value, self.tr("Me")),
            (OwnerKind.OTHER.value, self.tr("Somebody else")),
        ):
            made.addItem(words, key)
        return made

    def _repeats(self, now: Repeats) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(self.tr("Comes again"))
        for repeats in Repeats:
            made.addItem(repeats_words(repeats) or self.tr("No"), repeats.value)
        made.setCurrentIndex(made.findData(now.value))
        return made

    def _say_hint(self, text: str) -> None:
        day = self._understood(text) if text.strip() else None
        if day is not None:
            self.hint.setText(said(day, "dddd d MMMM yyyy"))
        else:
            unread = (
                self.tr("Not read as a day yet") if text.strip() else self.tr("No day: whenever it suits")
            )
            self.hint.setText(unread)
