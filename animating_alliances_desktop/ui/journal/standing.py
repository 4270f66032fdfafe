"""An entry that was kept, set for reading, with later thoughts beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.journal.model import Addendum, Draft, Entry
from animating_alliances_desktop.ui.journal.earlier import EarlierStates
from animating_alliances_desktop.ui.journal.spelling import Minding
from animating_alliances_desktop.ui.journal.telling import in_numbers
from animating_alliances_desktop.ui.journal.texts import QUIET, GrowingText
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.mentions import Mentions
from animating_alliances_desktop.ui.kit.pages import MARGIN, empty
from animating_alliances_desktop.ui.kit.scales import energy_words, trust_words
from animating_alliances_desktop.ui.kit.text import LINKS, label, linked_label
from animating_alliances_desktop.ui.kit.theme import Theme

_BESIDE = 700
_THOUGHTS = 260
_MEASURE = 620


def day_in_words(day: date) -> str:
    """Write a day as people write it, such as 3 October 2026."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


class Thoughts(QWidget):
    """Later thoughts, dated, and a field for another one."""

    added = Signal()
    link_opened = Signal(str)

    def __init__(self, theme: Theme, minding: Minding | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.field = GrowingText(theme, self.tr("A later thought"), 3, minding)
        self.field.setPlaceholderText(self.tr("What you see now that you did not see then"))
        self.add = button(self.tr("Add this thought"), "plain", "plus", theme)
        self.add.clicked.connect(self.added)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Later thoughts"), "eyebrow"))
        column.addLayout(self._list)
        column.addWidget(self.field)
        column.addWidget(self.add)
        column.addStretch(1)

    def show_thoughts(self, thoughts: tuple[Addendum, ...]) -> None:
        """List these thoughts."""
        empty(self._list)
        for thought in thoughts:
            self._list.addWidget(label(day_in_words(thought.made.astimezone()), "small"))
            self._list.addWidget(selectable(linked_label(thought.text, "body", self.link_opened.emit)))
            self._list.addSpacing(8)


class Standing(QWidget):
    """Shows one kept entry."""

    delete_asked = Signal()
    correction_asked = Signal()
    taken_asked = Signal(object)
    """The Ref of the alliance: what was taken from the entry is to be seen."""
    thought_added = Signal()
    thing_opened = Signal(object)
    """The Ref of a thing that the entry points at, or that points at the entry."""

    def __init__(self, theme: Theme, minding: Minding | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._above = label("", "eyebrow")
        self._title = label("", "title")
        self._kept = label("", "small")
        self._texts = QVBoxLayout()
        self._texts.setSpacing(8)
        self.thoughts = Thoughts(theme, minding)
        self.thoughts.added.connect(self.thought_added)
        self.thoughts.link_opened.connect(self._open_link)
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

    def show_entry(self, entry: Entry, thought: str) -> None:
        """Show an entry, and the thought that was begun on it."""
        draft = entry.draft
        facts = [entry.alliance_name, day_in_words(draft.day)]
        facts += [self.tr("{n} minutes").format(n=draft.minutes)] if draft.minutes is not None else []
        facts += self._felt(draft)
        self._above.setText(" · ".join(facts))
        self._title.setText(draft.title)
        self._title.setVisible(bool(draft.title))
        if entry.kept is not None:
            self._kept.setText(self.tr("Kept on {day}").format(day=day_in_words(entry.kept.astimezone())))
        empty(self._texts)
        for title, text in entry.texts:
            self._add_text(title, text)
        self._alliance = draft.alliance
        self.taken.setText(self.tr("Taken from it: {things}").format(things=in_numbers(entry.left)))
        self.taken.setVisible(bool(entry.left))
        self.earlier.show_states(entry.earlier)
        self.thoughts.show_thoughts(entry.addenda)
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

    def _felt(self, draft: Draft) -> list[str]:
        """Energy and trust, in the words in which they were said."""
        said = (
            (self.tr("energy: {word}"), energy_words(), draft.energy),
            (self.tr("trust: {word}"), trust_words(), draft.trust),
        )
        return [told.format(word=words[value - 1]) for told, words, value in said if value is not None]

    def _open_link(self, address: str) -> None:
        self.thing_opened.emit(Ref.parse(address))

    def _add_text(self, name: str, text: str) -> None:
        if not text.strip():
            return
        if name:
            self._texts.addSpacing(8)
            self._texts.addWidget(label(name, "eyebrow"))
        for lines, quiet in _stretches(text):
            shown = selectable(linked_label(lines, "reading", self._open_link))
            if quiet:
                shown.setProperty("role", "muted")
                slanted = shown.font()
                slanted.setItalic(True)
                shown.setFont(slanted)
            self._texts.addWidget(shown)

    def _lay_out(self) -> None:
        words = QWidget()
        words.setMaximumWidth(_MEASURE)
        reading = QVBoxLayout(words)
        reading.setContentsMargins(0, 0, 0, 0)
        reading.setSpacing(8)
        reading.addWidget(self._above)
        reading.addWidget(self._title)
        reading.addLayout(self._texts)
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
        self._sides.setContentsMargins(28, 4, MARGIN, 20)
        self._sides.setSpacing(32)
        self._sides.addWidget(words, 1)
        self._sides.addWidget(self.thoughts)
        self._sides.addStretch(0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)


def selectable(words: QLabel) -> QLabel:
    """Let the user mark and copy the words of a label."""
    links = LINKS if words.textFormat() is Qt.TextFormat.RichText else Qt.TextInteractionFlag(0)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | links)
    return words


def _stretches(text: str) -> list[tuple[str, bool]]:
    """Part a text into the writer's own words and the prompts between them, each with whether it is a prompt."""
    found: list[tuple[list[str], bool]] = []
    for line in text.strip().splitlines():
        quiet = line.startswith(QUIET)
        if not found or found[-1][1] != quiet:
            found.append(([], quiet))
        found[-1][0].append(line.removeprefix(QUIET))
    parts = [("\n".join(lines).strip(), quiet) for lines, quiet in found]
    return [(part, quiet) for part, quiet in parts if part]
