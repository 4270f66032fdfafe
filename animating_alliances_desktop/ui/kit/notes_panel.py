"""What the user noted on a text: its highlights with their notes, those that could not be placed, and an editor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from animating_alliances_desktop.core.annotations.model import Note, State
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.ui.kit.buttons import button, icon_button
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.marks import Mark, name_of
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

_PAUSE = 600
_QUOTE = 140


class NotesPanel(QFrame):
    """Lists highlights and notes; a note is kept while it is being written."""

    opened = Signal(object)
    """The reference of a highlight that the user wants to see in the text."""
    written = Signal(object, str)
    """A reference (None for a new note on the whole text) and what its note says now."""
    removed = Signal(object)
    """The reference of what the user wants to take away."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._marks: Sequence[Mark] = ()
        self._notes: Sequence[Note] = ()
        self._editing: Ref | None = None
        self._is_editing = False
        self._is_waiting = False
        self._kept = ""
        self.entries = ItemList(theme, self.tr("Notes on this text"), 6, single_click=True)
        self.entries.opened.connect(self._open)
        self.empty = label(
            self.tr("Select words in the text to highlight them or to write a note on them."), "muted"
        )
        self.add_button = button(self.tr("Note on the whole text"), "plain", "plus", theme)
        self.add_button.clicked.connect(lambda: self.edit(None))
        self.remove_button = icon_button(
            theme, "trash-2", self.tr("Remove what is chosen in the list (Delete)")
        )
        self.remove_button.clicked.connect(self._remove)
        self.edit_button = icon_button(theme, "pencil", self.tr("Write on what is chosen in the list (F2)"))
        self.edit_button.clicked.connect(self._edit_chosen)
        self._build_editor()
        self._lay_out()

    @property
    def chosen(self) -> Ref | None:
        """What is chosen in the list."""
        return self.entries.current if isinstance(self.entries.current, Ref) else None

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """List these highlights."""
        self._marks = marks
        self._list()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """List these notes on the whole text."""
        self._notes = notes
        self._list()

    def edit(self, ref: Ref | None) -> None:
        """Open the editor on a highlight's note, on a note, or (None) on a new note on the whole text."""
        self.flush()
        self._editing, self._is_editing, self._is_waiting = ref, True, False
        text, about = self._text_of(ref)
        self._kept = text
        self.about.setText(about)
        self.field.setPlainText(text)
        self.editor.show()
        self.field.setFocus()

    def keep_as(self, ref: Ref) -> None:
        """A new note has been kept under this reference: from now on it is written over."""
        if self._is_waiting:
            self._editing, self._is_waiting = ref, False
            self.flush()
            self._is_editing = self.editor.isVisibleTo(self)

    def flush(self) -> None:
        """Keep what was written and is not kept yet."""
        self._pause.stop()
        text = self.field.toPlainText()
        if self._is_editing and text != self._kept and not self._is_waiting:
            self._kept = text
            self._is_waiting = self._editing is None
            self.written.emit(self._editing, text)

    def close_editor(self) -> None:
        """Keep the note and put the editor away."""
        self.flush()
        self._is_editing = self._is_waiting
        self.editor.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes, F2 writes, Escape and Ctrl+Enter finish writing."""
        done = event.key() == Qt.Key.Key_Escape or (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        if done and self._is_editing:
            self.close_editor()
            self.entries.setFocus()
        elif event.key() == Qt.Key.Key_Delete and self.entries.hasFocus():
            self._remove()
        elif event.key() == Qt.Key.Key_F2 and self.entries.hasFocus():
            self._edit_chosen()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return a width that leaves the page its room."""
        return QSize(264, 400)

    def _build_editor(self) -> None:
        self.editor = QFrame()
        self.about = label("", "small")
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(self.tr("Your note"))
        self.field.setPlaceholderText(self.tr("What does this make you think of?"))
        self.field.setMinimumHeight(120)
        self.field.setTabChangesFocus(True)
        done = button(self.tr("Done"), "primary")
        done.clicked.connect(self.close_editor)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.flush)
        self.field.textChanged.connect(self._pause.start)
        column = QVBoxLayout(self.editor)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.about)
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Kept as you type"), "small", wrap=False), 1)
        row.addWidget(done)
        column.addLayout(row)
        self.editor.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 18, 14, 12)
        top = QHBoxLayout()
        top.addWidget(label(self.tr("Notes on this text"), "eyebrow"), 1)
        top.addWidget(self.edit_button)
        top.addWidget(self.remove_button)
        column.addLayout(top)
        column.addWidget(self.empty)
        column.addWidget(self.entries, 1)
        column.addWidget(self.editor)
        column.addWidget(self.add_button)

    def _list(self) -> None:
        whole = self.tr("On the whole text")
        rows = [Row(note.ref, whole, note.text, stripe="accent") for note in self._notes]
        rows += [self._row(mark) for mark in self._marks if mark.state is not State.LOST]
        rows += [self._row(mark) for mark in self._marks if mark.state is State.LOST]
        self.entries.show_rows(rows)
        self.empty.setHidden(bool(rows))

    def _row(self, mark: Mark) -> Row:
        summary = f"“{_short(mark.quote)}”" + (f" — {mark.note}" if mark.note else "")
        lost = self.tr("Could not be placed") if mark.state is State.LOST else ""
        moved = self.tr("moved") if mark.state is State.MOVED else ""
        page = self.tr("p. {page}").format(page=mark.page) if mark.page else ""
        meta = " · ".join(part for part in (page, moved) if part)
        return Row(
            mark.ref, name_of(mark.colour), summary, meta, stripe=f"highlight-{mark.colour}", section=lost
        )

    def _text_of(self, ref: Ref | None) -> tuple[str, str]:
        for mark in self._marks:
            if mark.ref == ref:
                return mark.note, f"“{_short(mark.quote)}”"
        for note in self._notes:
            if note.ref == ref:
                return note.text, self.tr("On the whole text")
        return "", self.tr("On the whole text")

    def _open(self, ref: Ref) -> None:
        if ref.kind is Kind.ANNOTATION:
            self.opened.emit(ref)
        else:
            self.edit(ref)

    def _edit_chosen(self) -> None:
        if self.chosen is not None:
            self.edit(self.chosen)

    def _remove(self) -> None:
        ref = self.chosen
        if ref is not None:
            if ref == self._editing:
                self._is_editing = False
                self.editor.hide()
            self.removed.emit(ref)


def _short(quote: str) -> str:
    return quote if len(quote) <= _QUOTE else quote[:_QUOTE].rsplit(" ", 1)[0] + "…"
