"""What the user can do: rows in a table, which feed menus, shortcuts, the palette and the help alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that the user can do; `where` is the id of a page, or nothing if it works everywhere.

    The shortcut is written as Qt reads it ("Ctrl+K"); several are separated by "; ".
    """

    id: str
    title: str
    shortcut: str = ""
    where: str = ""
    icon: str = ""

    @property
    def keys(self) -> list[QKeySequence]:
        """The shortcuts, ready for Qt."""
        return [QKeySequence(keys) for keys in self.shortcut.split("; ") if keys]


class Actions(QObject):
    """The table, and which callable stands behind each row; built once, in app.py."""

    def __init__(self, rows: Iterable[Action], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, Action] = {}
        self._by_keys: dict[str, list[Action]] = {}
        self._bound: dict[str, QAction] = {}
        for row in rows:
            self.add(row)

    @property
    def rows(self) -> tuple[Action, ...]:
        """Everything that can be done, in the order of the table."""
        return tuple(self._rows.values())

    def add(self, row: Action) -> None:
        """Add a row; its id must be new, and its shortcut free wherever it works."""
        if row.id in self._rows:
            raise ValueError(f"two actions are called {row.id}")
        for keys in row.keys:
            at_these = self._by_keys.setdefault(keys.toString(), [])
            for other in at_these:
                if _meet(row, other):
                    raise ValueError(f"{row.id} and {other.id} have the same shortcut")
            at_these.append(row)
        self._rows[row.id] = row

    def bind(self, name: str, call: Callable[[], object], owner: QWidget) -> QAction:
        """Say what an action does; its shortcut works in the owner's window, or in a page of its own only."""
        row = self._rows[name]
        made = QAction(row.title, owner)
        made.setObjectName(row.id)
        made.setShortcuts(row.keys)
        made.setShortcutContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut if row.where else Qt.ShortcutContext.WindowShortcut
        )
        made.triggered.connect(lambda _on=False: call())
        made.destroyed.connect(lambda: self._forget(name, made))
        owner.addAction(made)
        self._bound[name] = made
        return made

    def get(self, name: str) -> QAction:
        """Return the bound action, for a menu or to switch it on and off; KeyError if nothing is bound."""
        return self._bound[name]

    def run(self, name: str) -> None:
        """Do it, unless it is switched off or nothing is bound."""
        if self.can_run(name):
            self._bound[name].trigger()

    def can_run(self, name: str) -> bool:
        """Whether something is bound and switched on."""
        return name in self._bound and self._bound[name].isEnabled()

    def _forget(self, name: str, gone: QAction) -> None:
        if self._bound.get(name) is gone:
            del self._bound[name]


def _meet(one: Action, other: Action) -> bool:
    """Whether two actions that have a shortcut in common would fight for it: on the same page, or one everywhere."""
    return one.where == other.where or not one.where or not other.where
