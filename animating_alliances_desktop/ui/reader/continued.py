"""A quiet line: the text goes on where it was left; it can be read from its start instead."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout

from animating_alliances_desktop.ui.kit.buttons import button, icon_button
from animating_alliances_desktop.ui.kit.floating import GAP, Floating
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.reader.sheet import Sheet

_READ_ON = 0.4
"""Once so much of a page was scrolled, the line has been understood."""


class Continued(Floating):
    """Lies at the foot of the page until reading goes on."""

    from_start = Signal()

    def __init__(self, theme: Theme, sheet: Sheet) -> None:
        super().__init__(sheet.viewport(), sheet)
        self._sheet = sheet
        self._began_at = 0
        self.words = label("", "muted", wrap=False)
        self.start = button(self.tr("From the start"), "link")
        self._close = icon_button(theme, "x", self.tr("Close (Escape)"))
        self.setAccessibleName(self.tr("Where the text goes on"))
        self.start.clicked.connect(self._go)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 6, 4)
        for part in (self.words, self.start, self._close):
            row.addWidget(part)
        sheet.verticalScrollBar().valueChanged.connect(self._read_on)

    def tell(self, number: str) -> None:
        """Say at which paragraph the text goes on."""
        said = self.tr("Continued at {number}").format(number=number)
        self.words.setText(said if number else self.tr("Continued where you stopped"))
        self._began_at = self._sheet.verticalScrollBar().value()
        self._lie()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words.text()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the page, whatever its size."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._lie()
            return False
        return super().eventFilter(watched, event)

    def _lie(self) -> None:
        self.adjustSize()
        around = self._over.rect()
        self.move(max(GAP, (around.width() - self.width()) // 2), around.height() - self.height() - 2 * GAP)

    def _read_on(self, value: int) -> None:
        if abs(value - self._began_at) > self._over.height() * _READ_ON:
            self.hide()

    def _go(self) -> None:
        self.hide()
        self.from_start.emit()
