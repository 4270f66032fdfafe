"""What may be meant by a misspelt word: offered on a right click, or by a key where the cursor is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from animating_alliances_desktop.core.changes import Changes, Kind
from animating_alliances_desktop.ui.journal.lighting import select, word_under
from animating_alliances_desktop.ui.kit.runner import Runner


class Dictionary(Protocol):
    """Knows words; it is loaded and asked for suggestions off the window's thread."""

    @property
    def is_ready(self) -> bool:
        """Whether words can be looked up."""

    def load(self) -> bool:
        """Read what is needed; False where there is no speller."""

    def know_names(self) -> bool:
        """Read the names that are no slips; whether there are other ones now."""

    def wrong_in(self, line: str) -> list[tuple[int, int]]:
        """Where the words of a line begin and end that are not known."""

    def suggest(self, word: str) -> list[str]:
        """What may be meant."""

    def learn(self, word: str) -> None:
        """Know a word from now on."""


class Minding(QObject):
    """Minds the spelling of all fields of the journal."""

    changed = Signal()
    """Other words are known now: look at the fields again."""

    def __init__(
        self, dictionary: Dictionary | None, wanted: Callable[[], bool], tasks: Runner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._dictionary, self._wanted, self._tasks = dictionary, wanted, tasks
        self._loading = False

    @property
    def speller(self) -> Dictionary | None:
        """What knows words now: nothing while it is being loaded, or where spelling is left alone."""
        held = self._dictionary
        return held if held is not None and held.is_ready and self._wanted() else None

    def wake(self) -> None:
        """Load the dictionary, once somebody writes."""
        if self._dictionary is not None and self._wanted() and not self._loading:
            self._loading = True
            self._tasks.read(self._dictionary.load, lambda _there: self.changed.emit(), "journal.spelling")

    def heed(self, changes: Changes) -> None:
        """Know the names of now, once somebody was added or is called otherwise."""
        speller = self.speller
        if speller is not None and changes.touch(Kind.ALLIANCE, Kind.ORGANISATION, Kind.PERSON):
            self._tasks.read(speller.know_names, self._look_again, "journal.names")

    def _look_again(self, others: bool) -> None:  # noqa: FBT001 -- as the reading has it
        if others:
            self.changed.emit()

    def offer(self, field: QPlainTextEdit, at: QTextCursor, where: QPoint) -> None:
        """Show a menu with what may be meant by the word at a cursor, and with what can be done with any text."""
        line, speller = at.block().text(), self.speller
        found = (
            word_under(line, at.positionInBlock(), speller.wrong_in(line)) if speller is not None else None
        )
        if found is None or speller is None:
            self._show(field, where, at, [])
            return
        select(at, *found)
        word = at.selectedText()
        self._tasks.read(
            partial(speller.suggest, word),
            lambda meant: self._show(field, where, at, meant),
            "journal.suggestions",
        )

    def _show(self, field: QPlainTextEdit, where: QPoint, word: QTextCursor, meant: list[str]) -> None:
        menu = field.createStandardContextMenu()
        menu.setObjectName("spelling")
        first = menu.actions()[0] if menu.actions() else None
        if word.hasSelection():
            self._add(menu, first, field, word, meant)
        menu.popup(where)
        menu.aboutToHide.connect(menu.deleteLater)

    def _add(
        self, menu: QMenu, first: object, field: QPlainTextEdit, word: QTextCursor, meant: list[str]
    ) -> None:
        deeds: list[tuple[str, Callable[[], object]]] = [
            (one, partial(_put, field, word, one)) for one in meant
        ]
        if not meant:
            deeds.append((self.tr("Nothing like it is in the dictionary"), lambda: None))
        spelt = word.selectedText()
        deeds.append((self.tr("Remember “{word}”").format(word=spelt), partial(self._learn, spelt)))
        made = []
        for text, deed in deeds:
            action = menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, deed=deed: deed())
            menu.removeAction(action)
            made.append(action)
        if first is not None:
            menu.insertActions(first, made)  # type: ignore[arg-type]
            menu.insertSeparator(first)  # type: ignore[arg-type]

    def _learn(self, word: str) -> None:
        held = self._dictionary

        def work() -> Changes:
            assert held is not None
            held.learn(word)
            return Changes()

        self._tasks.write(work, lambda _changes: self.changed.emit())


def _put(field: QPlainTextEdit, word: QTextCursor, text: str) -> None:
    word.insertText(text)
    field.setTextCursor(word)
