"""How a line of the notes is put into words: the quiet line below it, and the heading above its group."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from animating_alliances_desktop.ui.kit.lists import Row
from animating_alliances_desktop.ui.notes.filters import colour_name
from animating_alliances_desktop.ui.notes.listing import Line, Period, Recent
from animating_alliances_desktop.ui.notes.presenter import Group


def rows_of(group: Group) -> list[Row]:
    """Make the rows of a group."""
    section = _when(group.period) if group.period else group.title
    return [_row(line, section) for line in group.lines]


@lru_cache(maxsize=8_192)  # the same lines are shown again at each letter that is typed
def _row(line: Line, section: str) -> Row:
    parts = [
        _tr("Could not be placed: its text has changed") if line.lost else "",
        colour_name(line.colour) if line.colour else _tr("Note on the whole"),
        line.title,
        _said(line.day, "d MMMM yyyy"),
    ]
    return Row(
        line.ref,
        line.quote,
        line.note,
        " · ".join(part for part in parts if part),
        "circle-alert" if line.lost else "",
        f"highlight-{line.colour}" if line.colour else "line",
        section,
    )


def _when(period: Period) -> str:
    if period.month is not None:
        return _said(period.month, "MMMM yyyy")
    return {
        Recent.TODAY: _tr("Today"),
        Recent.YESTERDAY: _tr("Yesterday"),
        Recent.WEEK: _tr("In the last seven days"),
    }[period.recent or Recent.TODAY]


@lru_cache(maxsize=1_024)
def _said(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


@cache
def _tr(text: str) -> str:
    return QCoreApplication.translate("Notes", text)
