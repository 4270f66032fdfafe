"""Choosing what to open beside the text: any text of the library, or a journal entry."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from animating_alliances_desktop.core.library.model import Listed
from animating_alliances_desktop.ui.kit.fields import search_field
from animating_alliances_desktop.ui.kit.kinds import ICONS, names
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme


class Chooser(QDialog):
    """Titles to choose from, narrowed by what is typed; Enter takes the one that is marked."""

    chosen = Signal(object)
    """The reference of what is to be opened."""

    def __init__(self, theme: Theme, texts: Sequence[Listed], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Open beside"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 520)
        self._texts, self._names = texts, names()
        self.field = search_field(theme, self.tr("Words of the title"), large=True)
        self.list = ItemList(theme, self.tr("What to open beside"), lines=1)
        self.nothing = label(self.tr("No text has these words in its title. Try fewer of them."), "muted")
        self.field.textChanged.connect(self._narrow)
        self.list.opened.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(self.field)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self._narrow("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the list and take from it while the keyboard stays in the field."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.list.step(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.current)
        else:
            super().keyPressEvent(event)

    def _narrow(self, words: str) -> None:
        wanted = words.casefold().split()
        named = [text for text in self._texts if _has(text.title, wanted)]
        texts = named or [text for text in self._texts if _has(f"{text.title} {text.summary}", wanted)]
        rows = [
            Row(text.ref, text.title, text.summary, icon=ICONS[text.kind], section=self._names[text.kind])
            for text in texts
        ]
        self.list.show_rows(rows, keep=False)
        self.list.step(0)
        self.nothing.setHidden(bool(rows))

    def _choose(self, ref: object) -> None:
        if ref is not None:
            self.accept()  # first, so that the keyboard can go to what is opened
            self.chosen.emit(ref)


def _has(text: str, words: Sequence[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)
