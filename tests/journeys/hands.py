"""What a person does before the window: looks, finds a thing by its name, presses, types, chooses from a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QModelIndex, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QPlainTextEdit,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.app import App
from tests.journeys.running import settle

W = TypeVar("W", bound=QWidget)
PATIENCE = 8_000
KEY, NONE, CTRL = Qt.Key, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
FIELDS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox)
TEXTS = (
    QLabel,
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QComboBox,
    QAbstractSpinBox,
    QListView,
)


class Hands:
    """Hands and eyes; everything waits until it can be done, or fails after some seconds."""

    def __init__(self, qtbot: QtBot, app: App) -> None:
        self._qtbot, self.app = qtbot, app

    # Looking

    @property
    def window(self) -> QWidget:
        """The window on top: a menu, a dialogue, or else the main window."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.main

    @property
    def main(self) -> QMainWindow:
        """The main window."""
        return self.app.window

    @property
    def page(self) -> str:
        """The id of the page that is on view."""
        return self.app.window.current

    @property
    def held(self) -> str:
        """The accessible name of what has the keyboard."""
        return name_of(QApplication.focusWidget())

    def text(self) -> str:
        """All words that can be seen at this moment."""
        seen = (one for one in self.window.findChildren(QWidget) if one.isVisible())
        return "\n".join(line for one in seen if isinstance(one, TEXTS) for line in words_of(one))

    def sees(self, *words: str) -> None:
        """Wait until all these words are on view."""

        def looks() -> None:
            text = self.text()
            missing = [one for one in words if one not in text]
            assert not missing, f"{missing} not among: {text}"

        self.wait(looks)

    def misses(self, *words: str) -> None:
        """Wait until none of these words is on view."""
        self.wait(lambda: not any(one in self.text() for one in words))

    def wait(self, until: Callable[[], bool | None]) -> None:
        """Wait until something holds (a callable that answers, or that asserts)."""
        self._qtbot.waitUntil(until, timeout=PATIENCE)

    def _wake(self) -> None:
        """Do what a window manager does: give the keyboard to the window on top."""
        if QApplication.activePopupWidget() is None and not self.window.isActiveWindow():
            self.window.activateWindow()
            self.wait(lambda: self.window.isActiveWindow())

    def arrives(self, page: str) -> None:
        """Wait until this page is on view."""
        self.wait(lambda: self.page == page)

    def settle(self) -> None:
        """Wait until no work is under way."""
        settle(self._qtbot, self.app)

    # Doing

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Hit a key where the keyboard is."""
        self._wake()
        for _ in range(times):
            QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def type_in(self, words: str) -> None:
        """Type where the keyboard is; the letters must be plain ones."""
        self._wake()
        assert words.isascii(), "QTest aborts the process at other letters"
        QTest.keyClicks(QApplication.focusWidget() or self.window, words)

    def write(self, name: str, words: str) -> None:
        """Go to the field of this name and type into it."""
        self._wake()
        self._seek(FIELDS, name).setFocus(Qt.FocusReason.TabFocusReason)
        self.wait(lambda: self.held == name)
        self.type_in(words)

    def press(self, name: str) -> None:
        """Press the button with this word, or with this accessible name."""
        button = self.find(QAbstractButton, name)
        self.wait(button.isEnabled)
        QTest.mouseClick(button, LEFT)

    def go(self, page: str) -> None:
        """Go to a page by its key, and wait until it stands."""
        self.app.actions.run(f"go.{page}")
        self.arrives(page)
        self.settle()

    def pick(self, field: str, choice: str) -> None:
        """Choose from a field that drops down, with the arrow keys."""
        combo = self.find(QComboBox, field)
        at = combo.findText(choice)
        assert at >= 0, [combo.itemText(n) for n in range(combo.count())]
        combo.setFocus()
        steps = at - combo.currentIndex()
        self.key(KEY.Key_Down if steps > 0 else KEY.Key_Up, times=abs(steps))
        assert combo.currentText() == choice

    def choose(self, name: str, words: str, *, key: Qt.Key | None = None) -> None:
        """Click on the row with these words in the list of this name, and hit a key on it."""
        view, row = self._row(name, words)
        QTest.mouseClick(view.viewport(), LEFT, NONE, view.visualRect(row).center())
        if key is not None:
            QTest.keyClick(view, key)

    def open(self, name: str, words: str) -> None:
        """Walk to the row with these words in the list of this name, and hit Enter: some lists open at a click."""
        view, row = self._row(name, words)
        view.setFocus()
        view.setCurrentIndex(row)
        QTest.keyClick(view, KEY.Key_Return)

    def _row(self, name: str, words: str) -> tuple[QListView, QModelIndex]:
        view = self.find(QListView, name)

        def row() -> QModelIndex:
            return next((index for index in indexes(view) if words in spoken(index)), QModelIndex())

        self.wait(lambda: row().isValid())
        view.scrollTo(row())
        return view, row()

    def rows(self, name: str) -> list[str]:
        """What a list says, with its headings."""
        return [spoken(index) for index in indexes(self.find(QListView, name))]

    # Finding

    def find(self, kind: type[W], name: str) -> W:
        """Find the thing of this kind that is on view under this name, as soon as it is."""
        found = self._seek((kind,), name)
        assert isinstance(found, kind)
        return found

    def _seek(self, kinds: tuple[type, ...], name: str) -> QWidget:

        def found() -> QWidget | None:
            with suppress(RuntimeError):  # rebuilt while we looked
                for one in self.window.findChildren(QWidget):
                    if isinstance(one, kinds) and one.isVisible() and name in (name_of(one), plain(one)):
                        return one
            return None

        def there() -> None:
            assert found() is not None, f"no {kinds} “{name}” among: {self.text()}"

        self.wait(there)
        one = found()
        assert one is not None
        return one

    @property
    def sheet(self) -> QTextBrowser:
        """The paper that a text is read on."""
        return self.find(QTextBrowser, "The text")


def drop(hands: Hands, paths: Sequence[Path]) -> None:
    """Drop files on the window, as a file manager would."""
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (Qt.DropAction.CopyAction, held, LEFT, NONE)
    where = hands.main.rect().center()
    QApplication.sendEvent(hands.main.windowHandle(), QDragEnterEvent(where, *how))
    hands.sees("Drop them here")
    QApplication.sendEvent(hands.main.windowHandle(), QDropEvent(QPointF(where), *how))
    hands.misses("Drop them here")


def name_of(widget: QWidget | None) -> str:
    """What a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget) if widget is not None else None
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def plain(widget: QWidget) -> str:
    """The word on a button."""
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def indexes(view: QListView) -> Iterator[QModelIndex]:
    """All lines of a list."""
    model = view.model()
    return (model.index(at, 0) for at in range(model.rowCount()))


def spoken(index: QModelIndex) -> str:
    """What a line of a list says."""
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data() or "")


def words_of(widget: QWidget) -> list[str]:
    """The words that a widget shows."""
    match widget:
        case QListView():
            return [spoken(index) for index in indexes(widget)]
        case QPlainTextEdit() | QTextEdit():
            return widget.toPlainText().splitlines()
        case QComboBox():
            return [widget.currentText()]
        case QAbstractButton():
            return [widget.text(), widget.accessibleName()]
        case QLabel() | QLineEdit() | QAbstractSpinBox():
            return [widget.text()]
    return []
