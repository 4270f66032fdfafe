"""What one meant to do, each with a line for what happened."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from animating_alliances_desktop.core.book.model import plain
from animating_alliances_desktop.core.book.reading import words_of
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.followthrough.model import Intention
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.pages import Card, Section
from animating_alliances_desktop.ui.kit.text import label


class Answer(Card):
    """One intention."""

    answered = Signal(object, str)

    def __init__(self, intention: Intention, typed: str) -> None:
        super().__init__()
        sentence = plain(words_of(intention.sentence))
        self._ref = intention.ref
        self.field = QLineEdit(typed)
        self.field.setPlaceholderText(
            self.tr("What happened? A line is enough; “it did not come up” counts.")
        )
        self.field.setAccessibleName(self.tr("What happened: {sentence}").format(sentence=sentence))
        self.note = button(self.tr("Note it"))
        self.note.setAccessibleName(self.tr("Note what happened: {sentence}").format(sentence=sentence))
        self.note.setEnabled(bool(typed.strip()))
        self.field.textChanged.connect(lambda text: self.note.setEnabled(bool(text.strip())))
        for asked in (self.field.returnPressed, self.note.clicked):
            asked.connect(lambda *_: self.answered.emit(self._ref, self.field.text()))
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.note)
        self.body.addWidget(label(sentence, "reading"))
        self.body.addLayout(row)


class Intentions(Section):
    """All that are open."""

    answered = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.show_title(self.tr("You meant to"), self.tr("what happened?"))
        self._answers: dict[Ref, Answer] = {}
        self._typed: dict[Ref, str] = {}

    @property
    def typed(self) -> dict[Ref, str]:
        """What is written and not noted yet, on intentions of other alliances, too."""
        return {ref: words for ref, words in self._typed.items() if words.strip()}

    def forget(self, intention: Ref) -> None:
        """What was written on this one is noted."""
        self._typed.pop(intention, None)
        if intention in self._answers:
            self._answers[intention].field.clear()

    def show_intentions(self, intentions: Sequence[Intention]) -> None:
        """Show these; what is being written stays, and so does the keyboard."""
        if list(self._answers) != [one.ref for one in intentions]:
            held = next((ref for ref, one in self._answers.items() if one.field.hasFocus()), None)
            self.clear()
            self._answers = {one.ref: Answer(one, self._typed.get(one.ref, "")) for one in intentions}
            for ref, answer in self._answers.items():
                answer.field.textChanged.connect(partial(self._typed.__setitem__, ref))
                answer.answered.connect(self.answered)
                self.add(answer)
                answer.show()
            if held in self._answers:
                self._answers[held].field.setFocus()
        self.setVisible(bool(intentions))
