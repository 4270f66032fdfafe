"""A field for the minutes that something took."""

from __future__ import annotations

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox

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
