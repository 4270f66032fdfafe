"""The small panel in which the user says how texts are set: letters, lines, column, paper, and aids to reading."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLayout, QSpinBox, QWidget

from animating_alliances_desktop.core.settings import Settings
from animating_alliances_desktop.ui.kit.buttons import icon_button
from animating_alliances_desktop.ui.kit.chips import Chip, ChipBar
from animating_alliances_desktop.ui.kit.fields import number_field
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

_BOUNDS = {name: Settings.__dataclass_fields__[name].metadata for name in ("measure", "line_height")}
_STEPS = {"measure": 2, "line_height": 5}
_CONTROLS = 344


class TypePanel(QFrame):
    """Shows what is chosen, and tells what the user chooses instead."""

    chosen = Signal(str, object)
    """The name of a setting, and its new value."""
    stepped = Signal(int)
    """Letters one step larger (1) or smaller (-1), or as usual (0)."""
    closed = Signal()
    """The user wants to read on."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Letters and lines"))
        self.smaller = icon_button(theme, "minus", self.tr("Smaller letters (Ctrl+-)"))
        self.larger = icon_button(theme, "plus", self.tr("Larger letters (Ctrl++)"))
        self.size_told = label("", "body", wrap=False)
        self.chips = {name: self._chips(name, title, options) for name, title, options in self._choices()}
        self.spins = {
            "measure": self._spin("measure", self.tr("Width of the column"), self.tr("letters")),
            "line_height": self._spin("line_height", self.tr("Height of a line"), "%"),
        }
        self.switches = {
            "numbers": self._switch("numbers", self.tr("Paragraph numbers (Ctrl+Shift+G)")),
            "ruler": self._switch("ruler", self.tr("Reading ruler (Ctrl+Shift+R)")),
        }
        self._lay_out()
        self.smaller.clicked.connect(lambda: self.stepped.emit(-1))
        self.larger.clicked.connect(lambda: self.stepped.emit(1))
        self.hide()

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        self.size_told.setText(self.tr("{percent} %").format(percent=settings.zoom))
        for name, chips in self.chips.items():
            chips.choose([getattr(settings, name)])
        for name, spin in self.spins.items():
            with QSignalBlocker(spin):
                spin.setValue(getattr(settings, name))
        for name, switch in self.switches.items():
            with QSignalBlocker(switch):
                switch.setChecked(getattr(settings, name) == "on")

    def open(self, corner: QPoint) -> None:
        """Come up with the upper right corner here, within the page."""
        self.adjustSize()
        self.move(max(8, corner.x() - self.width()), corner.y())
        self.show()
        self.raise_()
        self.smaller.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _choices(self) -> tuple[tuple[str, str, Mapping[str, str]], ...]:
        fonts = {"literata": "Literata", "inter": "Inter", "atkinson": "Atkinson Hyperlegible"}
        edges = {"ragged": self.tr("Ragged"), "straight": self.tr("Justified")}
        papers = {
            "auto": self.tr("As the window"),
            "light": self.tr("Light"),
            "sepia": self.tr("Sepia"),
            "dark": self.tr("Dark"),
        }
        return (
            ("font", self.tr("Font"), fonts),
            ("edge", self.tr("Right edge"), edges),
            ("paper", self.tr("Paper"), papers),
        )

    def _chips(self, name: str, title: str, options: Mapping[str, str]) -> ChipBar:
        made = ChipBar(self._theme, title, exclusive=True)
        made.show_chips([Chip(value, words) for value, words in options.items()])
        held = [next(iter(options))]

        def take(ids: tuple[str, ...]) -> None:
            if ids:
                held[0] = ids[0]
                self.chosen.emit(name, ids[0])
            else:
                made.choose(held)  # one of them is always on

        made.changed.connect(take)
        return made

    def _spin(self, name: str, title: str, unit: str) -> QSpinBox:
        made = number_field(title, _BOUNDS[name]["least"], _BOUNDS[name]["most"], unit)
        made.setSingleStep(_STEPS[name])
        made.setKeyboardTracking(False)
        made.setFixedWidth(140)
        made.valueChanged.connect(lambda value: self.chosen.emit(name, value))
        return made

    def _switch(self, name: str, title: str) -> QCheckBox:
        made = QCheckBox(title)
        made.toggled.connect(lambda on: self.chosen.emit(name, "on" if on else "off"))
        return made

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(18, 14, 18, 16)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        grid.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        size = QHBoxLayout()
        for part in (self.smaller, self.size_told, self.larger):
            size.addWidget(part)
        size.addStretch(1)
        grid.addWidget(label(self.tr("Size"), "muted", wrap=False), 0, 0)
        grid.addLayout(size, 0, 1)
        titled = [*self.chips.values(), *self.spins.values()]
        for row, control in enumerate(titled, 1):
            grid.addWidget(label(control.accessibleName(), "muted", wrap=False), row, 0)
            grid.addWidget(control, row, 1)
        for chips in self.chips.values():
            chips.setFixedWidth(_CONTROLS)
        for row, switch in enumerate(self.switches.values(), len(titled) + 1):
            grid.addWidget(switch, row, 0, 1, 2)
