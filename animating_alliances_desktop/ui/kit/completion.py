"""Completion of `[[`: a list of titles below the cursor, in any field of the window in which notes are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from animating_alliances_desktop.core.links.model import Goal
from animating_alliances_desktop.core.pointing import OPENING, pointer_to
from animating_alliances_desktop.ui.kit.kinds import ICONS, names
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.theme import Theme

_BEGUN = re.compile(r"\[\[([^\[\]|\n]{0,80})$")
_CLOSED = re.compile(r"\[\[(?!aa:)([^\[\]|\n]{1,80})\]\]$")
_WIDTH, _ROWS = 420, 7
_BACKWARD = QTextDocument.FindFlag.FindBackward | QTextDocument.FindFlag.FindCaseSensitively
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
Ask = Callable[[str, Callable[[Sequence[Goal]], None]], None]
"""Looks for titles with these words, off the window's thread."""


class Completion(QObject):
    """Watches whichever field has the keyboard; the list never takes it away."""

    def __init__(self, theme: Theme, window: QWidget, ask: Ask) -> None:
        super().__init__(window)
        self._window, self._ask = window, ask
        self._field: QPlainTextEdit | None = None
        self._goals: dict[object, Goal] = {}
        self._dismissed = self._typed = ""
        self._theme = theme
        self.popup: QFrame | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    @property
    def is_open(self) -> bool:
        """Whether the list is on view."""
        return self.popup is not None and self.popup.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list, Enter take a title and Escape close the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._typed = event.text()
        if self.is_open and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._steer(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        field = new if isinstance(new, QPlainTextEdit) and self._window.isAncestorOf(new) else None
        if field is self._field:
            return
        self._close()
        if self._field is not None:
            self._let_go(self._field)
        self._field = field
        if field is not None and not field.isReadOnly():
            field.installEventFilter(self)
            field.textChanged.connect(self._look)
            field.cursorPositionChanged.connect(self._look)
            field.destroyed.connect(self._forget)

    def _let_go(self, field: QPlainTextEdit) -> None:
        field.removeEventFilter(self)
        for signal, slot in (
            (field.textChanged, self._look),
            (field.cursorPositionChanged, self._look),
            (field.destroyed, self._forget),
        ):
            signal.disconnect(slot)

    def _forget(self) -> None:
        self._field = None
        self._close()

    def _look(self) -> None:
        """Ask for titles if a link is begun before the cursor, or was closed there by hand."""
        begun = self._before(_BEGUN)
        closed = self._before(_CLOSED) if self._typed == "]" else None  # what was undone stays so
        if closed is not None:
            self._ask(closed, lambda goals: self._resolve(closed, goals))
        if begun is None or begun == self._dismissed:
            self._close()
        else:
            self._dismissed = ""
            self._ask(begun, lambda goals: self._show(begun, goals))

    def _before(self, wanted: re.Pattern[str]) -> str | None:
        """The words of a link that stands just before the cursor."""
        if self._field is None or not self._field.hasFocus():
            return None
        cursor = self._field.textCursor()
        before = cursor.block().text().encode("utf-16-le")[: cursor.positionInBlock() * 2].decode("utf-16-le")
        found = wanted.search(before) if OPENING in before else None
        return found[1] if found is not None else None

    def _resolve(self, closed: str, goals: Sequence[Goal]) -> None:
        """Make a link of a name that was typed to its end, if just one thing is called so."""
        called = [goal for goal in goals if goal.title.casefold() == " ".join(closed.split()).casefold()]
        if len(called) == 1 and self._field is not None:
            self._put(called[0], f"{OPENING}{closed}]]")

    def _show(self, asked: str, goals: Sequence[Goal]) -> None:
        if self._field is None or self._before(_BEGUN) != asked:
            return
        called = names()
        self._goals = {goal.ref: goal for goal in goals}
        popup, titles = self._make() if self.popup is None else (self.popup, self.list)
        titles.show_rows(
            [Row(goal.ref, goal.title, "", called[goal.ref.kind], ICONS[goal.ref.kind]) for goal in goals],
            keep=False,
        )
        popup.setVisible(bool(goals))
        if goals:
            titles.step(0)
            popup.setGeometry(self._room_for(self._field, titles))
            popup.raise_()

    def _room_for(self, field: QPlainTextEdit, titles: ItemList) -> QRect:
        """Below the cursor, above it where there is no room below."""
        rows = min(_ROWS, titles.model().rowCount())
        height = sum(titles.sizeHintForRow(row) for row in range(rows)) + 12
        width = min(_WIDTH, self._window.width() - 20)
        cursor = field.cursorRect()
        below = field.viewport().mapTo(self._window, cursor.bottomLeft() + QPoint(0, 4))
        above = field.viewport().mapTo(self._window, cursor.topLeft()).y() - height - 4
        top = below.y() if below.y() + height < self._window.height() else max(0, above)
        return QRect(min(below.x(), self._window.width() - width - 10), top, width, height)

    def _make(self) -> tuple[QFrame, ItemList]:
        """Make the list when it is first needed."""
        popup = QFrame(self._window)
        popup.setProperty("role", "palette")
        popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        titles = ItemList(self._theme, self.tr("Things to link to"), 1, single_click=True)
        titles.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys reach it from the field
        titles.opened.connect(self._take)
        column = QVBoxLayout(popup)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(titles)
        self.popup, self.list = popup, titles
        return popup, titles

    def _close(self) -> None:
        if self.popup is not None:
            self.popup.hide()

    def _steer(self, key: Qt.Key) -> bool:
        if key in _STEPS:
            self.list.step(_STEPS[key])
        elif key in _TAKES:
            self._take(self.list.current)
        elif key == Qt.Key.Key_Escape:
            self._dismissed = self._before(_BEGUN) or ""
            self._close()
        else:
            return False
        return True

    def _take(self, ref: object) -> None:
        goal, begun = self._goals.get(ref), self._before(_BEGUN)
        if goal is None or begun is None:
            return
        self._close()
        self._put(goal, f"{OPENING}{begun}")

    def _put(self, goal: Goal, typed: str) -> None:
        """Put a link in the place of what was typed last before the cursor."""
        if self._field is None:
            return
        here = self._field.textCursor()
        there = self._field.document().find(typed, here, _BACKWARD)
        if there.block() == here.block():
            there.insertText(pointer_to(goal.ref, goal.title))
