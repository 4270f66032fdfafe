"""A dialogue to put a slip right in an entry that was kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.journal.forms import laid_out
from animating_alliances_desktop.core.journal.model import Entry, Form
from animating_alliances_desktop.ui.journal.parts import PartFields
from animating_alliances_desktop.ui.journal.spelling import Minding
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme

Correct = Callable[[str, Mapping[str, str], Callable[[], None], Callable[[Exception], None]], None]
"""Puts right, then says that it is done, or why it was refused."""


class Correcting(QDialog):
    """Stays open, with what was typed, until the correction is on the disk or given up."""

    done_right = Signal()

    def __init__(
        self,
        theme: Theme,
        minding: Minding | None,
        entry: Entry,
        forms: Sequence[Form],
        correct: Correct,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Put a slip right"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "page")
        self._correct = correct
        self.title = QLineEdit(entry.draft.title)
        self.title.setAccessibleName(self.tr("Title"))
        self.title.setPlaceholderText(self.tr("A title, if you like"))
        self.parts = PartFields(theme, minding)
        written = {key: text for key, text in entry.draft.parts.items() if text.strip()}
        parts = [part for part in laid_out(forms, entry.draft.form, written) if part.key in written]
        self.parts.show_parts(parts, written)
        self.why = label("", "body")
        self.why.hide()
        self.keep = button(self.tr("Put it right"), "primary")
        self.keep.clicked.connect(self._ask)
        self.keep.setToolTip(self.tr("Keep it so (Ctrl+Return)"))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.keep.click)
        self._lay_out()
        (self.title if entry.draft.title or not parts else self.parts.first).setFocus()
        self.resize(min(680, parent.window().width() - 40), min(560, parent.window().height() - 60))

    def _ask(self) -> None:
        self.keep.setEnabled(False)
        self._correct(self.title.text(), self.parts.written(), self._settle, self._refuse)

    def _settle(self) -> None:
        self.done_right.emit()
        self.close()

    def _refuse(self, error: Exception) -> None:
        self.keep.setEnabled(True)
        if not isinstance(error, AppError):
            raise error
        self.why.setText(str(error))
        self.why.show()

    def _lay_out(self) -> None:
        about = self.tr(
            "A few letters can be put right. How the entry stood stays in sight below it; "
            "what you see differently now belongs beside it, as a later thought."
        )
        whole = QWidget()
        whole.setProperty("role", "column")
        inner = QVBoxLayout(whole)
        inner.setContentsMargins(0, 0, 12, 0)
        inner.addWidget(self.title)
        inner.addWidget(self.parts)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(whole)
        leave = button(self.tr("Cancel"))
        leave.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(label(about, "muted"))
        column.addWidget(scroll, 1)
        column.addWidget(self.why)
        column.addLayout(foot)
