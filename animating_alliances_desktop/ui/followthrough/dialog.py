"""The dialogue in which one thing is looked at closely, and changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.followthrough.model import Action, Intention, Owner
from animating_alliances_desktop.ui.followthrough.forms import ActionForm
from animating_alliances_desktop.ui.followthrough.listing import Thing
from animating_alliances_desktop.ui.followthrough.ports import Typed
from animating_alliances_desktop.ui.followthrough.rows import said, step_words
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.folding import Folding
from animating_alliances_desktop.ui.kit.mentions import Mentions
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

_WIDTH, _STEPS, _MENTIONS = 520, 8, 150
Save = Callable[[Ref, Typed], object]


class Words(QPlainTextEdit):
    """Some lines of text; Tab leaves them, and Ctrl+Enter is the dialogue's."""

    def __init__(self, name: str, text: str, lines: int = 3) -> None:
        super().__init__(text)
        Folding(self)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 28)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+Enter to the dialogue."""
        if _keeps(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ThingDialog(QDialog):
    """Fields for what the thing has; Ctrl+Enter keeps, Escape leaves."""

    mention_opened = Signal(object)
    """The Ref of what mentions the thing; what was typed is kept first."""

    def __init__(
        self,
        theme: Theme,
        thing: Thing,
        owners: Sequence[Owner],
        save: Save,
        understood: Callable[[str], date | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._thing, self._save = thing, save
        self.setWindowTitle(self._title())
        self.resize(_WIDTH, 0)
        self.words = Words(self.tr("What"), thing.text)
        self.cue = Words(self.tr("If"), thing.cue if isinstance(thing, Intention) else "", 2)
        self.form = ActionForm(thing, owners, understood) if isinstance(thing, Action) else None
        self.mentions = Mentions(theme, highest=_MENTIONS)
        self.mentions.opened.connect(self._go)
        self.keep = button(self.tr("Keep"), "primary")
        self.keep.setToolTip(self.tr("Ctrl+Enter"))
        self.keep.setDefault(True)
        self.cancel = button(self.tr("Cancel"), "quiet")
        self.cancel.setAutoDefault(False)
        self.keep.clicked.connect(self._finish)
        self.cancel.clicked.connect(self.reject)
        self._lay_out(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Ctrl+Enter from anywhere."""
        if _keeps(event):
            self._finish()
        else:
            super().keyPressEvent(event)

    def _title(self) -> str:
        if isinstance(self._thing, Action):
            return self.tr("Action")
        if isinstance(self._thing, Intention):
            return self.tr("If-then")
        return self.tr("Decision") if self._thing.ref.kind == "decision" else self.tr("Noticing")

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        column.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        thing = self._thing
        where = f"{thing.alliance_name} · {said(thing.day, 'd MMMM yyyy')}"
        column.addWidget(label(where, "small"))
        fields = QFormLayout()
        fields.setVerticalSpacing(10)
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        if isinstance(thing, Intention):
            fields.addRow(self.tr("If"), self.cue)
            fields.addRow(self.tr("then I will"), self.words)
        else:
            self.cue.setParent(self)
            self.cue.hide()
            fields.addRow(self.words)
        if self.form is not None:
            self.form.add_to(fields)
        column.addLayout(fields)
        for words in self._history():
            column.addWidget(label(words, "small"))
        column.addWidget(self.mentions)
        row = QHBoxLayout()
        row.addWidget(self.keep)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column.addLayout(row)

    def _history(self) -> list[str]:
        thing = self._thing
        if isinstance(thing, Intention):
            return [thing.outcome] if thing.outcome else []
        if not isinstance(thing, Action):
            return []
        left_out = len(thing.steps) - _STEPS
        words = (
            self.tr("1 earlier step") if left_out == 1 else self.tr("{n} earlier steps").format(n=left_out)
        )
        earlier = [words] if left_out > 0 else []
        return earlier + [step_words(step) for step in thing.steps[-_STEPS:]]

    def _go(self, source: Ref) -> None:
        self._finish()
        if self.result() == QDialog.DialogCode.Accepted:
            self.mention_opened.emit(source)

    def _finish(self) -> None:
        text = self.words.toPlainText()
        if self.form is None:
            self._save(self._thing.ref, Typed(text, cue=self.cue.toPlainText()))
        elif (typed := self.form.typed(text)) is not None:
            self._save(self._thing.ref, typed)
        else:
            return
        self.accept()


def _keeps(event: QKeyEvent) -> bool:
    ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(ctrl) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
