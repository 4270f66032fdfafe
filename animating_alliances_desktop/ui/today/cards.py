"""The cards of today's page: what each says, and where it leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime
from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.annotations.model import Annotation
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.enquiry.model import Question
from animating_alliances_desktop.core.library.model import Continued, Queued
from animating_alliances_desktop.core.pointing import spoken
from animating_alliances_desktop.core.today.model import Known, Meeting, Promised, Waiting
from animating_alliances_desktop.ui.kit.buttons import ActionCard, button
from animating_alliances_desktop.ui.kit.pages import Card
from animating_alliances_desktop.ui.kit.text import TextRole, label
from animating_alliances_desktop.ui.kit.theme import Theme
from animating_alliances_desktop.ui.kit.times import reading_time
from animating_alliances_desktop.ui.today.presenter import OVERVIEW, Agenda

Line = tuple[str, TextRole]
"""Words of a card, and how they are set."""
_TITLE, _LINE, _QUOTE = 60, 110, 220


@dataclass(frozen=True, slots=True)
class Going:
    """Where the cards lead."""

    open: Callable[[Ref], None]
    write: Callable[[Ref], None]
    """Begins an entry on an alliance, or on a meeting."""
    prepare: Callable[[Ref], None]
    """Shows the brief before the next meeting of an alliance."""
    add_alliance: Callable[[], None]
    show_lost: Callable[[], None]
    show_promised: Callable[[], None]


class Cards:
    """Makes them."""

    def __init__(self, theme: Theme, going: Going) -> None:
        self._theme, self._going = theme, going
        self.day = date.min
        """The day that it is."""

    def first_steps(self, agenda: Agenda) -> list[QWidget]:
        """What somebody might do who is here for the first time."""
        steps: list[QWidget] = []
        if agenda.overview:
            words = _tr("An overview of what is known, and of what is not. It can be read in parts.")
            steps.append(self._card("book-open", agenda.overview, words, partial(self._going.open, OVERVIEW)))
        if agenda.case is not None:
            words = _tr("Read how one alliance handled it, where it went well and where it did not.")
            title = _tr("Look at how others did it")
            steps.append(self._card("waypoints", title, words, partial(self._going.open, agenda.case)))
        return [*steps, self._add_alliance()]

    def next_steps(self, agenda: Agenda) -> list[QWidget]:
        """The meeting just past, the next one, and the drafts of today."""
        if agenda.reflect is None:
            return [self._add_alliance()]
        past = [self._reflect_on(meeting) for meeting in agenda.past] or [self._reflect(agenda.reflect)]
        ahead = [self._prepare(agenda.ahead)] if agenda.ahead is not None else []
        return [*past, *ahead, *(self._draft(entry) for entry in agenda.drafts)]

    def promised(self, action: Promised) -> QWidget:
        """An action whose day has come; said without blame."""
        if action.due == self.day:
            when = _tr("for today")
        else:
            when = _tr("was meant for {day}").format(day=self._on(action.due))
        who = _tr("You") if action.owner_kind == "me" else action.owner
        words = " · ".join(part for part in (who, action.alliance_name, when) if part)
        return self._card(
            "list-todo", _short(action.text, _LINE), words, partial(self._going.open, action.ref)
        )

    def due(self, agenda: Agenda) -> list[QWidget]:
        """What waits for a quiet moment."""
        cards = [*(self._draft(it) for it in agenda.overdue), *(self._quiet(it) for it in agenda.quiet)]
        if agenda.lost:
            title = _tr("One highlight could not be placed")
            if agenda.lost > 1:
                title = _tr("{n} highlights could not be placed").format(n=agenda.lost)
            words = _tr("A text has changed since. The quoted words are kept among your notes.")
            cards.append(self._card("highlighter", title, words, self._going.show_lost))
        return cards

    def reading(self, begun: Continued) -> QWidget:
        """A text that was begun."""
        words = _tr("{n} % read").format(n=max(1, round(begun.fraction * 100)))
        return self._card("book-open", begun.title, words, partial(self._going.open, begun.ref))

    def later(self, text: Queued) -> QWidget:
        """A text of the reading list."""
        words = reading_time(text.minutes)
        if text.fraction:
            words += _tr(" · {percent} % read").format(percent=max(1, round(text.fraction * 100)))
        return self._card("bookmark", text.title, words, partial(self._going.open, text.ref))

    def question(self, question: Question) -> QWidget:
        """The core question of the day."""
        lines: list[Line] = [(question.title, "eyebrow"), (question.question, "reading")]
        return _linked(lines, _tr("Go to the question"), partial(self._going.open, question.ref))

    def recalled(self, mark: Annotation) -> QWidget:
        """A highlight of the user's own, quietly: its words, and the way to where they stand."""
        lines: list[Line] = [(f"“{_short(mark.anchor.exact, _QUOTE)}”", "reading")]
        lines += [(_short(spoken(mark.note), _QUOTE), "muted")] if mark.note else []
        return _linked(lines, mark.target_title, partial(self._going.open, mark.ref))

    def _reflect_on(self, meeting: Meeting) -> QWidget:
        title = _tr("Reflect on {meeting}").format(meeting=_short(_called(meeting), _TITLE))
        words = _tr("{alliance}, {when}. Three minutes while it is fresh.")
        return self._card(
            "notebook-pen",
            title,
            words.format(alliance=meeting.alliance_name, when=self._when(meeting)),
            partial(self._going.write, meeting.ref),
        )

    def _reflect(self, alliance: Known) -> QWidget:
        words = _tr("{alliance}: what happened, so what, now what. Three minutes while it is fresh.")
        return self._card(
            "notebook-pen",
            _tr("Reflect on a meeting"),
            words.format(alliance=alliance.name),
            partial(self._going.write, alliance.ref),
        )

    def _prepare(self, meeting: Meeting) -> QWidget:
        title = _tr("Prepare for {meeting}").format(meeting=_short(_called(meeting), _TITLE))
        words = _tr("{alliance}, {when}. What you meant to do, what is open, and what to ask.")
        return self._card(
            "calendar-days",
            title,
            words.format(alliance=meeting.alliance_name, when=self._when(meeting)),
            partial(self._going.prepare, meeting.alliance),
        )

    def _add_alliance(self) -> QWidget:
        words = _tr("Its name is enough to begin; then you can write about it.")
        return self._card("handshake", _tr("Add your alliance"), words, self._going.add_alliance)

    def _draft(self, entry: Waiting) -> QWidget:
        title = _tr("A draft waits: {title}").format(title=_short(entry.label, _TITLE))
        return self._card("pencil", title, _short(entry.opening), partial(self._going.open, entry.ref))

    def _quiet(self, alliance: Known) -> QWidget:
        last = alliance.last_entry or date.min
        title = _tr("Nothing noted on {alliance} since {day}").format(
            alliance=alliance.name, day=self._on(last)
        )
        words = _tr("Perhaps all is well. A line is enough.")
        return self._card("leaf", title, words, partial(self._going.write, alliance.ref))

    def _card(self, icon: str, title: str, words: str, then: Callable[[], None]) -> QWidget:
        card = ActionCard(self._theme, icon, title, words)
        card.clicked.connect(lambda: then())
        return card

    def _when(self, meeting: Meeting) -> str:
        """The day as one says it, and the time on the user's own clock."""
        near = {-1: _tr("yesterday"), 0: _tr("today"), 1: _tr("tomorrow")}
        away = (meeting.day - self.day).days
        words = near.get(away) or QLocale().toString(qdate(meeting.day), "dddd, d MMMM")
        if meeting.begins is None:
            return words
        begins = meeting.begins.astimezone()
        time = QLocale().toString(QTime(begins.hour, begins.minute), "HH:mm")
        return _tr("{day} at {time}").format(day=words, time=time)

    def _on(self, day: date) -> str:
        return QLocale().toString(qdate(day), "d MMMM" if day.year == self.day.year else "d MMMM yyyy")


def qdate(day: date) -> QDate:
    """A day as Qt knows it."""
    return QDate(day.year, day.month, day.day)


def _called(meeting: Meeting) -> str:
    return meeting.title.strip() or _tr("the meeting")


def _linked(lines: list[Line], where: str, then: Callable[[], None]) -> QWidget:
    """A card of some lines, each with its role, and a link."""
    card = Card()
    for words, role in lines:
        card.body.addWidget(label(words, role))
    link = button(where, "link")
    link.clicked.connect(lambda: then())
    card.body.addWidget(link)
    return card


def _short(text: str, most: int = _LINE) -> str:
    """Cut a text after a word."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + "…"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Today", text)
