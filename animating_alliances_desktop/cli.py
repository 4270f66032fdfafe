"""The command line over the core: no window, no display, no PySide6."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from animating_alliances_desktop import __version__
from animating_alliances_desktop.core import paths
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.errors import AppError

PLURALS = {kind.plural: kind for kind in Kind}


def parser() -> argparse.ArgumentParser:
    """The whole command line; without a command the window opens."""
    top = argparse.ArgumentParser(
        prog="animating-alliances",
        description="An offline companion for people who hold alliances together. Without a command, the window opens.",
    )
    top.add_argument("--version", action="version", version=__version__)
    top.add_argument(
        "--workspace",
        metavar="FOLDER",
        type=Path,
        default=paths.default_workspace(),
        help="where your things are kept",
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _add_reading(commands)
    _add_writing(commands)
    _add_keeping(commands)
    return top


def _add_reading(commands: Any) -> None:
    search = commands.add_parser("search", help="find something in everything there is")
    search.add_argument("query")
    search.add_argument(
        "--kind", action="append", choices=[kind.value for kind in Kind], default=[], metavar="KIND"
    )
    search.add_argument("--limit", type=_at_least_one, default=20, metavar="N")
    search.add_argument("--json", action="store_true")
    listing = commands.add_parser("list", help="list all things of a kind")
    listing.add_argument("kind", choices=list(PLURALS), metavar="KIND", help=", ".join(PLURALS))
    listing.add_argument("--json", action="store_true")
    show = commands.add_parser("show", help="print one thing")
    show.add_argument("ref", metavar="REF")
    show.add_argument("--format", choices=["md", "html", "json"], default="md")


def _add_writing(commands: Any) -> None:
    bring_in = commands.add_parser(
        "import", help="bring PDF, Word, EPUB, PowerPoint, HTML, Markdown and text files into the library"
    )
    bring_in.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    bring_in.add_argument(
        "--password",
        default="",
        metavar="P",
        help="opens encrypted PDFs; it is not kept (-: read from standard input)",
    )
    alliance = commands.add_parser("alliance", help="your alliances").add_subparsers(
        dest="verb", required=True
    )
    alliance.add_parser("add", help="add an alliance").add_argument("name", metavar="NAME")
    journal = commands.add_parser("journal", help="your journal").add_subparsers(dest="verb", required=True)
    entry = journal.add_parser(
        "add", help="write an entry; its text comes from a file, or from standard input (-)"
    )
    entry.add_argument("--alliance", required=True, metavar="NAME")
    entry.add_argument("--date", type=_day, default=None, metavar="D", help="YYYY-MM-DD, by default today")
    entry.add_argument("--minutes", type=_number, default=None, metavar="N")
    entry.add_argument("--title", default="", metavar="T")
    entry.add_argument("file", metavar="FILE")
    note = commands.add_parser("note", help="your notes").add_subparsers(dest="verb", required=True)
    note_add = note.add_parser("add", help="write a note on a text, or on a passage of it")
    note_add.add_argument("ref", metavar="REF")
    note_add.add_argument("--quote", default="", metavar="Q", help="the words of the passage")
    note_add.add_argument("text", metavar="TEXT")


def _add_keeping(commands: Any) -> None:
    commands.add_parser("export", help="write everything of yours as Markdown and JSON").add_argument(
        "folder", type=Path, metavar="FOLDER"
    )
    commands.add_parser("backup", help="write a checked copy of the workspace").add_argument(
        "file", type=Path, metavar="FILE"
    )
    commands.add_parser("check", help="look through the workspace and the shipped library")


def _at_least_one(text: str) -> int:
    number = _number(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 on")
    return number


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number") from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date such as 2026-11-24") from None


def run(asked: argparse.Namespace) -> int:
    """Do one command; the answer is the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    # SQLAlchemy takes half a second to import: `--help` and a wrong usage do not wait for it.
    from animating_alliances_desktop.core.workspace import Workspace

    try:
        with Workspace.open(asked.workspace) as workspace:
            status = _COMMANDS[asked.command](workspace, asked)
            workspace.back_up_if_old()
            return status
    except AppError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()  # whoever read us has seen enough
        return 0


