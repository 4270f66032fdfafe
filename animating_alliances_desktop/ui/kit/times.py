"""How long something takes, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_HOUR = 60
_LONG = 10 * _HOUR
"""Whoever reads for so long does not count minutes."""


def time_said(minutes: float) -> str:
    """A time in hours and minutes."""
    hours, rest = divmod(round(minutes), _HOUR)
    if not hours:
        return _tr("{n} min").format(n=rest)
    return _tr("{n} h").format(n=hours) if not rest else _tr("{h} h {m} min").format(h=hours, m=rest)


def reading_time(minutes: int) -> str:
    """How long a text takes to read; of a very long one, in whole hours."""
    return time_said(minutes if minutes < _LONG else round(minutes / _HOUR) * _HOUR)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Times", text)
