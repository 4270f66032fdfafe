"""The dialogue in which tags and collections are looked through, renamed, merged and removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.gathering.model import READING, Collection, Tag, Thing
from animating_alliances_desktop.ui.gathering.ports import Stores
from animating_alliances_desktop.ui.gathering.presenter import Keeping, Kept
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.kinds import ICONS, names
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme


class KeepingDialog(QDialog):
    """At the left all tags and collections, at the right what lies under one, below what can be done with it."""

    def __init__(
        self,
        theme: Theme,
        stores: Stores,
        tasks: Runner,
        open_ref: Callable[[Ref], object],
        parent: QWidget,
        first: Ref | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All tags and collections"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 560)
        self._open, self._first = open_ref, first
        self._kept: dict[Ref, Tag | Collection] = {}
        self._undo: Callable[[], None] | None = None
        self.presenter = Keeping(self, stores, tasks)
        self.list = ItemList(theme, self.tr("Tags and collections"), 1)
        self.things = ItemList(theme, self.tr("What lies under it"), 1)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name"))
        self.name.setMaxLength(60)
        self.rename = button(self.tr("Rename"))
        self.into = QComboBox()
        self.into.setAccessibleName(self.tr("The one to merge into"))
        self.merge = button(self.tr("Merge into"))
        self.remove = button(self.tr("Remove"), "plain", "trash-2", theme)
        self.said = label("", "muted")
        self.back = button(self.tr("Undo"), "link")
        self._lay_out()
        self._connect()
        self.finished.connect(lambda _how: self.presenter.leave())
        self._choose()
        self.presenter.refresh()

    def show_kept(self, kept: Kept) -> None:
        """Show all of them; the chosen one stays chosen."""
        self._kept = {one.ref: one for one in kept.tags}
        self._kept |= {one.ref: one for one in kept.collections}
        called = names()
        self.list.show_rows(
            [
                Row(
                    one.ref,
                    self._name(one),
                    "",
                    str(one.things),
                    ICONS[one.ref.kind],
                    "",
                    called[one.ref.kind],
                )
                for one in self._kept.values()
            ]
        )
        first, self._first = self._first, None
        if first in self._kept:
            self.list.choose(first)
        elif self.list.current is None and self._kept:
            self.list.step(0)
        self._empty.setVisible(not self._kept)
        self._choose()

    def show_things(self, things: Sequence[Thing]) -> None:
        """Show what lies under the chosen one."""
        self.things.show_rows([Row(one.ref, one.title, "", "", ICONS[one.ref.kind]) for one in things])

    def say_done(self, undo: Callable[[], None]) -> None:
        """Offer to take back what was just done."""
        self._undo = undo
        self.said.setText(self.tr("Done."))
        self.back.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 goes to the name, Delete removes; Enter opens a thing and never closes the dialogue."""
        if event.key() == Qt.Key.Key_F2:
            self.name.setFocus()
            self.name.selectAll()
        elif event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self.remove.click()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _name(self, one: Tag | Collection) -> str:
        is_reading = isinstance(one, Collection) and one.role == READING
        return self.tr("{name} (reading list)").format(name=one.name) if is_reading else one.name

    def _choose(self) -> None:
        ref = self.list.current
        one = self._kept.get(ref) if isinstance(ref, Ref) else None
        for part in (self.name, self.rename, self.remove, self.into, self.merge):
            part.setEnabled(one is not None)
        self.name.setText(one.name if one is not None else "")
        self.into.clear()
        if one is None:
            self.show_things(())
            return
        for other in self._kept.values():
            if other.ref.kind is one.ref.kind and other.ref != one.ref:
                self.into.addItem(other.name, other.ref)
        self.merge.setEnabled(self.into.count() > 0)
        self.into.setEnabled(self.into.count() > 0)
        if isinstance(one, Collection) and one.role == READING:
            self.remove.setEnabled(False)  # the reading list is always there
            self.merge.setEnabled(False)
        self.presenter.choose(one.ref)

    def _on_current(self, call: Callable[[Ref], object]) -> None:
        if isinstance(self.list.current, Ref):
            call(self.list.current)

    def _open_thing(self, ref: Ref) -> None:
        self.accept()
        self._open(ref)

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.said.setText("")
        self.back.hide()
        if undo is not None:
            undo()

    def _connect(self) -> None:
        ask = self.presenter
        self.list.chosen.connect(lambda _ref: self._choose())
        self.things.opened.connect(self._open_thing)
        rename = lambda: self._on_current(lambda ref: ask.rename(ref, self.name.text()))  # noqa: E731
        self.rename.clicked.connect(rename)
        self.name.returnPressed.connect(rename)
        self.merge.clicked.connect(
            lambda: self._on_current(lambda ref: ask.merge(ref, self.into.currentData()))
        )
        self.remove.clicked.connect(lambda: self._on_current(ask.remove))
        self.back.clicked.connect(self._take_back)
        for one in (self.rename, self.merge, self.remove, self.back):
            one.setAutoDefault(False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 16)
        column.setSpacing(12)
        self._empty = label(
            self.tr("Nothing yet. Tag a text, a note or an alliance with Ctrl+T, or write #word in a note."),
            "muted",
        )
        column.addWidget(self._empty)
        lists = QHBoxLayout()
        lists.addWidget(self.list, 2)
        lists.addWidget(self.things, 3)
        column.addLayout(lists, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.rename)
        row.addSpacing(12)
        row.addWidget(self.merge)
        row.addWidget(self.into, 1)
        row.addSpacing(12)
        row.addWidget(self.remove)
        column.addLayout(row)
        foot = QHBoxLayout()
        foot.addWidget(self.said)
        foot.addWidget(self.back)
        foot.addStretch(1)
        close = button(self.tr("Close"), "primary")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        column.addLayout(foot)
        self.back.hide()
