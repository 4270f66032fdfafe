"""The palette: type a few letters to do anything, or to open any text, without the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.ui.kit.actions import Action, Actions
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.shell.matching import best, is_far

_MOST_ACTIONS, _MOST_TEXTS = 40, 30
_HIGHEST = 400
_SOON = 150
"""Milliseconds until titles that are not read yet are looked for again."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


@dataclass(frozen=True, slots=True)
class Destination:
    """A text that can be opened by its title; `kind` is the word for what it is."""

    ref: Ref
    title: str
    kind: str
    icon: str = "file-text"


class CommandPalette(QDialog):
    """A field, and below it what matches: actions, then texts."""

    def __init__(
        self,
        theme: Theme,
        actions: Actions,
        titles: Callable[[], Sequence[Destination]],
        open_ref: Callable[[Ref], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Find an action or a text"))
        self.setModal(True)
        self._actions, self._titles, self._open_ref = actions, titles, open_ref
        self._window = parent
        self._later = QTimer(self, singleShot=True, interval=_SOON)
        self._later.timeout.connect(self._match_again)
        self._frame = QFrame()
        self._field = QLineEdit()
        self._list = ItemList(theme, self.tr("What matches"), lines=1, single_click=True)
        self._nothing = label(
            self.tr("Nothing is called that. Search (Ctrl+F) looks inside the texts."), "muted"
        )
        self._lay_out()
        self._field.textChanged.connect(self._match)
        self._field.installEventFilter(self)
        self._list.opened.connect(self._do)

    def show_all(self) -> None:
        """Open the palette with an empty field."""
        self._field.clear()
        self._match("")
        self._place()
        self.open()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay where it is: a window manager that is still placing it puts one that shrinks into the corner."""
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list while the field keeps the typing."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._steer(event)
        return super().eventFilter(watched, event)

    def _steer(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._list.step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do(self._list.current)
        return key in _STEPS or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)

    def _lay_out(self) -> None:
        self._field.setProperty("role", "large")
        self._field.setPlaceholderText(self.tr("What would you like to do or open?"))
        self._field.setAccessibleName(self.tr("Letters of an action or a title"))
        self._frame.setProperty("role", "palette")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        outer.addWidget(self._frame)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._field)
        column.addWidget(self._nothing)
        column.addWidget(self._list)

    def _place(self) -> None:
        window = self._window.window()
        width = min(640, window.width() - 80)
        self._frame.setFixedWidth(width)
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, 70)))

    def _fit(self) -> None:
        """Be as high as the rows need, within reason."""
        rows = self._list.model().rowCount()
        needed = sum(self._list.sizeHintForRow(row) for row in range(rows)) + 4
        self._list.setFixedHeight(min(needed, _HIGHEST, max(120, self._window.height() - 220)))

    def _match_again(self) -> None:
        if self.isVisible():
            self._match(self._field.text())

    def _match(self, typed: str) -> None:
        possible = [row for row in self._actions.rows if self._actions.can_run(row.id)]
        actions = best(typed, possible, lambda row: row.title, _MOST_ACTIONS)
        texts = self._texts(typed)
        rows = [self._action_row(row) for row in actions]
        if texts and actions and is_far(typed, actions[0].title) and not is_far(typed, texts[0].title):
            rows = []  # nobody who types a word of a title means an action that only has its letters
        rows += [Row(text.ref, text.title, "", text.kind, text.icon, "", self.tr("Texts")) for text in texts]
        self._list.show_rows(rows, keep=False)
        self._list.step(0)
        self._list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._fit()

    def _texts(self, typed: str) -> list[Destination]:
        """The texts whose titles match best."""
        if not typed.strip():
            return []
        titles = self._titles()
        if not titles:  # just after the start they are still being read
            self._later.start()
        return best(typed, titles, lambda text: text.title, _MOST_TEXTS)

    def _action_row(self, row: Action) -> Row:
        keys = row.keys[0].toString(QKeySequence.SequenceFormat.NativeText) if row.keys else ""
        return Row(row.id, row.title, "", keys, row.icon or "chevron-right", "", self.tr("Actions"))

    def _do(self, chosen: object) -> None:
        if chosen is None:
            return
        self.accept()
        if isinstance(chosen, Ref):
            self._open_ref(chosen)
        else:
            self._actions.run(str(chosen))
