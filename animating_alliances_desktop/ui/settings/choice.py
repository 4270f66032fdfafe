"""One choice on the settings page: words at the left, and at the right chips, or a slider with its number."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSlider, QVBoxLayout, QWidget

from animating_alliances_desktop.ui.kit.chips import Chip, ChipBar
from animating_alliances_desktop.ui.kit.fields import number_field
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.settings.presenter import Choice, Name, Number, Options
from animating_alliances_desktop.ui.settings.words import option, words_of

_CONTROL = 332
_STEPS = 20
"""A slider has about so many stops; the number can be set to any value."""


class OptionsControl(QWidget):
    """Chips that exclude each other; one of them is always on."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, choice: Options, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = choice.value
        self.chips = ChipBar(theme, words_of(choice.name).title, exclusive=True)
        self.chips.show_chips([Chip(one, option(choice.name, one)) for one in choice.options])
        self.chips.changed.connect(self._switched)
        self.show_value(choice.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chips)

    def show_value(self, value: object) -> None:
        """Show another choice, which was made elsewhere."""
        self._value = str(value)
        self.chips.choose([self._value])

    def _switched(self, ids: tuple[str, ...]) -> None:
        if ids and ids[0] != self._value:
            self._value = ids[0]
            self.chosen.emit(self._value)
        self.chips.choose([self._value])


class NumberControl(QWidget):
    """A slider, and the number beside it; a number that is being dragged or typed is told when it stands."""

    chosen = Signal(object)

    def __init__(self, choice: Number, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = words_of(choice.name)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(words.title)
        self.slider.setRange(choice.least, choice.most)
        self.slider.setSingleStep(max(1, (choice.most - choice.least) // _STEPS))
        self.slider.setPageStep(2 * self.slider.singleStep())
        self.slider.setTracking(False)
        self.slider.setMinimumSize(150, 24)
        self.number = number_field(words.title, choice.least, choice.most, words.unit)
        self.number.setKeyboardTracking(False)
        self.number.setMinimumWidth(124)
        self._value = choice.value
        self.show_value(choice.value)
        self.slider.sliderMoved.connect(self._show_number)
        self.slider.valueChanged.connect(self._take)
        self.number.valueChanged.connect(self._take)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.slider, 1)
        row.addWidget(self.number)

    def show_value(self, value: object) -> None:
        """Show another number, which was chosen elsewhere."""
        self._value = int(str(value))
        self._show_number(self._value)
        with QSignalBlocker(self.slider):
            self.slider.setValue(self._value)

    def _show_number(self, value: int) -> None:
        with QSignalBlocker(self.number):
            self.number.setValue(value)

    def _take(self, value: int) -> None:
        changed = value != self._value
        self.show_value(value)
        if changed:
            self.chosen.emit(value)


class NameControl(QWidget):
    """A field for a few words; empty, it shows what is usual."""

    chosen = Signal(object)

    def __init__(self, choice: Name, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = words_of(choice.name)
        self._value = choice.value
        self.field = QLineEdit(choice.value)
        self.field.setMaxLength(choice.longest)
        self.field.setAccessibleName(words.title)
        self.field.setPlaceholderText(words.usual)
        self.field.setClearButtonEnabled(True)
        self.field.editingFinished.connect(self._take)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field)

    def show_value(self, value: object) -> None:
        """Show other words, which were chosen elsewhere."""
        self._value = str(value)
        if self.field.text() != self._value:
            self.field.setText(self._value)

    def _take(self) -> None:
        if self.field.text() != self._value:
            self._value = self.field.text()
            self.chosen.emit(self._value)


class ChoiceLine(QWidget):
    """The words of a choice, and its control."""

    chosen = Signal(str, object)
    """The name of the setting, and the value that the user chose."""

    def __init__(self, theme: Theme, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = words_of(choice.name)
        self.name = choice.name
        self.control = _control(theme, choice)
        self.control.chosen.connect(lambda value: self.chosen.emit(choice.name, value))
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addStretch(1)
        left.addWidget(label(words.title, "subheading"))
        if words.text:
            left.addWidget(label(words.text, "muted"))
        left.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(left, 1)
        self.control.setFixedWidth(_CONTROL)
        row.addWidget(self.control, 0, Qt.AlignmentFlag.AlignVCenter)


def _control(theme: Theme, choice: Choice) -> OptionsControl | NumberControl | NameControl:
    match choice:
        case Options():
            return OptionsControl(theme, choice)
        case Number():
            return NumberControl(choice)
        case Name():
            return NameControl(choice)
