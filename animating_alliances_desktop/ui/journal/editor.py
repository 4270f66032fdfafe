"""The editor of a draft: details, title, the parts to write in, prompts beside them, and how far saving got."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from animating_alliances_desktop.core.alliances.model import Alliance, Meeting
from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.core.journal.forms import carried, laid_out
from animating_alliances_desktop.core.journal.model import Draft, Form, Part, Prompt
from animating_alliances_desktop.ui.journal.afterwards import Afterwards
from animating_alliances_desktop.ui.journal.details import Details
from animating_alliances_desktop.ui.journal.foot import Foot
from animating_alliances_desktop.ui.journal.parts import PartFields
from animating_alliances_desktop.ui.journal.prompting import PromptPanel
from animating_alliances_desktop.ui.journal.spelling import Minding
from animating_alliances_desktop.ui.journal.texts import GrowingText
from animating_alliances_desktop.ui.kit.pages import MARGIN
from animating_alliances_desktop.ui.kit.theme import Theme

_BESIDE = 700
_PROMPTS = 250
_MEASURE = 720
"""The width of the text where nothing is beside it."""
_ROOM_BELOW = 60
"""How far the cursor stays from the lower edge."""


class Editor(QWidget):
    """Takes what is written, and tells of each change."""

    typed = Signal()
    laid_out = Signal()
    """Another draft, form or alliance: other things lie beside it."""
    part_entered = Signal(object)
    """The Part that the keyboard came to: its prompts are wanted."""
    meeting_wanted = Signal(object)
    """The Ref of the meeting whose people are to be shown, or None."""

    def __init__(self, theme: Theme, minding: Minding | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.details = Details(theme)
        self.title = QLineEdit()
        self.title.setProperty("role", "title")
        self.title.setPlaceholderText(self.tr("A title, if you like"))
        self.title.setAccessibleName(self.tr("Title"))
        self.parts = PartFields(theme, minding)
        self.afterwards = Afterwards()
        self._forms: Sequence[Form] = ()
        self.prompts = PromptPanel(theme)
        self.foot = Foot(theme)
        self._last = ""
        self._follow = QTimer(self, singleShot=True, interval=0)
        self._followed: GrowingText | None = None
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

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Offer the people of the meeting to be ticked off."""
        self.afterwards.show_meeting(meeting)
        self._order_tabs()

    def show_draft(self, draft: Draft) -> None:
        """Show a draft."""
        self._last = ""
        self.details.show_draft(draft)
        self.afterwards.show_draft(draft)
        self._show_parts(draft.parts)
        with QSignalBlocker(self.title):
            self.title.setText(draft.title)
        self._scroll.verticalScrollBar().setValue(0)
        self._order_tabs()
        self.laid_out.emit()
        self.meeting_wanted.emit(draft.meeting)

    def written(self) -> Draft:
        """Tell what is written now."""
        if self.details.alliance is None:
            raise RuntimeError("no draft is shown")
        return Draft(
            alliance=self.details.alliance,
            day=self.details.day,
            form=self.details.forms.chosen,
            title=self.title.text(),
            minutes=self.afterwards.minutes.minutes,
            parts=self.parts.written(),
            meeting=self.details.meetings.chosen,
            energy=self.afterwards.energy.value,
            trust=self.afterwards.trust.value,
        )

    def show_prompts(self, prompts: Sequence[Prompt]) -> None:
        """Offer these prompts."""
        self.prompts.show_prompts(prompts)
        self._order_tabs()

    def hold(self, *, on: bool) -> None:
        """Take no typing."""
        for part in (self.details, self._scroll, self.foot.signs, self.foot.keep, self.foot.delete):
            part.setEnabled(not on)

    @property
    def written_in(self) -> GrowingText:
        """The field in which somebody writes, or wrote last."""
        return self.parts.field(self._last)

    def sign(self, kind: Kind) -> None:
        """Begin the line that is being written with a sign."""
        self.written_in.sign(kind)
        self.written_in.setFocus(Qt.FocusReason.OtherFocusReason)

    def be_quiet(self, *, on: bool) -> None:
        """Show nothing but the text."""
        for part in (self.details, self.afterwards, self.foot.signs, self.foot.delete, self.foot.keep):
            part.setVisible(not on)
        self.prompts.allow(on=not on)
        self._margin.setContentsMargins(*((MARGIN, 24, MARGIN, 0) if on else (28, 0, MARGIN - 12, 0)))
        self._words.setMaximumWidth(_MEASURE if on else 16777215)

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
        self._sides.addWidget(self._fields(), 1)
        self._sides.addWidget(self.prompts)
        self._whole, self._scroll = whole, QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(whole)
        self._margin = column = QVBoxLayout(self)
        column.setContentsMargins(28, 0, MARGIN - 12, 0)
        column.setSpacing(8)
        column.addWidget(self.details)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.foot)

    def _fields(self) -> QWidget:
        self._words = QWidget()
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.title, self.parts, self.afterwards):
            column.addWidget(part)
        column.addStretch(1)
        return self._words

    def _connect(self) -> None:
        self.details.edited.connect(self.typed)
        self.details.form_changed.connect(self._change_form)
        self.details.meeting_changed.connect(self.meeting_wanted)
        self.details.edited.connect(self.laid_out)
        self.afterwards.edited.connect(self.typed)
        self.title.textEdited.connect(lambda _text: self.typed.emit())
        self.foot.signs.chosen.connect(self.sign)
        self.parts.typed.connect(self.typed)
        self.parts.entered.connect(self._enter)
        self.parts.wandered.connect(self._keep_in_view)
        self.prompts.taken.connect(self._take_prompt)
        self._follow.timeout.connect(self._scroll_to_cursor)

    def _enter(self, key: str) -> None:
        if key != self._last:
            self._last = key
            self.part_entered.emit(self.part)

    @property
    def part(self) -> Part | None:
        """The part in which somebody writes."""
        parts = (part for form in self._forms for part in form.parts)
        return next((part for part in parts if part.key == self._last), None)

    def _take_prompt(self, text: str) -> None:
        self.written_in.put_prompt(text)
        self.written_in.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change_form(self, form: str) -> None:
        self._show_parts(carried(self._forms, form, self.parts.written()))
        self._order_tabs()

    def _show_parts(self, texts: Mapping[str, str]) -> None:
        self.parts.show_parts(laid_out(self._forms, self.details.forms.chosen, texts), texts)

    def _keep_in_view(self, field: GrowingText) -> None:
        """The field is as high as its text and does not scroll: what lies around it does, once it has grown."""
        if field.hasFocus():
            self._followed = field
            self._follow.start()

    def _scroll_to_cursor(self) -> None:
        field, self._followed = self._followed, None
        if field is not None and field.isVisible():
            at = field.viewport().mapTo(self._whole, field.cursorRect().center())
            self._scroll.ensureVisible(at.x(), at.y(), 0, _ROOM_BELOW)

    def _order_tabs(self) -> None:
        stops = [*self.details.stops(), self.title, *self.parts, *self.foot.stops(), *self.afterwards.stops()]
        stops += [self.prompts.others, *self.prompts.stops()]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)
