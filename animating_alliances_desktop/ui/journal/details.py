"""The lines above a draft: whose it is, of which day, how many minutes it took, and how it is laid out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QSpinBox,
    QWidget,
)

from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.journal.forms import named
from animating_alliances_desktop.core.journal.model import FREE, QUICK, Draft, Form
from animating_alliances_desktop.ui.journal.choice import AllianceChoice
from animating_alliances_desktop.ui.kit.fields import date_field
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

_BLANK = -1
_DAY_LONG = 24 * 60


class MinutesField(QSpinBox):
    """A number of minutes that may be left blank."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setRange(_BLANK, _DAY_LONG)
        self.setSingleStep(5)
        self.setAccessibleName(name)
        self.setValue(_BLANK)
        self.lineEdit().setTextMargins(7, 0, 0, 0)

    @property
    def minutes(self) -> int | None:
        """The number, or None if the field is blank."""
        return None if self.value() == _BLANK else self.value()

    def show_minutes(self, minutes: int | None) -> None:
        """Show a number, or a blank."""
        self.setValue(_BLANK if minutes is None else minutes)

    def textFromValue(self, value: int) -> str:  # noqa: N802 -- Qt's name
        """Write nothing for a blank."""
        return "" if value == _BLANK else str(value)

    def valueFromText(self, text: str) -> int:  # noqa: N802 -- Qt's name
        """Take nothing for a blank."""
        return int(text) if text.strip().isdecimal() else _BLANK

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Take digits or nothing."""
        fine = not text.strip() or (text.isdecimal() and int(text) <= _DAY_LONG)
        return (QValidator.State.Acceptable if fine else QValidator.State.Invalid), text, position

    def stepBy(self, steps: int) -> None:  # noqa: N802 -- Qt's name
        """Step from a blank to the first round number."""
        if self.value() == _BLANK and steps > 0:
            self.setValue(steps * self.singleStep())
        else:
            self.setValue(
                _BLANK if self.value() + steps * self.singleStep() < 0 else self.value() + steps * 5
            )


class FormChoice(QComboBox):
    """Names the forms that an entry can take; free text is the last."""

    picked = Signal(str)
    """The key of the form that the user chose."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMinimumContentsLength(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
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
    """Alliance, day, minutes and form of a draft."""

    edited = Signal()
    """The user changed one of them."""
    form_changed = Signal(str)
    """The key of a form: another layout is wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alliance = AllianceChoice(self.tr("Alliance"))
        self._day = date_field(theme, self.tr("Day"), date(2000, 1, 1))
        self._minutes = MinutesField(self.tr("Minutes spent"))
        self.forms = FormChoice(self.tr("Form"))
        self._lay_out()
        self._alliance.picked.connect(lambda _ref: self.edited.emit())
        self._day.dateChanged.connect(lambda _day: self.edited.emit())
        self._minutes.valueChanged.connect(lambda _value: self.edited.emit())
        self.forms.picked.connect(self._switched)

    def stops(self) -> list[QWidget]:
        """List the controls in the order of the Tab key."""
        return [self._alliance, self._day, self._minutes, self.forms]

    def show_alliances(self, alliances: Sequence[Alliance]) -> None:
        """Offer these alliances; the chosen one stays chosen."""
        self._alliance.show_alliances(alliances)

    def show_draft(self, draft: Draft) -> None:
        """Show what a draft says of these."""
        self._alliance.choose(draft.alliance)
        with QSignalBlocker(self._day), QSignalBlocker(self._minutes):
            self._day.setDate(QDate(draft.day.year, draft.day.month, draft.day.day))
            self._minutes.show_minutes(draft.minutes)
        self.forms.choose(draft.form)

    def written(self) -> tuple[Ref, date, int | None, str]:
        """Tell alliance, day, minutes and form."""
        day = self._day.date()
        if self._alliance.chosen is None:
            raise RuntimeError("no draft is shown")
        moment = date(day.year(), day.month(), day.day())
        return self._alliance.chosen, moment, self._minutes.minutes, self.forms.chosen

    def _switched(self, form: str) -> None:
        self.form_changed.emit(form)
        self.edited.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        names = (self.tr("Alliance"), self.tr("Day"), self.tr("Minutes spent"))
        for column, (name, field) in enumerate(zip(names, self.stops()[:3], strict=True)):
            grid.addWidget(label(name, "small", wrap=False), 0, column)
            grid.addWidget(field, 1, column)
        grid.setColumnStretch(0, 1)
        self._day.setMinimumWidth(136)
        self._minutes.setMinimumWidth(96)
        grid.addWidget(self.forms, 2, 0, 1, 3)
