"""Commands on the trash."""

from __future__ import annotations

import argparse
from typing import Any

from animating_alliances_desktop.cli.printed import print_json
from animating_alliances_desktop.cli.typed import number


def add(commands: Any) -> None:
    """Add these commands."""
    verbs = commands.add_parser("trash", help="what you deleted").add_subparsers(dest="verb", required=True)
    listing = verbs.add_parser("list", help="list what can be brought back, the latest deletion first")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(do=_list)
    empty = verbs.add_parser("empty", help="let go for good of what was deleted long ago")
    empty.add_argument(
        "--older-than", type=number, default=30, metavar="N", help="days; 30, if not said; 0: all"
    )
    empty.add_argument(
        "--renew-backups", action="store_true", help="make a fresh backup, and drop those that hold it still"
    )
    empty.set_defaults(do=_empty)


def _list(workspace: Any, asked: argparse.Namespace) -> int:
    lines = [
        {"ref": str(one.ref), "deleted": one.at.isoformat(), "title": one.title, "along": one.along}
        for one in workspace.trash.listed()
    ]
    if asked.json:
        print_json(lines)
    for line in () if asked.json else lines:
        print(f"{line['ref']}\t{line['deleted'][:10]}\t{line['title']}")
    return 0


def _empty(workspace: Any, asked: argparse.Namespace) -> int:
    emptied = workspace.trash.empty(asked.older_than)
    print(
        "1 deletion was let go for good."
        if emptied.things == 1
        else f"{emptied.things} deletions were let go for good."
    )
    if asked.renew_backups:
        print(f"The only backup is now {workspace.trash.renew_backups().name}.")
    elif emptied.backups:
        print(
            f"{len(emptied.backups)} backups of before still hold them; --renew-backups makes a fresh one "
            "and drops those. Copies that you made elsewhere are yours to delete."
        )
    return 0
