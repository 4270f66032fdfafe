"""The whole reading list: opened, put into another order, and shortened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.library.model import Queued
from animating_alliances_desktop.ui.kit.buttons import button, icon_button
from animating_alliances_desktop.ui.kit.kinds import ICONS
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.kit.times import reading_time


class Store(Protocol):
    """Where the list is kept."""

    def listed(self) -> list[Queued]:
        """All texts on the list, in its order."""

    def move(self, ref: Ref, by: int) -> Changes:
        """Move a text up or down."""

    def remove(self, ref: Ref) -> tuple[Changes, UUID]:
        """Take a text off the list."""

    def restore(self, batch: UUID) -> Changes:
        """Bring it back."""


class ReadingListDialog(QDialog):
    """Enter opens, Alt with the arrows moves, Delete takes off, and what was taken off can be put back."""

    def __init__(
        self, theme: Theme, store: Store, tasks: Runner, open_ref: Callable[[Ref], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Your reading list"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 460)
        self._store, self._tasks, self._open = store, tasks, open_ref
        self._gone: UUID | None = None
        self.list = ItemList(theme, self.tr("Your reading list"), lines=1)
        self.up = icon_button(theme, "chevron-up", self.tr("Move up (Alt+Up)"))
        self.down = icon_button(theme, "chevron-down", self.tr("Move down (Alt+Down)"))
        self.remove = icon_button(theme, "trash-2", self.tr("Take off the list (Delete)"))
        self.back = button(self.tr("Put it back"), "link")
        self.back.hide()
        self.close_button = button(self.tr("Close"), "primary")
        self._lay_out()
        self.list.opened.connect(self._read)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._remove)
        self.back.clicked.connect(self._restore)
        self.close_button.clicked.connect(self.accept)
        for keys, act in (
            ("Alt+Up", lambda: self._move(-1)),
            ("Alt+Down", lambda: self._move(1)),
            ("Delete", self._remove),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._refresh()

    def _show(self, texts: Sequence[Queued]) -> None:
        self.list.show_rows([self._row(text) for text in texts])
        if self.list.current is None:
            self.list.step(0)
        self._empty.setVisible(not texts)
        for one in (self.up, self.down, self.remove):
            one.setEnabled(bool(texts))

    def _row(self, text: Queued) -> Row:
        meta = reading_time(text.minutes)
        if text.fraction > 0:
            meta = self.tr("{percent} % read · {time}").format(percent=round(text.fraction * 100), time=meta)
        return Row(text.ref, text.title, meta=meta, icon=ICONS[text.ref.kind])

    def _read(self, ref: Ref) -> None:
        self.accept()
        self._open(ref)

    def _refresh(self, _changes: Changes | None = None) -> None:
        self._tasks.read(self._store.listed, self._show, "today.reading_list")

    def _move(self, by: int) -> None:
        ref = self.list.current
        if isinstance(ref, Ref):
            self._tasks.write(lambda: self._store.move(ref, by), self._refresh)

    def _remove(self) -> None:
        ref = self.list.current
        if not isinstance(ref, Ref):
            return

        def work() -> Changes:
            changes, self._gone = self._store.remove(ref)
            return changes

        def tell(changes: Changes) -> None:
            self.back.show()
            self._refresh(changes)

        self._tasks.write(work, tell)

    def _restore(self) -> None:
        batch, self._gone = self._gone, None
        self.back.hide()
        self.list.setFocus()
        if batch is not None:
            self._tasks.write(lambda: self._store.restore(batch), self._refresh)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Your reading list"), "heading"))
        self._empty = label(
            self.tr("Nothing is on it. In the reader or the library, Ctrl+D puts a text here."), "muted"
        )
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        for one in (self.up, self.down, self.remove, self.back):
            row.addWidget(one)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
