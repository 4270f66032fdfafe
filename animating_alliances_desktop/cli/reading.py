"""Commands that only read: search, list, show."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from animating_alliances_desktop.cli.printed import catch_up, print_json
from animating_alliances_desktop.cli.typed import at_least_one
from animating_alliances_desktop.core.changes import Kind, Ref

PLURALS = {kind.plural: kind for kind in Kind}


def add(commands: Any) -> None:
    """Add these commands."""
    search = commands.add_parser("search", help="find something in everything there is")
    search.add_argument("query")
    search.add_argument(
        "--kind", action="append", choices=[kind.value for kind in Kind], default=[], metavar="KIND"
    )
    search.add_argument("--limit", type=at_least_one, default=20, metavar="N")
    search.add_argument("--json", action="store_true")
    search.set_defaults(do=_search)
    listing = commands.add_parser("list", help="list all things of a kind")
    listing.add_argument("kind", choices=list(PLURALS), metavar="KIND", help=", ".join(PLURALS))
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(do=_list)
    show = commands.add_parser("show", help="print one thing")
    show.add_argument("ref", metavar="REF")
    show.add_argument("--format", choices=["md", "html", "json"], default="md")
    show.set_defaults(do=_show)


def _search(workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.search.model import END, START
    from animating_alliances_desktop.core.sharing.export import plain

    catch_up(workspace)
    answer = workspace.search.ask(asked.query, tuple(map(Kind, asked.kind)), asked.limit)
    unmarked = str.maketrans("", "", START + END)
    results = [replace(result, snippet=result.snippet.translate(unmarked)) for result in answer.results]
    if asked.json:
        print_json(plain(replace(answer, results=tuple(results))))
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

    catch_up(workspace)
    lines = listed(workspace, PLURALS[asked.kind])
    if asked.json:
        print_json(lines)
    for line in () if asked.json else lines:
        put_away = "\tarchived" if line.get("archived") else ""
        print(f"{line['ref']}\t{line['title']}{put_away}")
    return 0


def _show(workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.sharing.listing import shown

    catch_up(workspace)
    page = shown(workspace, Ref.parse(asked.ref))
    if asked.format == "json":
        print_json(page.data)
    else:
        print(page.markdown if asked.format == "md" else page.html)
    return 0
