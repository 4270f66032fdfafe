"""What the user can do: rows in a table, which feed menus, shortcuts, the palette and the help alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.ui.kit.theme import Theme


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
        return list(_parsed(self.shortcut))


class Actions(QObject):
    """The table, and which callable stands behind each row; built once, in app.py."""

    def __init__(self, theme: Theme, rows: Iterable[Action], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[str, Action] = {}
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
        for other in self._rows.values():
            if _meet(row, other):
                raise ValueError(f"{row.id} and {other.id} have the same shortcut")
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
        if row.icon:
            self._theme.dress(made, row.icon, "muted")
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


@cache
def _parsed(shortcut: str) -> tuple[QKeySequence, ...]:
    """Kept, because every row of the table is compared with every other while the window starts."""
    return tuple(QKeySequence(keys) for keys in shortcut.split("; ") if keys)


def _meet(one: Action, other: Action) -> bool:
    """Whether two actions would fight for a shortcut: on the same page, or one of them everywhere."""
    same_place = one.where == other.where or not one.where or not other.where
    return same_place and any(keys in _parsed(other.shortcut) for keys in _parsed(one.shortcut))
