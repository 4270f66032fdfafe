"""Commands on the journal."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from animating_alliances_desktop.cli.printed import catch_up, print_json
from animating_alliances_desktop.cli.typed import day, number, text_of
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.errors import AppError


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
    entry.add_argument(
        "--form", default="free", metavar="F",
        help="quick, standard, deep, weekly-log …: headings in the text name its parts",
    )  # fmt: skip
    entry.add_argument(
        "--meeting", default="", metavar="M", help="what it is about: a title, or a reference; its day counts"
    )
    entry.add_argument("file", metavar="FILE")
    entry.set_defaults(do=_add)
    listing = verbs.add_parser("list", help="list entries, the latest day first")
    listing.add_argument("--alliance", default="", metavar="A")
    listing.add_argument("--since", type=day, default=date.min, metavar="D")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(do=_list)


def _add(workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.journal.model import Draft
    from animating_alliances_desktop.core.journal.written import parts_of

    if asked.form != "free":
        catch_up(workspace)
    alliance = workspace.alliances.named(asked.alliance)
    latest = asked.date or date.today()  # noqa: DTZ011 -- the user's own day
    meeting = _meeting(workspace, alliance, asked.meeting, latest) if asked.meeting else None
    written_on = asked.date or (meeting.day if meeting else latest)
    parts = parts_of(text_of(asked.file), _form(workspace, asked.form))
    title, about = " ".join(asked.title.split()), meeting.ref if meeting else None
    draft = Draft(alliance, written_on, asked.form, title, asked.minutes, parts, about)
    print(workspace.journal.add(draft)[1].ref)
    return 0


def _form(workspace: Any, key: str) -> Any:
    forms = {form.key: form for form in workspace.forms.listed()}
    if key == "free":
        return None
    if key not in forms:
        raise AppError(f"There is no form “{key[:60]}”; the forms are {', '.join(forms)} and free.")
    return forms[key]


def _meeting(workspace: Any, alliance: Ref, text: str, latest: date) -> Any:
    """The meeting that is meant: by its reference, or the last one until a day that is called so."""
    if "/" in text:
        ref = Ref.parse(text)
        if ref.kind is not Kind.MEETING:
            raise AppError(f"{ref} is not a meeting: write its title, or meeting/ and its key.")
        return workspace.meetings.get(ref)
    wanted = " ".join(text.split()).casefold()
    found = workspace.meetings.listed(alliance, until=latest)
    called = [
        one for one in found if wanted in (one.planned.title.casefold(), one.label.casefold(), one.ref.key)
    ]
    if not called:
        raise AppError(f"No meeting until then is called “{text[:60]}”: see “meeting list”.")
    return called[-1]


def _list(workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.database.titles import short

    alliance = workspace.alliances.named(asked.alliance) if asked.alliance else None
    entries = [entry for entry in workspace.journal.listed(alliance) if entry.draft.day >= asked.since]
    lines = [
        {
            "ref": str(entry.ref),
            "day": entry.draft.day.isoformat(),
            "alliance": entry.alliance_name,
            "title": entry.draft.title or short(entry.opening) or entry.label,
            "form": entry.draft.form,
            "minutes": entry.draft.minutes,
            "kept": entry.kept.isoformat() if entry.kept is not None else None,
        }
        for entry in entries
    ]
    if asked.json:
        print_json(lines)
    for line in () if asked.json else lines:
        print(f"{line['ref']}\t{line['day']}\t{line['alliance']}\t{line['title']}")
    return 0
