"""The page of today: what might be done next, what was begun, and a question to carry along."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from animating_alliances_desktop.core.alliances.model import Alliance
from animating_alliances_desktop.core.annotations.model import Annotation
from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.enquiry.model import Question
from animating_alliances_desktop.core.journal.model import Entry
from animating_alliances_desktop.core.library.model import Continued, Queued
from animating_alliances_desktop.core.pointing import in_words
from animating_alliances_desktop.ui.kit.buttons import ActionCard, button
from animating_alliances_desktop.ui.kit.pages import Card, Column, PageHeader, Section
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.text import TextRole, label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.today.presenter import OVERVIEW, Agenda, Part, Sources, TodayPresenter
from animating_alliances_desktop.ui.today.reading_list import ReadingListDialog

Line = tuple[str, TextRole]
"""Words of a card, and how they are set."""
_BESIDE = 860
_LINE, _QUOTE = 110, 220


class TodayPage(QWidget):
    """Shows the agenda as cards."""

    def __init__(
        self,
        *,
        theme: Theme,
        tasks: Runner,
        sources: Sources,
        open: Callable[[Ref], None],  # noqa: A002 -- the word that all pages use
        write: Callable[[Ref], None],
        add_alliance: Callable[[], None],
        show_lost: Callable[[], None],
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._theme, self._open, self._write = theme, open, write
        self._add_alliance, self._show_lost = add_alliance, show_lost
        self._tasks, self._reading_list = tasks, sources.reading_list
        self.presenter = TodayPresenter(self, sources, tasks, now)
        self._day = date.min
        self.header = PageHeader("")
        self.next = Section(self.tr("What now?"))
        self.reading = Section(self.tr("Continue reading"))
        self.later = Section(self.tr("Next on your reading list"))
        self.whole_list = button(self.tr("The whole list"), "link")
        self.whole_list.clicked.connect(self.show_reading_list)
        self.later.add_beside(self.whole_list)
        self.due, self.question = (
            Section(self.tr("When you have a moment")),
            Section(self.tr("A question for today")),
        )
        self.recalled = Section(self.tr("You once marked"))
        self._lay_out()

    def shown(self) -> None:
        """Come up: look again at what there is to do."""
        self.presenter.refresh()

    def changed(self, changes: Changes) -> None:
        """Be told what a write touched; while another page is on view nothing need be done."""
        if changes.refs and self.isVisible():
            self.presenter.refresh()

    def show_agenda(self, agenda: Agenda) -> None:
        """See `View`."""
        self._day = agenda.day
        greetings = {
            Part.MORNING: self.tr("Good morning"),
            Part.AFTERNOON: self.tr("Good afternoon"),
            Part.EVENING: self.tr("Good evening"),
        }
        self.header.show_title(greetings[agenda.part])
        self.header.show_subtitle(QLocale().toString(_qdate(agenda.day), "dddd, d MMMM yyyy"))
        self.next.show_title(self.tr("Three first steps") if agenda.is_new else self.tr("What now?"))
        first = self._first_steps(agenda) if agenda.is_new else self._next_steps(agenda)
        self._fill(self.next, first)
        self._fill(self.reading, [self._reading(begun) for begun in agenda.reading])
        self._fill(self.later, [self._later(text) for text in agenda.later[:1]])
        self._fill(self.due, self._due(agenda))
        self._fill(self.question, [self._question(agenda.question)] if agenda.question else [])
        self._fill(self.recalled, [self._recalled(mark) for mark in agenda.recalled])

    def show_reading_list(self) -> None:
        """Show the whole reading list, to open from it and to put it into another order."""
        ReadingListDialog(self._theme, self._reading_list, self._tasks, self._open, self).open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what can wait below what comes next where there is no room beside it."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE
        self._sides.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )

    def _first_steps(self, agenda: Agenda) -> list[QWidget]:
        steps: list[QWidget] = []
        if agenda.overview:
            words = self.tr("An overview of what is known, and of what is not. It can be read in parts.")
            steps.append(self._card("book-open", agenda.overview, words, partial(self._open, OVERVIEW)))
        if agenda.case is not None:
            words = self.tr("Read how one alliance handled it, where it went well and where it did not.")
            steps.append(
                self._card(
                    "waypoints", self.tr("Look at how others did it"), words, partial(self._open, agenda.case)
                )
            )
        return [*steps, self._add_card()]

    def _next_steps(self, agenda: Agenda) -> list[QWidget]:
        if agenda.reflect is None:
            return [self._add_card()]
        words = self.tr("{alliance}: what happened, so what, now what. Three minutes while it is fresh.")
        reflect = self._card(
            "notebook-pen",
            self.tr("Reflect on a meeting"),
            words.format(alliance=agenda.reflect.name),
            partial(self._write, agenda.reflect.ref),
        )
        return [reflect, *(self._draft(entry) for entry in agenda.drafts)]

    def _due(self, agenda: Agenda) -> list[QWidget]:
        cards = [*(self._draft(entry) for entry in agenda.overdue), *(self._quiet(it) for it in agenda.quiet)]
        if agenda.lost:
            title = self.tr("One highlight could not be placed")
            if agenda.lost > 1:
                title = self.tr("{n} highlights could not be placed").format(n=agenda.lost)
            words = self.tr("A text has changed since. The quoted words are kept among your notes.")
            cards.append(self._card("highlighter", title, words, self._show_lost))
        return cards

    def _add_card(self) -> QWidget:
        words = self.tr("Its name is enough to begin; then you can write about it.")
        return self._card("handshake", self.tr("Add your alliance"), words, self._add_alliance)

    def _draft(self, entry: Entry) -> QWidget:
        title = self.tr("A draft waits: {title}").format(title=_short(entry.label, 60))
        return self._card("pencil", title, _short(entry.opening), partial(self._open, entry.ref))

    def _quiet(self, alliance: Alliance) -> QWidget:
        last = alliance.last_entry or date.min
        title = self.tr("Nothing noted on {alliance} since {day}").format(
            alliance=alliance.name, day=self._since(last)
        )
        words = self.tr("Perhaps all is well. A line is enough.")
        return self._card("leaf", title, words, partial(self._write, alliance.ref))

    def _reading(self, begun: Continued) -> QWidget:
        percent = max(1, round(begun.fraction * 100))
        words = self.tr("{n} % read").format(n=percent)
        return self._card("book-open", begun.title, words, partial(self._open, begun.ref))

    def _later(self, text: Queued) -> QWidget:
        words = self.tr("{n} min").format(n=text.minutes)
        if text.fraction:
            words += self.tr(" · {percent} % read").format(percent=max(1, round(text.fraction * 100)))
        return self._card("bookmark", text.title, words, partial(self._open, text.ref))

    def _question(self, question: Question) -> QWidget:
        lines: list[Line] = [(question.title, "eyebrow"), (question.question, "reading")]
        return _linked(lines, self.tr("Go to the question"), partial(self._open, question.ref))

    def _recalled(self, mark: Annotation) -> QWidget:
        """A highlight of the user's own, quietly: its words, and the way to where they stand."""
        lines: list[Line] = [(f"“{_short(mark.anchor.exact, _QUOTE)}”", "reading")]
        lines += [(_short(in_words(mark.note), _QUOTE), "muted")] if mark.note else []
        return _linked(lines, mark.target_title, partial(self._open, mark.ref))

    def _card(self, icon: str, title: str, words: str, then: Callable[[], None]) -> QWidget:
        card = ActionCard(self._theme, icon, title, words)
        card.clicked.connect(lambda: then())
        return card

    def _since(self, day: date) -> str:
        return QLocale().toString(_qdate(day), "d MMMM" if day.year == self._day.year else "d MMMM yyyy")

    def _fill(self, section: Section, cards: list[QWidget]) -> None:
        """Show cards in a section; the keyboard stays at the card where it was."""
        held = self.focusWidget()
        at = section.body.indexOf(held) if held is not None else -1
        section.clear()
        for card in cards:
            section.add(card)
        section.setVisible(bool(cards))
        for card in cards:
            card.show()
        if held is not None and 0 <= at < len(cards):
            cards[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(36)
        for stretch, sections in (
            (3, (self.next, self.reading, self.later)),
            (2, (self.question, self.recalled, self.due)),
        ):
            column = QVBoxLayout()
            column.setSpacing(12)
            for section in sections:
                column.addWidget(section)
                section.hide()
            column.addStretch(1)
            self._sides.addLayout(column, stretch)
        body = Column(1040)
        body.add_layout(self._sides)
        body.add_stretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(body, 1)


def _linked(lines: list[Line], where: str, then: Callable[[], None]) -> QWidget:
    """A card of some lines, each with its role, and a link."""
    card = Card()
    for words, role in lines:
        card.body.addWidget(label(words, role))
    link = button(where, "link")
    link.clicked.connect(lambda: then())
    card.body.addWidget(link)
    return card


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _short(text: str, most: int = _LINE) -> str:
    """Cut a text after a word."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + "…"
