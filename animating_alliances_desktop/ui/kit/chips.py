"""Chips: small words that filter a list, switched on and off with the mouse or the arrow keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from animating_alliances_desktop.ui.kit.flow import Flow
from animating_alliances_desktop.ui.kit.pages import empty
from animating_alliances_desktop.ui.kit.patterns import Pattern, of_palette, paint_dot
from animating_alliances_desktop.ui.kit.theme import Theme

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Chip:
    """One chip: what it stands for, its word, and optionally an icon, a dot in a palette colour, a number."""

    id: str
    text: str
    icon: str = ""
    colour: str = ""
    count: int | None = None


class _ChipButton(QPushButton):
    """A chip on the screen; the arrow keys ask for a neighbour."""

    step = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the bar with the arrow keys."""
        move = _STEPS.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
        else:
            self.step.emit(move)


class ChipBar(QWidget):
    """A row of chips that wraps; any number of them can be on, or just one if they exclude each other."""

    changed = Signal(tuple)
    """The ids of the chips that are on, after the user switched one."""

    def __init__(
        self, theme: Theme, name: str, *, exclusive: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._theme, self._exclusive = theme, exclusive
        self._chips: dict[str, _ChipButton] = {}
        self._shown: tuple[Chip, ...] = ()
        self._row = Flow(6, self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._paint_dots)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the chips that are on."""
        return tuple(name for name, chip in self._chips.items() if chip.isChecked())

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these chips; those that were on stay on."""
        on, self._shown = self.chosen, tuple(chips)
        empty(self._row)
        self._chips = {chip.id: self._make(chip) for chip in chips}
        for button in self._chips.values():
            self._row.addWidget(button)
        self._paint_dots()
        self.choose(on)

    def choose(self, ids: Iterable[str]) -> None:
        """Switch these chips on and all others off, without telling anyone."""
        wanted = set(ids)
        for name, button in self._chips.items():
            button.setChecked(name in wanted)
        self._set_tab_stop(next((b for b in self._chips.values() if b.isChecked()), None))

    def _make(self, chip: Chip) -> _ChipButton:
        button = _ChipButton(chip.text if chip.count is None else f"{chip.text}  {chip.count:,}", self)
        button.setProperty("role", "chip")
        button.setCheckable(True)
        button.setIconSize(QSize(20 if chip.icon else 18, 14))
        button.setAccessibleName(f"{self.accessibleName()}: {button.text()}")
        if chip.icon:
            self._theme.dress(button, chip.icon, "muted", gap=True)
        button.clicked.connect(lambda _on: self._switched(chip.id))
        button.step.connect(lambda by: self._move(button, by))
        return button

    def _switched(self, name: str) -> None:
        if self._exclusive:
            on = self._chips[name].isChecked()
            self.choose([name] if on else [])
        self._set_tab_stop(self._chips[name])
        self.changed.emit(self.chosen)

    def _move(self, button: _ChipButton, by: int) -> None:
        buttons = list(self._chips.values())
        neighbour = buttons[(buttons.index(button) + by) % len(buttons)]
        self._set_tab_stop(neighbour)
        neighbour.setFocus(Qt.FocusReason.TabFocusReason)

    def _set_tab_stop(self, stop: _ChipButton | None) -> None:
        """Make the bar one stop for the Tab key: the chip that was used last, or the first."""
        buttons = list(self._chips.values())
        stop = stop or next(iter(buttons), None)
        for button in buttons:
            policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def _paint_dots(self) -> None:
        for chip in self._shown:
            if chip.colour:
                self._chips[chip.id].setIcon(self._dot(chip.colour))

    def _dot(self, colour: str) -> QIcon:
        picture = QPixmap(36, 28)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pattern = of_palette(colour) or Pattern.SOLID
        paint_dot(painter, QRectF(4, 4, 20, 20), pattern, self._theme.palette.colour(colour))
        painter.end()
        picture.setDevicePixelRatio(2)
        return QIcon(picture)
