"""A narrow field to choose from, however long the names in it are; and one for alliances."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.core.changes import Ref

_WIDEST, _EDGE = 520, 4
_SCREENS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Choice(QComboBox):
    """Stays narrow: a long name ends in an ellipsis, stands whole in the tip and where it is chosen."""

    def __init__(self, name: str, letters: int = 10) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMinimumContentsLength(letters)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def shown_text(self) -> str:
        """The name as far as there is room for it, which Qt would cut off in mid-letter."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, part, self).width() - _EDGE
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it as Qt does, but for the name."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_text()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def showPopup(self) -> None:  # noqa: N802 -- the name that Qt calls
        """Offer the names whole, as far as they go on a small screen."""
        self.view().setMinimumWidth(min(_WIDEST, self.view().sizeHintForColumn(0) + _EDGE))
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that go on by a screen to the page: they are meant for what stands there."""
        if event.key() in _SCREENS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def event(self, happened: QEvent) -> bool:
        """Tell a name that is shortened."""
        if happened.type() == QEvent.Type.ToolTip:
            name = self.currentText()
            self.setToolTip("" if self.shown_text() == name else name)
        return super().event(happened)


class AllianceChoice(Choice):
    """Names alliances, perhaps with a word for all of them; keeps the choice even before it knows them."""

    picked = Signal(object)
    """The Ref that the user chose, or None for all."""

    def __init__(self, name: str, all_of_them: str = "") -> None:
        super().__init__(name)
        self._first = all_of_them
        self._refs: list[Ref | None] = []
        self.chosen: Ref | None = None
        self.currentIndexChanged.connect(self._picked)

    def show_alliances(self, alliances: Sequence[Alliance]) -> None:
        """Offer these; what was chosen stays chosen."""
        offered: list[tuple[Ref | None, str]] = [(None, self._first)] if self._first else []
        offered += [(alliance.ref, alliance.name) for alliance in alliances]
        with QSignalBlocker(self):
            self.clear()
            self._refs = [ref for ref, _name in offered]
            self.addItems([name for _ref, name in offered])
            self.choose(self.chosen)

    def choose(self, ref: Ref | None) -> None:
        """Choose an alliance without telling anyone."""
        self.chosen = ref
        with QSignalBlocker(self):
            self.setCurrentIndex(self._refs.index(ref) if ref in self._refs else -1)

    def _picked(self, index: int) -> None:
        self.chosen = self._refs[index] if 0 <= index < len(self._refs) else None
        self.picked.emit(self.chosen)
