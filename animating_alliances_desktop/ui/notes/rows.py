"""How a line of the notes is put into words: the quiet line below it, and the heading above its group."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from animating_alliances_desktop.core.annotations.model import State
from animating_alliances_desktop.core.pointing import in_words
from animating_alliances_desktop.ui.kit.lists import Row
from animating_alliances_desktop.ui.notes.listing import Line, Period, Recent
from animating_alliances_desktop.ui.notes.presenter import Group


def rows_of(group: Group, names: Mapping[str, str]) -> list[Row]:
    """Make the rows of a group; `names` says what the user calls the colours."""
    section = _when(group.period) if group.period else group.title or _tr("Notes of their own")
    return [_row(line, section, names[line.colour.value] if line.colour else "") for line in group.lines]


@lru_cache(maxsize=8_192)  # the same lines are shown again at each letter that is typed
def _row(line: Line, section: str, colour: str) -> Row:
    parts = [
        _state(line.state),
        colour or (_tr("Note on the whole") if line.target != line.ref else ""),
        " ".join(f"#{tag}" for tag in line.tags),
        line.title,
        _tr("p. {page}").format(page=line.page) if line.page else "",
        _said(line.day, "d MMMM yyyy"),
    ]
    return Row(
        line.ref,
        line.quote,
        in_words(line.note),
        " · ".join(part for part in parts if part),
        "circle-alert" if line.lost else "",
        f"highlight-{line.colour}" if line.colour else "line",
        section,
    )


def _state(state: State) -> str:
    if state is State.LOST:
        return _tr("Could not be placed: its text has changed")
    return _tr("Moved") if state is State.MOVED else ""


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
