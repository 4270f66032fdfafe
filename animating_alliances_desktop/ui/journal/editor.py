"""The editor of a draft: details, title, the fields to write in, prompts beside them, and how far saving got."""

from __future__ import annotations

from collections.abc import Sequence
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
from animating_alliances_desktop.core.journal.model import Draft, Form, Prompt
from animating_alliances_desktop.ui.journal.details import Details
from animating_alliances_desktop.ui.journal.prompting import PromptPanel
from animating_alliances_desktop.ui.journal.texts import GrowingText
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.pages import MARGIN
from animating_alliances_desktop.ui.kit.stateline import StateLine
from animating_alliances_desktop.ui.kit.text import label
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
        self.what = GrowingText(theme, self.tr("What happened?"), 4)
        self.so_what = GrowingText(theme, self.tr("So what?"), 3)
        self.now_what = GrowingText(theme, self.tr("Now what?"), 3)
        self.free = GrowingText(theme, self.tr("Free text"), 12)
        self.prompts = PromptPanel(theme)
        self.foot = Foot(theme)
        self._last = self.what
        self._lay_out()
        self._connect()
        self._order_tabs()

    def show_alliances(self, alliances: Sequence[Alliance]) -> None:
        """Offer these alliances."""
        self.details.show_alliances(alliances)

    def show_draft(self, draft: Draft) -> None:
        """Show a draft."""
        self.details.show_draft(draft)
        shown = {
            self.what: draft.what,
            self.so_what: draft.so_what,
            self.now_what: draft.now_what,
            self.free: draft.free,
        }
        for field, text in shown.items():
            with QSignalBlocker(field):
                field.setPlainText(text)
        with QSignalBlocker(self.title):
            self.title.setText(draft.title)
        self._show_form(draft.form)
        self._scroll.verticalScrollBar().setValue(0)

    def written(self) -> Draft:
        """Tell what is written now."""
        alliance, day, minutes, form = self.details.written()
        return Draft(
            alliance=alliance,
            day=day,
            form=form,
            minutes=minutes,
            title=self.title.text(),
            what=self.what.toPlainText(),
            so_what=self.so_what.toPlainText(),
            now_what=self.now_what.toPlainText(),
            free=self.free.toPlainText(),
        )

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
        return self.free if self.details.form is Form.FREE else self.what

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
        self._three = QWidget()
        three = QVBoxLayout(self._three)
        three.setContentsMargins(0, 0, 0, 0)
        three.setSpacing(5)
        hints = (
            (
                self.what,
                self.tr("What happened?"),
                self.tr("Who was there, what was said, what surprised you"),
            ),
            (
                self.so_what,
                self.tr("So what?"),
                self.tr("What it may mean for the alliance, and for you in it"),
            ),
            (self.now_what, self.tr("Now what?"), self.tr("One thing to try, to ask or to leave alone")),
        )
        for field, name, hint in hints:
            three.addWidget(label(name, "subheading", wrap=False))
            field.setPlaceholderText(hint)
            three.addWidget(field)
            three.addSpacing(8)
        self.free.setPlaceholderText(self.tr("Whatever you want to remember, in your own order"))
        column.addWidget(self._three)
        column.addWidget(self.free)
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        self.details.edited.connect(self.typed)
        self.details.form_changed.connect(self._show_form)
        self.title.textEdited.connect(lambda _text: self.typed.emit())
        for field in (self.what, self.so_what, self.now_what, self.free):
            field.textChanged.connect(self.typed)
            field.entered.connect(lambda field=field: setattr(self, "_last", field))
        self.prompts.taken.connect(self._take_prompt)

    def _take_prompt(self, text: str) -> None:
        field = self._last if self._last.isVisibleTo(self) else self.first_field()
        field.put_prompt(text)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self, form: Form) -> None:
        self._three.setVisible(form is Form.THREE)
        self.free.setVisible(form is Form.FREE)

    def _order_tabs(self) -> None:
        texts = [self.title, self.what, self.so_what, self.now_what, self.free]
        stops = [*self.details.stops(), *texts, self.foot.keep, self.foot.delete, self.prompts.others]
        stops += self.prompts.stops()
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)
