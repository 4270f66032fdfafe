"""Commands for looking back."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from animating_alliances_desktop.cli.typed import day


def add(commands: Any) -> None:
    """Add these commands."""
    review = commands.add_parser("review", help="what a week or a quarter held, as Markdown")
    period = review.add_mutually_exclusive_group()
    period.add_argument(
        "--week", dest="period", action="store_const", const="week", help="this is what you get unasked"
    )
    period.add_argument("--quarter", dest="period", action="store_const", const="quarter")
    review.add_argument("--date", type=day, default=None, metavar="D", help="a day in it, by default today")
    review.add_argument("--alliance", default="", metavar="NAME")
    review.set_defaults(do=_review, period="week")


def _review(workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.lookback.markdown import as_markdown
    from animating_alliances_desktop.core.lookback.model import Period

    alliance = workspace.alliances.named(asked.alliance) if asked.alliance else None
    period = Period(asked.period)
    span = period.around(asked.date or date.today())  # noqa: DTZ011 -- the user's own day
    gathered = workspace.lookback.review(period, span, alliance)
    print(as_markdown(gathered, workspace.alliances.get(alliance).name if alliance else ""), end="")
    return 0
