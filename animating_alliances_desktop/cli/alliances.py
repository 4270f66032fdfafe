"""Commands on alliances, and on who belongs to them."""

from __future__ import annotations

import argparse
from typing import Any

from animating_alliances_desktop.cli.printed import print_json
from animating_alliances_desktop.cli.typed import day


def add(commands: Any) -> None:
    """Add these commands."""
    _add_alliances(commands)
    _add_members(commands)
    _add_people(commands)


def _add_alliances(commands: Any) -> None:
    verbs = commands.add_parser("alliance", help="your alliances").add_subparsers(dest="verb", required=True)
    for verb, words, do in (
        ("add", "add an alliance", _add),
        ("archive", "put an alliance out of the way", _archive),
        ("unarchive", "put an alliance back among the others", _unarchive),
    ):
        command = verbs.add_parser(verb, help=words)
        command.add_argument("name", metavar="NAME")
        command.set_defaults(do=do)


def _add_members(commands: Any) -> None:
    verbs = commands.add_parser("member", help="the members of an alliance").add_subparsers(
        dest="verb", required=True
    )
    new = verbs.add_parser("add", help="add an organisation to an alliance")
    new.add_argument("--alliance", required=True, metavar="A")
    new.add_argument("--seeks", default="", metavar="S", help="what it seeks in the alliance")
    new.add_argument("--firm-on", default="", metavar="F", help="what it cannot concede")
    new.add_argument("--since", type=day, default=None, metavar="D")
    new.add_argument("name", metavar="ORGANISATION")
    new.set_defaults(do=_add_member)
    listing = verbs.add_parser("list", help="list the members of an alliance, and who speaks for them")
    listing.add_argument("--alliance", required=True, metavar="A")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(do=_list_members)


def _add_people(commands: Any) -> None:
    verbs = commands.add_parser("person", help="the people one meets").add_subparsers(
        dest="verb", required=True
    )
    new = verbs.add_parser("add", help="let somebody take part in an alliance, for a member or for the hub")
    new.add_argument("--alliance", required=True, metavar="A")
    new.add_argument("--member", default="", metavar="ORGANISATION", help="by default the hub")
    new.add_argument("--role", default="", metavar="R")
    new.add_argument("--email", default="", metavar="E")
    new.add_argument("--since", type=day, default=None, metavar="D")
    new.add_argument("name", metavar="NAME")
    new.set_defaults(do=_add_person)


def _add(workspace: Any, asked: argparse.Namespace) -> int:
    print(workspace.alliances.add(asked.name)[1])
    return 0


def _archive(workspace: Any, asked: argparse.Namespace) -> int:
    workspace.alliances.archive(workspace.alliances.named(asked.name))
    return 0


def _unarchive(workspace: Any, asked: argparse.Namespace) -> int:
    workspace.alliances.unarchive(workspace.alliances.named(asked.name))
    return 0


def _add_member(workspace: Any, asked: argparse.Namespace) -> int:
    alliance = workspace.alliances.named(asked.alliance)
    workspace.alliances.add_member(
        alliance, asked.name, "", asked.seeks, firm_on=asked.firm_on, since=asked.since
    )
    print(workspace.alliances.member_named(alliance, asked.name).organisation)
    return 0


def _list_members(workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.sharing.export import plain

    alliance = workspace.alliances.get(workspace.alliances.named(asked.alliance))
    if asked.json:
        print_json({"members": plain(alliance.members), "hub": plain(alliance.hub_seats)})
        return 0
    for member in alliance.members:
        people = ", ".join(seat.name for seat in member.seats)
        print("\t".join(str(part) for part in (member.organisation, member.name, people) if part))
    for seat in alliance.hub_seats:
        print("\t".join(part for part in (str(seat.person), seat.name, seat.role) if part))
    return 0


def _add_person(workspace: Any, asked: argparse.Namespace) -> int:
    alliance = workspace.alliances.named(asked.alliance)
    member = workspace.alliances.member_named(alliance, asked.member).key if asked.member else ""
    _changes, person = workspace.people.add_seat(
        alliance, asked.name, member=member, role=asked.role, email=asked.email, since=asked.since
    )
    print(person)
    return 0
