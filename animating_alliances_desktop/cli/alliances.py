"""Commands on alliances."""

from __future__ import annotations

import argparse
from typing import Any


def add(commands: Any) -> None:
    """Add these commands."""
    verbs = commands.add_parser("alliance", help="your alliances").add_subparsers(dest="verb", required=True)
    new = verbs.add_parser("add", help="add an alliance")
    new.add_argument("name", metavar="NAME")
    new.set_defaults(do=_add)


def _add(workspace: Any, asked: argparse.Namespace) -> int:
    print(workspace.alliances.add(asked.name)[1])
    return 0
