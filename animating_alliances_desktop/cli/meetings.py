"""Commands on meetings, typed in or taken from a calendar file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from animating_alliances_desktop.cli.printed import print_json
from animating_alliances_desktop.cli.typed import clock, day
from animating_alliances_desktop.core.library.files import shown


def add(commands: Any) -> None:
    """Add these commands."""
    verbs = commands.add_parser("meeting", help="your meetings").add_subparsers(dest="verb", required=True)
    new = verbs.add_parser("add", help="note a meeting")
    new.add_argument("--alliance", required=True, metavar="A")
    new.add_argument("--date", type=day, default=None, metavar="D", help="YYYY-MM-DD, by default today")
    new.add_argument("--time", type=clock, default=None, metavar="HH:MM")
    new.add_argument("--place", default="", metavar="P")
    new.add_argument("title", metavar="TITLE")
    new.set_defaults(do=_add)
    listing = verbs.add_parser("list", help="list meetings by day")
    listing.add_argument("--alliance", default="", metavar="A")
    listing.add_argument("--from", dest="since", type=day, default=None, metavar="D")
    listing.add_argument("--to", dest="until", type=day, default=None, metavar="D")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(do=_list)


def bring_in(workspace: Any, paths: Sequence[Path], alliance: str) -> int:
    """Bring the meetings of calendar files in; the answer is the exit status."""
    from animating_alliances_desktop.core.errors import AppError

    goal = workspace.alliances.named(alliance) if alliance else None
    refused = 0
    for path in paths:
        try:
            _changes, brought = workspace.meetings.bring_in(path, goal)
        except AppError as error:
            print(f"{shown(path)}: {error}.", file=sys.stderr)
            refused += 1
            continue
        _tell(workspace, path, brought)
        refused += not (brought.new or brought.changed or brought.cancelled or brought.same)
    return 1 if refused == len(paths) else 0


def _tell(workspace: Any, path: Path, brought: Any) -> None:
    for ref in (*brought.new, *brought.changed, *brought.cancelled):
        print(f"{ref}\t{workspace.meetings.get(ref).label}")
    for series in brought.asked:
        print(
            f"{shown(path)}: it is not clear which alliance “{series.title}” belongs to; say so by --alliance.",
            file=sys.stderr,
        )
    counted = {
        "new": len(brought.new),
        "changed": len(brought.changed),
        "called off": len(brought.cancelled),
        "known already": brought.same + brought.older,
        "waiting for an alliance": len(brought.asked),
        "not to be read": brought.unread,
    }
    print(f"Meetings: {', '.join(f'{n} {what}' for what, n in counted.items() if n) or 'none'}.")


def _add(workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.alliances.model import Planned

    on = asked.date or date.today()  # noqa: DTZ011 -- the user's own day
    begins = _moment(on, asked.time) if asked.time is not None else None
    planned = Planned(workspace.alliances.named(asked.alliance), on, asked.title, begins, place=asked.place)
    print(workspace.meetings.add(planned)[1])
    return 0


def _moment(on: date, at: time) -> datetime:
    """The moment on the user's own clock."""
    return datetime.combine(on, at).astimezone()


def _list(workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.sharing.listing import data_of

    alliance = workspace.alliances.named(asked.alliance) if asked.alliance else None
    meetings = workspace.meetings.listed(alliance, asked.since, asked.until)
    if asked.json:
        print_json([{**data_of(one), "title": one.label} for one in meetings])
        return 0
    for one in meetings:
        begins = one.planned.begins
        off = "called off" if one.cancelled else ""
        at = f"{one.day} {begins:%H:%M}" if begins else str(one.day)
        print(
            "\t".join(part for part in (str(one.ref), at, one.alliance_name, one.planned.title, off) if part)
        )
    return 0
