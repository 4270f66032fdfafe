"""What the page of alliances calls things: phases, what happened, days and hours."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from animating_alliances_desktop.core.alliances.model import Happening, Meeting, Moment


def phase_words(phase: str) -> str:
    """What a phase is called."""
    return {
        "scoping": _tr("scoping: coming together"),
        "managing": _tr("managing: at work"),
        "reviewing": _tr("reviewing: looking back"),
        "sustaining": _tr("sustaining: going on, or ending well"),
    }[phase]


def moment_words(moment: Moment) -> tuple[str, str]:
    """What happened, in a line, and the icon beside it."""
    line, icon = {
        Happening.BEGAN: (_tr("{title} began"), "leaf"),
        Happening.JOINED: (_tr("{title} joined"), "building-2"),
        Happening.LEFT: (_tr("{title} left"), "building-2"),
        Happening.CAME: (_tr("{title} came"), "user"),
        Happening.WENT: (_tr("{title} went"), "user"),
        Happening.MET: (_tr("Met: {title}"), "calendar-days"),
        Happening.DECIDED: (_tr("Decided: {title}"), "gavel"),
        Happening.LOOKED_BACK: (_tr("Looked back: {title}"), "history"),
        Happening.ARCHIVED: (_tr("Put into the archive"), "archive"),
    }[moment.what]
    return line.format(title=moment.title), icon


def month_words(day: date) -> str:
    """A month with its year."""
    return QLocale().toString(QDate(day.year, day.month, 1), "MMMM yyyy")


def day_words(day: date) -> str:
    """A day with its weekday."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM yyyy")


def when_words(meeting: Meeting) -> str:
    """The day of a meeting, and its hour if that is known."""
    begins = meeting.planned.begins
    return f"{day_words(meeting.day)}, {begins:%H:%M}" if begins is not None else day_words(meeting.day)


def span_words(since: date | None, until: date | None) -> str:
    """Since when, and until when, as far as that is known."""
    if until is not None:
        return _tr("until {day}").format(day=_short(until))
    return _tr("since {day}").format(day=_short(since)) if since is not None else ""


def _short(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "MMM yyyy")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Alliances", text)
