"""The fields of a form: one for each of its parts, and for what was written in another form before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from animating_alliances_desktop.core.journal.model import TEXT, Part
from animating_alliances_desktop.core.pointing import in_words
from animating_alliances_desktop.ui.journal.spelling import Minding
from animating_alliances_desktop.ui.journal.texts import GrowingText
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.pages import empty
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

_FIRST, _NEXT, _ALONE = 4, 3, 12
"""Lines that a field is high at least."""


class Beside(QFrame):
    """What was said before, quietly, with a button to copy it over."""

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._words = label("", "muted")
        self._copy = button(self.tr("Copy over"), "link")
        self._copy.clicked.connect(lambda: self.copied.emit(self._text))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(label(self.tr("Aims that you set in the last log"), "small"))
        column.addWidget(self._words)
        column.addWidget(self._copy)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show a text, or nothing at all."""
        self._text = text
        self._words.setText(in_words(text))
        self.setVisible(bool(text))


class PartFields(QWidget):
    """Takes what is written in each part."""

    typed = Signal()
    entered = Signal(str)
    """The key of the part that the keyboard came to."""
    wandered = Signal(object)
    """The field in which the cursor moved."""

    def __init__(self, theme: Theme, minding: Minding | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._minding = theme, minding
        self._beside: dict[str, str] = {}
        self._notes: dict[str, Beside] = {}
        self._fields: dict[str, GrowingText] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)

    def __iter__(self) -> Iterator[GrowingText]:
        return iter(self._fields.values())

    @property
    def first(self) -> GrowingText:
        """The field where writing begins."""
        return next(iter(self))

    def field(self, key: str) -> GrowingText:
        """The field of a part; the first one if there is none of that key."""
        return self._fields.get(key, self.first)

    def key_of(self, field: QWidget | None) -> str:
        """The part that a field is for."""
        return next((key for key, one in self._fields.items() if one is field), "")

    def show_parts(self, parts: Sequence[Part], texts: Mapping[str, str]) -> None:
        """Show a field for each part, with its text; fields that stay keep cursor and undo."""
        kept = {key: field for key, field in self._fields.items() if key in {part.key for part in parts}}
        for field in kept.values():
            self._column.removeWidget(field)
        empty(self._column)
        self._fields, self._notes = {}, {}
        for nth, part in enumerate(parts):
            field = kept.get(part.key) or self._make(part.key, nth, len(parts))
            self._name(field, part)
            if part.title:
                self._column.addWidget(label(part.title, "subheading", wrap=False))
            self._column.addWidget(self._note(part.key, field))
            self._notes[part.key].show_text(
                self._beside.get(part.key, "")
            )  # not before it lies in the window
            self._column.addWidget(field)
            self._column.addSpacing(8)
            self._fields[part.key] = field
            if field.toPlainText() != texts.get(part.key, ""):
                field.show_text(texts.get(part.key, ""))

    def show_beside(self, notes: Mapping[str, str]) -> None:
        """Show what was said before beside these parts, to be copied over."""
        self._beside = dict(notes)
        for key, note in self._notes.items():
            note.show_text(self._beside.get(key, ""))

    def written(self) -> dict[str, str]:
        """Tell what stands in each part that is not empty."""
        said = {key: field.toPlainText() for key, field in self._fields.items()}
        return {key: text for key, text in said.items() if text}

    def _note(self, key: str, field: GrowingText) -> Beside:
        note = self._notes[key] = Beside()
        note.copied.connect(field.put_text)
        return note

    def _make(self, key: str, nth: int, of: int) -> GrowingText:
        lines = _ALONE if of == 1 else _FIRST if nth == 0 else _NEXT
        field = GrowingText(self._theme, key, lines, self._minding)
        field.written.connect(self.typed)
        field.entered.connect(lambda: self.entered.emit(key))
        field.cursorPositionChanged.connect(lambda: self.wandered.emit(field))
        return field

    def _name(self, field: GrowingText, part: Part) -> None:
        free = self.tr("Whatever you want to remember, in your own order")
        field.setAccessibleName(part.title or self.tr("Free text"))
        field.setPlaceholderText(free if part.key == TEXT else part.hint)
