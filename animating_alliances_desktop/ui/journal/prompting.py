"""The prompts beside a draft: a click puts one into the field that is being written in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.journal.model import Prompt
from animating_alliances_desktop.ui.kit.buttons import CardButton, button
from animating_alliances_desktop.ui.kit.pages import empty
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme


class _Words(CardButton):
    """A button whose words wrap."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(QSizePolicy.Policy.Minimum, parent)
        self.setAccessibleName(text)
        words = label(text)
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 11, 14, 11)
        column.addWidget(words)


class PromptPanel(QFrame):
    """A few prompts, where each of them grew from, and a way to other ones."""

    taken = Signal(str)
    """The text of a prompt that the user wants in the draft."""
    source_asked = Signal(object)
    """The Ref of the text that a prompt grew from."""
    others_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Prompts"))
        self._stops: list[QWidget] = []
        self._allowed, self._has_any = True, False
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.others = button(self.tr("Other prompts"), "quiet", "history", theme)
        self.others.clicked.connect(self.others_asked)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("To think with"), "eyebrow", wrap=False), 1)
        head.addWidget(self.others)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._list)
        column.addStretch(1)
        self.hide()

    def stops(self) -> list[QWidget]:
        """List the controls of the prompts in the order of the Tab key."""
        return [*self._stops]

    def show_prompts(self, prompts: Sequence[Prompt]) -> None:
        """Show these prompts."""
        empty(self._list)
        self._stops = []
        for prompt in prompts:
            words = _Words(prompt.text)
            words.setToolTip(self.tr("Put this into the field that you are writing in"))
            words.clicked.connect(partial(self._take, prompt.text))
            source = button(self._grew_from(prompt.grown_from), "link")
            source.clicked.connect(partial(self._ask_source, prompt.grown_from))
            self._list.addWidget(words)
            self._list.addWidget(source)
            self._stops += [words, source]
            self._list.addSpacing(8)
        self._has_any = bool(prompts)
        self.setVisible(self._has_any and self._allowed)

    def allow(self, *, on: bool) -> None:
        """Show the prompts, or leave the writer alone."""
        self._allowed = on
        self.setVisible(self._has_any and on)

    def _take(self, text: str, _on: object = None) -> None:
        self.taken.emit(text)

    def _ask_source(self, ref: Ref, _on: object = None) -> None:
        self.source_asked.emit(ref)

    def _grew_from(self, ref: Ref) -> str:
        match ref.kind:
            case Kind.CASE:
                return self.tr("Read the case it grew from")
            case Kind.PAPER:
                return self.tr("Read the paper it grew from")
            case Kind.QUESTION:
                return self.tr("Go to the question it grew from")
            case _:
                return self.tr("Read what it grew from")
