"""What the entry that one may write from a review begins with."""

from __future__ import annotations

from animating_alliances_desktop.core.lookback.model import AIMS, LEARNED, Moment, Period, Review


def beginning(gathered: Review) -> dict[str, str]:
    """What the entry that one may write from a review begins with, by the parts of its form: the user's own words."""
    kept = (gathered.decisions, gathered.done)
    if gathered.period is Period.WEEK:
        parts = {
            AIMS: gathered.brought.text if gathered.brought is not None else "",
            "strategies": _lines(*kept),
            LEARNED: _lines(gathered.noticings, gathered.let_go),
        }
    else:
        parts = {
            "three-lines": _lines(*kept),
            "course": _lines(gathered.noticings),
            "centre": _lines(gathered.waiting),
            "stop-and-begin": _lines(gathered.let_go),
        }
    return {key: text for key, text in parts.items() if text}


def _lines(*groups: tuple[Moment, ...]) -> str:
    return "\n".join(f"- {moment.line}" for group in groups for moment in group)
