"""Commands on the journal."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from animating_alliances_desktop.cli.typed import day, number, text_of


def add(commands: Any) -> None:
    """Add these commands."""
    verbs = commands.add_parser("journal", help="your journal").add_subparsers(dest="verb", required=True)
    entry = verbs.add_parser(
        "add", help="write an entry; its text comes from a file, or from standard input (-)"
    )
    entry.add_argument("--alliance", required=True, metavar="NAME")
    entry.add_argument("--date", type=day, default=None, metavar="D", help="YYYY-MM-DD, by default today")
    entry.add_argument("--minutes", type=number, default=None, metavar="N")
    entry.add_argument("--title", default="", metavar="T")
    entry.add_argument("file", metavar="FILE")
    entry.set_defaults(do=_add)


def _add(workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.journal.model import FREE, TEXT, Draft

    alliance = workspace.alliances.named(asked.alliance)
    written_on = asked.date or date.today()  # noqa: DTZ011 -- the user's own day
    title, parts = " ".join(asked.title.split()), {TEXT: text_of(asked.file)}
    draft = Draft(alliance, written_on, FREE, title, asked.minutes, parts)
    print(workspace.journal.add(draft)[1].ref)
    return 0
