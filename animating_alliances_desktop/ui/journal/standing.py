"""An entry that was kept, set for reading, with later thoughts beside it."""

from __future__ import annotations

from datetime import date
from html import escape

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.journal.model import Draft
from animating_alliances_desktop.ui.journal.earlier import EarlierStates
from animating_alliances_desktop.ui.journal.setting import Laid
from animating_alliances_desktop.ui.journal.spelling import Minding
from animating_alliances_desktop.ui.journal.telling import in_numbers
from animating_alliances_desktop.ui.journal.texts import GrowingText
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.mentions import Mentions
from animating_alliances_desktop.ui.kit.pages import MARGIN
from animating_alliances_desktop.ui.kit.prose import INSET, Prose
from animating_alliances_desktop.ui.kit.scales import energy_words, trust_words
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import INTERFACE, Theme

_BESIDE = 700
_THOUGHTS = 260
_MEASURE = 620


def day_in_words(day: date) -> str:
    """Write a day as people write it, such as 3 October 2026."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


class Thoughts(QWidget):
    """Later thoughts, dated, and a field for another one."""

    added = Signal()

    def __init__(self, theme: Theme, minding: Minding | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Prose(theme, self.tr("Later thoughts"), "text", INTERFACE)
        self.field = GrowingText(theme, self.tr("A later thought"), 3, minding)
        self.field.setPlaceholderText(self.tr("What you see now that you did not see then"))
        self.add = button(self.tr("Add this thought"), "plain", "plus", theme)
        self.add.clicked.connect(self.added)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Later thoughts"), "eyebrow"))
        column.addWidget(self.words)
        column.addWidget(self.field)
        column.addWidget(self.add)
        column.addStretch(1)

    def show_thoughts(self, it: Laid) -> None:
        """Show the thoughts of an entry, each below its day."""
        days = (day_in_words(thought.made.astimezone()) for thought in it.entry.addenda)
        said = zip(days, it.thoughts, strict=True)
        self.words.show_html("".join(f'<p class="day">{escape(day)}</p>{words}' for day, words in said))
        self.words.setVisible(bool(it.thoughts))


class Standing(QWidget):
    """Shows one kept entry."""

    delete_asked = Signal()
    correction_asked = Signal()
    taken_asked = Signal(object)
    """The Ref of the alliance: what was taken from the entry is to be seen."""
    thought_added = Signal()
    thing_opened = Signal(object)
    """The Ref of a thing that points at the entry."""
    link_followed = Signal(str)
    """The address of a link in the entry, or in a thought."""

    def __init__(self, theme: Theme, minding: Minding | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._above = label("", "eyebrow")
        self._title = label("", "title")
        self._kept = label("", "small", wrap=False)
        for line in (self._above, self._title, self._kept):
            line.setIndent(INSET)
        self.words = Prose(theme, self.tr("What the entry says"))
        self.thoughts = Thoughts(theme, minding)
        self.thoughts.added.connect(self.thought_added)
        for words in (self.words, self.thoughts.words):
            words.asked.connect(self.link_followed)
        self.mentions = Mentions(theme)
        self.mentions.opened.connect(self.thing_opened)
        self.earlier = EarlierStates()
        self.taken = button("", "link")
        self.taken.clicked.connect(lambda: self.taken_asked.emit(self._alliance))
        self._alliance: Ref | None = None
        self._correct = button(self.tr("Put a slip right"), "quiet", "pencil", theme)
        self._correct.clicked.connect(self.correction_asked)
        self._delete = button(self.tr("Delete"), "quiet", "trash-2", theme)
        self._delete.clicked.connect(self.delete_asked)
        self._lay_out()

    def show_entry(self, it: Laid, thought: str) -> None:
        """Show an entry, and the thought that was begun on it."""
        entry, draft = it.entry, it.entry.draft
        facts = [entry.alliance_name, day_in_words(draft.day)]
        facts += [entry.about] if entry.about else []
        facts += [self._minutes(draft.minutes)] if draft.minutes is not None else []
        facts += self._felt(draft)
        self._above.setText(" · ".join(facts))
        self._title.setText(draft.title)
        self._title.setVisible(bool(draft.title))
        if entry.kept is not None:
            self._kept.setText(self.tr("Kept on {day}").format(day=day_in_words(entry.kept.astimezone())))
        if it.words != self.words.html:
            self.words.show_html(it.words)
            self._scroll.verticalScrollBar().setValue(0)
        self._alliance = draft.alliance
        self.taken.setText(self.tr("Taken from it: {things}").format(things=in_numbers(entry.left)))
        self.taken.setVisible(bool(entry.left))
        self.earlier.show_states(entry.earlier)
        self.thoughts.show_thoughts(it)
        if self.thoughts.field.toPlainText() != thought:
            self.thoughts.field.setPlainText(thought)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the thoughts below the entry where there is no room beside it."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE
        self._sides.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self.thoughts.setMinimumWidth(_THOUGHTS if beside else 0)
        self.thoughts.setMaximumWidth(_THOUGHTS if beside else 16777215)

    def _minutes(self, minutes: int) -> str:
        return self.tr("1 minute") if minutes == 1 else self.tr("{n} minutes").format(n=minutes)

    def _felt(self, draft: Draft) -> list[str]:
        """Energy and trust, in the words in which they were said."""
        said = (
            (self.tr("energy: {word}"), energy_words(), draft.energy),
            (self.tr("trust: {word}"), trust_words(), draft.trust),
        )
        return [told.format(word=words[value - 1]) for told, words, value in said if value is not None]

    def _lay_out(self) -> None:
        words = QWidget()
        words.setMaximumWidth(_MEASURE)
        reading = QVBoxLayout(words)
        reading.setContentsMargins(0, 0, 0, 0)
        reading.setSpacing(8)
        reading.addWidget(self._above)
        reading.addWidget(self._title)
        reading.addWidget(self.words)
        reading.addSpacing(18)
        below = QHBoxLayout()
        below.addWidget(self._kept, 1)
        below.addWidget(self._correct)
        below.addWidget(self._delete)
        reading.addWidget(self.taken)
        reading.addLayout(below)
        reading.addWidget(self.earlier)
        reading.addWidget(self.mentions)
        reading.addStretch(1)
        whole = QWidget()
        whole.setProperty("role", "column")
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        self._sides.setContentsMargins(28 - INSET, 4, MARGIN, 20)
        self._sides.setSpacing(32)
        self._sides.addWidget(words, 1)
        self._sides.addWidget(self.thoughts)
        self._sides.addStretch(0)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
