"""Commands that bring things in and write on them: import, note."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from animating_alliances_desktop.cli import meetings
from animating_alliances_desktop.cli.printed import catch_up
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.library.files import shown


def add(commands: Any) -> None:
    """Add these commands."""
    bring_in = commands.add_parser(
        "import",
        help="bring PDF, Word, EPUB, PowerPoint, HTML, Markdown and text files into the library, "
        "and meetings from calendar files (.ics) into an alliance",
    )
    bring_in.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    bring_in.add_argument(
        "--password",
        default="",
        metavar="P",
        help="opens encrypted PDFs; it is not kept (-: read from standard input)",
    )
    bring_in.add_argument(
        "--alliance", default="", metavar="A", help="whose the meetings are of which that is not clear"
    )
    bring_in.set_defaults(do=_import)
    note = commands.add_parser("note", help="your notes").add_subparsers(dest="verb", required=True)
    note_add = note.add_parser("add", help="write a note on a text, or on a passage of it")
    note_add.add_argument("ref", metavar="REF")
    note_add.add_argument("--quote", default="", metavar="Q", help="the words of the passage")
    note_add.add_argument("text", metavar="TEXT")
    note_add.set_defaults(do=_note)


def _import(workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.alliances.meetings import SUFFIXES

    calendars = [path for path in asked.paths if path.suffix.lower() in SUFFIXES]
    status = meetings.bring_in(workspace, calendars, asked.alliance) if calendars else 0
    others = [path for path in asked.paths if path not in calendars]
    return max(status, _import_texts(workspace, asked, others)) if others else status


def _import_texts(workspace: Any, asked: argparse.Namespace, paths: list[Path]) -> int:
    password = sys.stdin.readline().rstrip("\r\n") if asked.password == "-" else asked.password  # noqa: S105
    report = workspace.library.bring_in(paths, password=password)
    for path, ref in report.came_in:
        print(f"{ref}\t{shown(path)}")
    for path, why in report.refused:
        print(f"{shown(path)}: {why}.", file=sys.stderr)
    for path in report.unlocked:
        print(
            f"{shown(path)}: stays encrypted in the library; its text is kept readable, for search.",
            file=sys.stderr,
        )
    if report.refused and not report.came_in and not report.known:
        return 1
    print(
        f"{len(report.came_in)} came in, {len(report.known)} were there already, {len(report.refused)} did not."
    )
    return 0


def _note(workspace: Any, asked: argparse.Namespace) -> int:
    catch_up(workspace)
    print(workspace.write_note(Ref.parse(asked.ref), asked.text, asked.quote))
    return 0
