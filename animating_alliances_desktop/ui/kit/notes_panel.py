"""What the user noted on a text: as a list or beside the passages, with an editor, and who mentions the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from animating_alliances_desktop.core.annotations.model import Note, State
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.pointing import in_words
from animating_alliances_desktop.ui.kit.beside import Beside, Margin
from animating_alliances_desktop.ui.kit.buttons import button, icon_button
from animating_alliances_desktop.ui.kit.colours import names_of
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.marks import Mark
from animating_alliances_desktop.ui.kit.mentions import Mentions
from animating_alliances_desktop.ui.kit.note_writer import NoteWriter
from animating_alliances_desktop.ui.kit.quotepainter import QuotePainter
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

_QUOTE = 140


class NotesPanel(QFrame):
    """Lists highlights and notes, or shows them beside the page; a note is kept while it is being written."""

    opened = Signal(object)
    """The reference of a highlight that the user wants to see in the text."""
    removed = Signal(object)
    """The reference of what the user wants to take away."""
    moved_beside = Signal(bool)
    """Whether the user wants the notes beside their passages."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks: Sequence[Mark] = ()
        self._notes: Sequence[Note] = ()
        self.entries = ItemList(theme, "", single_click=True, painter=QuotePainter(theme, "text"))
        self.entries.setAccessibleName(self.tr("Notes on this text"))
        self.entries.opened.connect(self._open)
        self.margin = Margin(theme)
        self.mentions = Mentions(theme)
        self.editor = NoteWriter()
        self.field, self.about = self.editor.field, self.editor.about
        self.flush, self.keep_as = self.editor.flush, self.editor.keep_as
        self.written, self.finished = self.editor.written, self.editor.finished
        self.empty = label(
            self.tr("Select words in the text to highlight them or to write a note on them."), "muted"
        )
        self._make_buttons(theme)
        self._lay_out()
        self._connect()

    @property
    def chosen(self) -> Ref | None:
        """What is chosen in the list, or has the keyboard in the margin."""
        if self.is_beside:
            return next((card.beside.ref for card in self.margin.cards if card.hasFocus()), None)
        return self.entries.current if isinstance(self.entries.current, Ref) else None

    @property
    def is_beside(self) -> bool:
        """Whether the notes stand beside their passages."""
        return self._stack.currentWidget() is self.margin

    def show_beside(self, *, on: bool) -> None:
        """Show the notes beside their passages, or as a list."""
        self.beside.setChecked(on)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """List these highlights."""
        self._marks = marks
        self._list()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """List these notes on the whole text."""
        if list(notes) != list(self._notes):  # most often they are the same, and listing takes a while
            self._notes = notes
            self._list()

    def edit(self, ref: Ref | None) -> None:
        """Open the editor on a highlight's note, on a note, or (None) on a new note on the whole text."""
        self.editor.begin(ref, *self._text_of(ref))

    def close_editor(self) -> None:
        """Keep the note and put the editor away."""
        self.editor.close_down()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes, F2 writes, Escape and Ctrl+Enter finish writing."""
        done = event.key() == Qt.Key.Key_Escape or (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        if done and self.editor.is_writing:
            self._leave_editor()
        elif event.key() == Qt.Key.Key_Delete and self.entries.hasFocus():
            self._remove()
        elif event.key() == Qt.Key.Key_F2 and self.entries.hasFocus():
            self._edit_chosen()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return a width that leaves the page its room."""
        return QSize(264, 400)

    def _make_buttons(self, theme: Theme) -> None:
        self.add_button = button(self.tr("Note on the whole text"), "plain", "plus", theme)
        self.beside = icon_button(theme, "panel-left", self.tr("Notes beside their passages"), checkable=True)
        self.remove_button = icon_button(theme, "trash-2", self.tr("Remove what is chosen (Delete)"))
        self.edit_button = icon_button(theme, "pencil", self.tr("Write on what is chosen (F2)"))
        for one in (self.remove_button, self.edit_button):  # a click on them leaves the chosen card chosen
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _connect(self) -> None:
        self.add_button.clicked.connect(lambda: self.edit(None))
        self.remove_button.clicked.connect(self._remove)
        self.edit_button.clicked.connect(self._edit_chosen)
        self.beside.toggled.connect(self._turn)
        self.editor.done.clicked.connect(self._leave_editor)
        self.margin.opened.connect(self._open)
        self.margin.edit_asked.connect(self.edit)
        self.margin.removal_asked.connect(self._remove_one)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.entries)
        self._stack.addWidget(self.margin)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 18, 14, 12)
        top = QHBoxLayout()
        top.addWidget(label(self.tr("Notes on this text"), "eyebrow"), 1)
        for one in (self.beside, self.edit_button, self.remove_button):
            top.addWidget(one)
        column.addLayout(top)
        column.addWidget(self.empty)
        column.addWidget(self._stack, 1)
        column.addWidget(self.mentions)
        column.addWidget(self.editor)
        column.addWidget(self.add_button)

    def _turn(self, on: bool) -> None:  # noqa: FBT001 -- Qt sends it so
        self._stack.setCurrentWidget(self.margin if on else self.entries)
        self._list()
        self.moved_beside.emit(on)

    def _list(self) -> None:
        """Show what there is, in the way that is on view."""
        self.empty.setHidden(bool(self._marks or self._notes))
        if self.is_beside:
            self.margin.show_besides(self._besides())
        else:
            self.entries.show_rows(self._rows())

    def _rows(self) -> list[Row]:
        whole, lost, moved = self.tr("On the whole text"), self.tr("Could not be placed"), self.tr("moved")
        names = names_of(self._theme)
        rows = [
            Row(one.ref, "", in_words(one.text), _foot(whole, one.tags), stripe="accent")
            for one in self._notes
        ]
        for mark in sorted(self._marks, key=lambda mark: mark.state is State.LOST):
            page = self.tr("p. {page}").format(page=mark.page) if mark.page else ""
            where = (moved if mark.state is State.MOVED else "", page)
            foot = _foot(names[mark.colour.value], mark.tags, *where)
            section = lost if mark.state is State.LOST else ""
            stripe = f"highlight-{mark.colour}"
            rows.append(
                Row(mark.ref, _short(mark.quote), in_words(mark.note), foot, stripe=stripe, section=section)
            )
        return rows

    def _besides(self) -> list[Beside]:
        besides = [Beside(one.ref, 0, "", one.text, one.tags) for one in self._notes]
        return besides + [
            Beside(one.ref, one.start, _short(one.quote), one.note, one.tags, one.colour)
            for one in self._marks
            if one.state is not State.LOST and (one.note or one.tags)
        ]

    def _leave_editor(self) -> None:
        """Be done with a note; the keyboard is then on it, and not on whatever stands first."""
        ref = self.editor.ref
        self.close_editor()
        if self.is_beside:
            self.margin.take_keyboard(ref)
        else:
            self.entries.choose(ref)
            self.entries.setFocus()

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
        if self.chosen is not None:
            self._remove_one(self.chosen)

    def _remove_one(self, ref: Ref) -> None:
        self.editor.forget(ref)
        self.removed.emit(ref)


def _foot(kind: str, tags: Sequence[str], *where: str) -> str:
    return " · ".join(part for part in (*where, kind, " ".join(f"#{tag}" for tag in tags)) if part)


def _short(quote: str) -> str:
    return quote if len(quote) <= _QUOTE else quote[:_QUOTE].rsplit(" ", 1)[0] + "…"
