"""Commands that make texts to be printed: the brief, the log book."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from animating_alliances_desktop.cli.typed import day


def add(commands: Any) -> None:
    """Add these commands."""
    brief = commands.add_parser("brief", help="what to have in mind before the next meeting, on one page")
    brief.add_argument("alliance", metavar="ALLIANCE")
    brief.add_argument("-o", "--output", type=Path, metavar="FILE", help="into a file: .pdf, .docx or .md")
    brief.add_argument("--force", action="store_true", help="write over a file that is there already")
    brief.set_defaults(do=_brief)
    book = commands.add_parser("logbook", help="make a book of a span of the journal: .pdf, .docx or .md")
    book.add_argument("alliance", metavar="ALLIANCE")
    book.add_argument("--from", dest="since", type=day, required=True, metavar="D", help="YYYY-MM-DD")
    book.add_argument("--to", dest="until", type=day, required=True, metavar="D")
    book.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    book.add_argument(
        "--roles", action="store_true", help="replace the names of people and organisations by roles"
    )
    book.add_argument("--force", action="store_true", help="write over a file that is there already")
    book.set_defaults(do=_log_book)


def _brief(workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.book.making import make, write
    from animating_alliances_desktop.core.book.model import Format
    from animating_alliances_desktop.core.brief.composing import fitted
    from animating_alliances_desktop.core.brief.gathering import gathered

    workspace.catch_up()
    brief = gathered(workspace, workspace.alliances.named(asked.alliance), date.today())  # noqa: DTZ011 -- the user's own day
    book = fitted(brief)
    if asked.output is None:
        print(make(book, Format.MARKDOWN).content.decode(), end="")
        return 0
    write(book, asked.output, replace=asked.force)
    print(f"The brief was written to {asked.output}.")
    return 0


def _log_book(workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.book.making import checked, write
    from animating_alliances_desktop.core.logbook.composing import composed
    from animating_alliances_desktop.core.logbook.material import gathered
    from animating_alliances_desktop.core.logbook.model import Order

    workspace.catch_up()
    target = checked(asked.output, replace=asked.force)
    order = Order(workspace.alliances.named(asked.alliance), asked.since, asked.until, with_roles=asked.roles)
    printed = write(composed(gathered(workspace, order, date.today())), target, replace=asked.force)  # noqa: DTZ011 -- the user's own day
    pages = f" ({printed.pages} pages)" if printed.pages else ""
    print(f"The log book was written to {target}{pages}.")
    if printed.unprintable:
        letters = " ".join(printed.unprintable[:20])
        print(f"No font here could draw {letters}: the book says by names where they stand.", file=sys.stderr)
    return 0
