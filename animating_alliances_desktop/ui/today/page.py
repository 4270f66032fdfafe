"""The page of today: what might be done next, what was begun, and a question to carry along."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from animating_alliances_desktop.core.changes import Changes
from animating_alliances_desktop.ui.kit.buttons import button
from animating_alliances_desktop.ui.kit.pages import Column, PageHeader, Section
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.today.cards import Cards, Going, qdate
from animating_alliances_desktop.ui.today.presenter import Agenda, Part, Sources, TodayPresenter
from animating_alliances_desktop.ui.today.reading_list import ReadingListDialog

_BESIDE = 860


class TodayPage(QWidget):
    """Shows the agenda as cards."""

    def __init__(
        self,
        *,
        theme: Theme,
        tasks: Runner,
        sources: Sources,
        going: Going,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._theme, self._open = theme, going.open
        self._tasks, self._reading_list = tasks, sources.reading_list
        self._cards = Cards(theme, going)
        self.presenter = TodayPresenter(self, sources, tasks, now)
        self.header = PageHeader("")
        self.next = Section(self.tr("What now?"))
        self.promised = Section(self.tr("Promised for today or before"))
        self.all_promised = button("", "link")
        self.all_promised.clicked.connect(lambda: going.show_promised())
        self.promised.add_beside(self.all_promised)
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
        greetings = {
            Part.MORNING: self.tr("Good morning"),
            Part.AFTERNOON: self.tr("Good afternoon"),
            Part.EVENING: self.tr("Good evening"),
        }
        cards = self._cards
        cards.day = agenda.day
        self.header.show_title(greetings[agenda.part])
        self.header.show_subtitle(QLocale().toString(qdate(agenda.day), "dddd, d MMMM yyyy"))
        steps = list(cards.first_steps(agenda) if agenda.is_new else cards.next_steps(agenda))
        first = self.tr("Three first steps") if len(steps) == 3 else self.tr("A first step")
        self.next.show_title(first if agenda.is_new else self.tr("What now?"))
        self._fill(self.next, steps)
        self._show_promised(agenda)
        self._fill(self.reading, [cards.reading(begun) for begun in agenda.reading])
        self._fill(self.later, [cards.later(text) for text in agenda.later[:1]])
        self._fill(self.due, cards.due(agenda))
        self._fill(self.question, [cards.question(agenda.question)] if agenda.question else [])
        self._fill(self.recalled, [cards.recalled(mark) for mark in agenda.recalled])

    def show_reading_list(self) -> None:
        """Show the whole reading list, to open from it and to put it into another order."""
        ReadingListDialog(self._theme, self._reading_list, self._tasks, self._open, self).open()

    def event(self, event: QEvent) -> bool:
        """Look again when somebody comes back to the window, from a meeting perhaps."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self.presenter.come_back()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what can wait below what comes next where there is no room beside it."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE
        self._sides.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )

    def _show_promised(self, agenda: Agenda) -> None:
        more = agenda.promised_in_all > len(agenda.promised)
        self.all_promised.setText(self.tr("All {n}").format(n=agenda.promised_in_all))
        self.all_promised.setVisible(more)
        self._fill(self.promised, [self._cards.promised(one) for one in agenda.promised])

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
            (3, (self.next, self.promised, self.reading, self.later)),
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
