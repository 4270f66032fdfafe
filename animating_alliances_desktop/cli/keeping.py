"""Commands that take care of the whole: export, backup, check."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any


def add(commands: Any) -> None:
    """Add these commands."""
    export = commands.add_parser("export", help="write everything of yours as Markdown and JSON")
    export.add_argument("folder", type=Path, metavar="FOLDER")
    export.set_defaults(do=_export)
    backup = commands.add_parser("backup", help="write a checked copy of the workspace")
    backup.add_argument("file", type=Path, metavar="FILE")
    backup.set_defaults(do=_backup)
    check = commands.add_parser("check", help="look through the workspace and the shipped library")
    check.add_argument(
        "--seal", type=_seal, default=None, metavar="NUMBER:DIGEST",
        help="find out whether the journal's history still has this seal, as a log book gives it",
    )  # fmt: skip
    check.set_defaults(do=_check)


def _seal(text: str) -> tuple[int, str]:
    """A seal as a log book gives it."""
    number, colon, digest = text.strip().partition(":")
    if not colon or not number.isdecimal() or not digest:
        raise argparse.ArgumentTypeError(f"“{text[:80]}” is not a seal such as 12:9f2c…")
    return int(number), digest


def _export(workspace: Any, asked: argparse.Namespace) -> int:
    print(f"{workspace.export(asked.folder)} things were written to {asked.folder}.")
    return 0


def _backup(workspace: Any, asked: argparse.Namespace) -> int:
    workspace.back_up_to(asked.file)
    print(f"The backup was written to {asked.file} and checked.")
    return 0


def _check(workspace: Any, asked: argparse.Namespace) -> int:
    workspace.catch_up()
    problems = workspace.check()
    if asked.seal is not None and not workspace.history.holds(*asked.seal):
        problems.append(f"The history of the journal has no seal {asked.seal[0]} with this digest.")
    for problem in problems:
        print(problem, file=sys.stderr)
    if not problems:
        print(f"The workspace {workspace.folder} is in order.")
        if asked.seal is not None:
            print(f"Seal {asked.seal[0]} is still in the history of the journal.")
    return 1 if problems else 0
