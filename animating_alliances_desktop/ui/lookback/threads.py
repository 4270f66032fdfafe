"""The side of threads: a question, a tag, an organisation or a person, and what belongs to it in the order of time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.lookback.model import Topic
from animating_alliances_desktop.ui.kit.fields import search_field
from animating_alliances_desktop.ui.kit.kinds import ICONS
from animating_alliances_desktop.ui.kit.lists import ItemList, Row
from animating_alliances_desktop.ui.kit.pages import MARGIN
from animating_alliances_desktop.ui.kit.text import label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.lookback.ports import Look, Thread
from animating_alliances_desktop.ui.lookback.rows import by_month

_TOPICS, _NARROW_TOPICS, _NARROW = 290, 230, 900


class ThreadsView(QWidget):
    """What a thread can hang on at the left, the thread at the right."""

    opened = Signal(object)
    """The Ref of a thing."""
    followed = Signal(object)
    """The Ref of a topic."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._topics: tuple[Topic, ...] = ()
        self.words = search_field(theme, self.tr("Find a question, a tag, a name"))
        self.topics = ItemList(theme, self.tr("Threads"), 1, single_click=True)
        self.list = ItemList(theme, self.tr("The thread"), 3, single_click=True)
        self._title = label("", "subheading")
        self._said = label("", "muted")
        self._lay_out()
        self.words.textChanged.connect(self._filter)
        self.topics.chosen.connect(self._follow)
        self.topics.opened.connect(self._follow)
        self.list.opened.connect(self._open)

    def show_thread(self, look: Look, thread: Thread) -> None:
        """Show the topics, and the thread of the one that is followed."""
        if tuple(thread.topics) != self._topics:
            self._topics = tuple(thread.topics)
            self._filter()
        self.topics.choose(look.topic)
        followed = next((topic for topic in thread.topics if topic.ref == look.topic), None)
        self._title.setText(followed.title if followed is not None else self.tr("Follow a thread"))
        self._said.setText(self._words(followed, len(thread.moments)))
        self.list.setVisible(bool(thread.moments))
        self.list.show_rows(by_month(thread.moments))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the topics less room in a narrow window."""
        super().resizeEvent(event)
        self._side.setFixedWidth(_NARROW_TOPICS if self.width() < _NARROW else _TOPICS)

    def _words(self, followed: Topic | None, count: int) -> str:
        if followed is None:
            return self.tr(
                "Choose a core question, a tag, an organisation or a person at the left: "
                "entries, notes, highlights, actions and decisions then stand in the order of time."
            )
        if count:
            return self.tr("From the earliest on.") if count > 1 else ""
        return {
            Kind.QUESTION: self.tr(
                "Nothing yet in this span. Highlight or note something in a text on this question, "
                "or point at it with [[ in an entry."
            ),
            Kind.TAG: self.tr("Nothing yet in this span has this tag. Ctrl+T tags what you have before you."),
        }.get(
            followed.ref.kind,
            self.tr("Nothing yet in this span. Meetings, actions and entries with them come up here."),
        )

    def _filter(self) -> None:
        wanted = self.words.text().casefold().split()
        shown = [topic for topic in self._topics if all(word in topic.title.casefold() for word in wanted)]
        self.topics.show_rows([self._row(topic) for topic in shown])

    def _row(self, topic: Topic) -> Row:
        sections = {
            Kind.QUESTION: self.tr("Core questions"),
            Kind.TAG: self.tr("Tags"),
            Kind.ORGANISATION: self.tr("Organisations"),
            Kind.PERSON: self.tr("People"),
        }
        kind = topic.ref.kind
        return Row(topic.ref, topic.title, icon=ICONS[kind], section=sections[kind])

    def _follow(self, ref: object) -> None:
        if isinstance(ref, Ref):
            self.followed.emit(ref)

    def _open(self, ref: object) -> None:
        if isinstance(ref, Ref):
            self.opened.emit(ref)

    def _lay_out(self) -> None:
        self._side = QWidget()
        left = QVBoxLayout(self._side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        field = QHBoxLayout()
        field.setContentsMargins(14, 0, 0, 0)
        field.addWidget(self.words)
        left.addLayout(field)
        left.addWidget(self.topics, 1)
        right = QVBoxLayout()
        right.setSpacing(4)
        for part in (self._title, self._said):
            part.setContentsMargins(14, 0, 14, 0)
            right.addWidget(part)
        right.addWidget(self.list, 1)
        right.addStretch(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN - 14, 10, MARGIN - 14, 12)
        row.setSpacing(18)
        row.addWidget(self._side)
        row.addLayout(right, 1)