def _catch_up(workspace: Any) -> None:
    workspace.catch_up()
    problems = workspace.library.problems()
    if problems:
        more = f" (and {len(problems) - 1} more: see “check”)" if len(problems) > 1 else ""
        print(f"{problems[0]}{more}", file=sys.stderr)


def _search(workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.search.model import END, START
    from animating_alliances_desktop.core.sharing.export import plain

    _catch_up(workspace)
    answer = workspace.search.ask(asked.query, tuple(map(Kind, asked.kind)), asked.limit)
    unmarked = str.maketrans("", "", START + END)
    results = [replace(result, snippet=result.snippet.translate(unmarked)) for result in answer.results]
    if asked.json:
        _print_json(plain(replace(answer, results=tuple(results))))
        return 0
    for result in results:
        print(f"{result.ref}\t{result.title}\n\t{' '.join(result.snippet.split())}")
    if not results:
        print(f"Nothing was found for {answer.understood_as or 'this'}.")
    if answer.suggestion:
        print(f"Did you mean: {answer.suggestion}")
    return 0


def _list(workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.sharing.listing import listed

    _catch_up(workspace)
    lines = listed(workspace, PLURALS[asked.kind])
    if asked.json:
        _print_json(lines)
    for line in () if asked.json else lines:
        print(f"{line['ref']}\t{line['title']}")
    return 0


def _show(workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.sharing.listing import shown

    _catch_up(workspace)
    page = shown(workspace, Ref.parse(asked.ref))
    if asked.format == "json":
        _print_json(page.data)
    else:
        print(page.markdown if asked.format == "md" else page.html)
    return 0


def _import(workspace: Any, asked: argparse.Namespace) -> int:
    password = sys.stdin.readline().rstrip("\r\n") if asked.password == "-" else asked.password  # noqa: S105
    report = workspace.library.bring_in(asked.paths, password=password)
    for path, ref in report.came_in:
        print(f"{ref}\t{path}")
    for path, why in report.refused:
        print(f"{path}: {why}.", file=sys.stderr)
    for path in report.unlocked:
        print(
            f"{path}: stays encrypted in the library; its text is kept readable, for search.", file=sys.stderr
        )
    if report.refused and not report.came_in and not report.known:
        return 1
    print(
        f"{len(report.came_in)} came in, {len(report.known)} were there already, {len(report.refused)} did not."
    )
    return 0


def _alliance(workspace: Any, asked: argparse.Namespace) -> int:
    print(workspace.alliances.add(asked.name)[1])
    return 0


def _journal(workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.journal.model import Draft, Form

    alliance = workspace.alliances.named(asked.alliance)
    day = asked.date or date.today()  # noqa: DTZ011 -- the user's own day
    draft = Draft(
        alliance, day, Form.FREE, " ".join(asked.title.split()), asked.minutes, free=_text_of(asked.file)
    )
    print(workspace.journal.add(draft)[1].ref)
    return 0


def _text_of(name: str) -> str:
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data.decode("utf-8-sig").replace("\r\n", "\n").strip()
    except UnicodeDecodeError:
        raise AppError(f"The text of {name} is not UTF-8; save it as UTF-8 and try again.") from None
    except OSError as error:
        raise AppError(f"The file {name} cannot be read ({error.strerror}).") from error


def _note(workspace: Any, asked: argparse.Namespace) -> int:
    _catch_up(workspace)
    print(workspace.write_note(Ref.parse(asked.ref), asked.text, asked.quote))
    return 0


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
    for problem in problems:
        print(problem, file=sys.stderr)
    if not problems:
        print(f"The workspace {workspace.folder} is in order.")
    return 1 if problems else 0


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


_COMMANDS: dict[str, Callable[[Any, argparse.Namespace], int]] = {
    "search": _search,
    "list": _list,
    "show": _show,
    "import": _import,
    "alliance": _alliance,
    "journal": _journal,
    "note": _note,
    "export": _export,
    "backup": _backup,
    "check": _check,
}


def main(arguments: Sequence[str]) -> int:
    """Parse and do; for tests."""
    return run(parser().parse_args(arguments))
