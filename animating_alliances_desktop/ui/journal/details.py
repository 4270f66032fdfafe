"""The lines above a draft: whose it is, about which meeting, of which day, and how it is laid out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.journal.forms import named
from animating_alliances_desktop.core.journal.model import FREE, QUICK, Draft, Form
from animating_alliances_desktop.ui.journal.choice import AllianceChoice
from animating_alliances_desktop.ui.journal.meeting import MeetingChoice
from animating_alliances_desktop.ui.kit.buttons import icon_button
from animating_alliances_desktop.ui.kit.choice import Choice
from animating_alliances_desktop.ui.kit.fields import date_field
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

_ONE_LINE = 680
_SHARES = {4: (2, 3, 0, 2), 2: (1, 1, 0, 0)}
"""How the room goes to the columns: the day needs no more than it takes, a meeting has the longest name."""


class FormChoice(Choice):
    """Names the forms that an entry can take; free text is the last."""

    picked = Signal(str)
    """The key of the form that the user chose."""

    def __init__(self, name: str) -> None:
        super().__init__(name, 14)
        self._keys: list[str] = []
        self.chosen = QUICK
        self.show_forms(())
        self.currentIndexChanged.connect(self._picked)

    def show_forms(self, forms: Sequence[Form]) -> None:
        """Offer these; what was chosen stays chosen."""
        offered = {form.key: (form.title, form.summary) for form in forms}
        offered.setdefault(self.chosen, (named(self.chosen), ""))
        offered[FREE] = (self.tr("Free text"), "")
        with QSignalBlocker(self):
            self.clear()
            self._keys = list(offered)
            for nth, (title, summary) in enumerate(offered.values()):
                self.addItem(title)
                self.setItemData(nth, summary, Qt.ItemDataRole.ToolTipRole)
            self.choose(self.chosen)

    def choose(self, key: str) -> None:
        """Choose a form without telling anyone."""
        self.chosen = key
        with QSignalBlocker(self):
            if key not in self._keys:
                self._keys.append(key)
                self.addItem(named(key))
            self.setCurrentIndex(self._keys.index(key))

    def _picked(self, index: int) -> None:
        self.chosen = self._keys[index]
        self.picked.emit(self.chosen)


class Details(QWidget):
    """Alliance, meeting, day and form of a draft."""

    edited = Signal()
    """The user changed one of them."""
    form_changed = Signal(str)
    """The key of a form: another layout is wanted."""
    meeting_changed = Signal(object)
    """The Ref of another meeting, or None."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alliance = AllianceChoice(self.tr("Alliance"))
        self.meetings = MeetingChoice(self.tr("Meeting"))
        self.note = icon_button(theme, "plus", self.tr("Note a meeting that is not among them"))
        self._day = date_field(theme, self.tr("Day"), date(2000, 1, 1))
        self.forms = FormChoice(self.tr("Form"))
        self._lay_out()
        self._alliance.picked.connect(self._pick_alliance)
        self._day.dateChanged.connect(lambda _day: self.edited.emit())
        self.forms.picked.connect(self._switch)
        self.meetings.picked.connect(self._pick_meeting)

    def stops(self) -> list[QWidget]:
        """List the controls in the order of the Tab key."""
        return [self._alliance, self.meetings, self.note, self._day, self.forms]

    def show_alliances(self, alliances: Sequence[Alliance]) -> None:
        """Offer these alliances; the chosen one stays chosen."""
        self._alliance.show_alliances(alliances)

    def show_draft(self, draft: Draft) -> None:
        """Show what a draft says of these."""
        self._alliance.choose(draft.alliance)
        self.meetings.choose(draft.alliance, draft.meeting)
        self._show_day(draft.day)
        self.forms.choose(draft.form)

    @property
    def alliance(self) -> Ref | None:
        """The alliance that is chosen, once a draft is shown."""
        return self._alliance.chosen

    @property
    def alliance_name(self) -> str:
        """What that is called."""
        return self._alliance.currentText()

    @property
    def day(self) -> date:
        """The day that is chosen."""
        day = self._day.date()
        return date(day.year(), day.month(), day.day())

    def _show_day(self, day: date) -> None:
        with QSignalBlocker(self._day):
            self._day.setDate(QDate(day.year, day.month, day.day))

    def _pick_alliance(self, ref: Ref | None) -> None:
        self.meetings.choose(ref, None)
        self.meeting_changed.emit(None)
        self.edited.emit()

    def _pick_meeting(self, ref: Ref | None) -> None:
        meeting = self.meetings.known(ref)
        if meeting is not None:
            self._show_day(meeting.day)
        self.meeting_changed.emit(ref)
        self.edited.emit()

    def _switch(self, form: str) -> None:
        self.form_changed.emit(form)
        self.edited.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set all in one line where there is room."""
        super().resizeEvent(event)
        self._place(4 if self.width() >= _ONE_LINE else 2)

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 12, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        names = (self.tr("Alliance"), self.tr("Meeting"), self.tr("Day"), self.tr("Form"))
        self._labels = [label(name, "small", wrap=False) for name in names]
        self._fields = (self._alliance, self._meeting(), self._day, self.forms)
        self._columns = 0
        self._place(2)

    def _meeting(self) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.meetings, 1)
        row.addWidget(self.note)
        return both

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for nth, (name, field) in enumerate(zip(self._labels, self._fields, strict=True)):
            row, column = 2 * (nth // columns), nth % columns
            self._grid.addWidget(name, row, column)
            self._grid.addWidget(field, row + 1, column)
        for column in range(4):
            self._grid.setColumnStretch(column, _SHARES[columns][column])
