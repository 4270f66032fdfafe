"""The editor of a draft: details, title, the fields to write in, prompts beside them, and how far saving got."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.core.journal.forms import carried, laid_out
from animating_alliances_desktop.core.journal.model import Draft, Form, Prompt
from animating_alliances_desktop.ui.journal.details import Details
from animating_alliances_desktop.ui.journal.parts import PartFields
from animating_alliances_desktop.ui.journal.prompting import PromptPanel
from animating_alliances_desktop.ui.journal.texts import GrowingText
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.pages import MARGIN
from animating_alliances_desktop.ui.kit.stateline import StateLine
from animating_alliances_desktop.ui.kit.theme import Theme

AFTER_KEY, AT_LATEST, TRY_AGAIN = 600, 1000, 5000
"""Milliseconds from the last key, and from the first unsaved one, to the save; and from a failure to the next."""
_BESIDE = 700
_PROMPTS = 250


class Pace(QObject):
    """Tells when it is time to save: shortly after the last key, and soon after the first unsaved one."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timers = [
            QTimer(self, singleShot=True, interval=interval) for interval in (AFTER_KEY, AT_LATEST, TRY_AGAIN)
        ]
        self._rest, self._latest, self._again = self._timers
        for timer in self._timers:
            timer.timeout.connect(self._ring)

    def key(self) -> None:
        """Be told of a keystroke."""
        self._rest.start()
        if not self._latest.isActive():
            self._latest.start()

    def failed(self) -> None:
        """Be told that a save failed."""
        self._again.start()

    def stop(self) -> None:
        """Wait for nothing any more."""
        for timer in self._timers:
            timer.stop()

    def _ring(self) -> None:
        self.stop()
        self.due.emit()


class Foot(QWidget):
    """The line below a draft: how far saving got, and what can be done with the whole."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = StateLine()
        self.delete = button(self.tr("Delete"), "quiet", "trash-2", theme)
        self.keep = button(self.tr("Keep"), "primary", "check", theme)
        self.keep.setToolTip(self.tr("Let the entry stand as it is (Ctrl+Return)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 12, 14)
        row.setSpacing(10)
        row.addWidget(self.state, 1)
        row.addWidget(self.delete)
        row.addWidget(self.keep)


class Editor(QWidget):
    """Takes what is written, and tells of each change."""

    typed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.details = Details(theme)
        self.title = QLineEdit()
        self.title.setProperty("role", "title")
        self.title.setPlaceholderText(self.tr("A title, if you like"))
        self.title.setAccessibleName(self.tr("Title"))
        self.parts = PartFields(theme)
        self._forms: Sequence[Form] = ()
        self.prompts = PromptPanel(theme)
        self.foot = Foot(theme)
        self._last = ""
        self._show_parts({})
        self._lay_out()
        self._connect()
        self._order_tabs()

    def show_alliances(self, alliances: Sequence[Alliance]) -> None:
        """Offer these alliances."""
        self.details.show_alliances(alliances)

    def show_forms(self, forms: Sequence[Form]) -> None:
        """Offer these forms; what is written stays."""
        if tuple(forms) != tuple(self._forms):
            self._forms = forms
            self.details.forms.show_forms(forms)
            self._show_parts(self.parts.written())
            self._order_tabs()

    def show_draft(self, draft: Draft) -> None:
        """Show a draft."""
        self.details.show_draft(draft)
        self._show_parts(draft.parts)
        with QSignalBlocker(self.title):
            self.title.setText(draft.title)
        self._scroll.verticalScrollBar().setValue(0)
        self._order_tabs()

    def written(self) -> Draft:
        """Tell what is written now."""
        alliance, day, minutes, form = self.details.written()
        return Draft(alliance, day, form, self.title.text(), minutes, self.parts.written())

    def show_prompts(self, prompts: Sequence[Prompt]) -> None:
        """Offer these prompts."""
        self.prompts.show_prompts(prompts)
        self._order_tabs()

    def hold(self, *, on: bool) -> None:
        """Take no typing."""
        for part in (self.details, self._scroll, self.foot.keep, self.foot.delete):
            part.setEnabled(not on)

    def first_field(self) -> GrowingText:
        """Return the field where writing begins."""
        return self.parts.first

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the prompts below the fields where there is no room beside them."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE
        self._sides.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self.prompts.setMinimumWidth(_PROMPTS if beside else 0)
        self.prompts.setMaximumWidth(_PROMPTS if beside else 16777215)

    def _lay_out(self) -> None:
        whole = QWidget()
        whole.setProperty("role", "column")
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        self._sides.setContentsMargins(0, 4, 12, 20)
        self._sides.setSpacing(28)
        self._sides.addLayout(self._fields(), 1)
        self._sides.addWidget(self.prompts)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 0, MARGIN - 12, 0)
        column.setSpacing(8)
        column.addWidget(self.details)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.foot)

    def _fields(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.parts)
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        self.details.edited.connect(self.typed)
        self.details.form_changed.connect(self._change_form)
        self.title.textEdited.connect(lambda _text: self.typed.emit())
        self.parts.typed.connect(self.typed)
        self.parts.entered.connect(lambda key: setattr(self, "_last", key))
        self.prompts.taken.connect(self._take_prompt)

    def _take_prompt(self, text: str) -> None:
        field = self.parts.field(self._last)
        field.put_prompt(text)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change_form(self, form: str) -> None:
        self._show_parts(carried(self._forms, form, self.parts.written()))
        self._order_tabs()

    def _show_parts(self, texts: Mapping[str, str]) -> None:
        self.parts.show_parts(laid_out(self._forms, self.details.forms.chosen, texts), texts)

    def _order_tabs(self) -> None:
        stops = [
            *self.details.stops(),
            self.title,
            *self.parts,
            self.foot.keep,
            self.foot.delete,
            self.prompts.others,
        ]
        stops += self.prompts.stops()
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)
