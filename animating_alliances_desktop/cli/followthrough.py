"""Commands on what meetings leave behind: action, decision, noticing, intention."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from animating_alliances_desktop.cli.printed import print_json
from animating_alliances_desktop.cli.typed import day, said_day
from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.errors import AppError

_REPEATS = ("weekly", "fortnightly", "monthly", "quarterly")
_DAY_HELP = "such as Friday, 3 Dec, the end of March or 2026-12-03"
_Do = Callable[[Any, argparse.Namespace], int]


def add(commands: Any) -> None:
    """Add these commands."""
    actions = _verbs(commands, "action", "what somebody will do")
    _add_making(actions)
    _add_closing(actions)
    for name, store, words in (
        ("decision", "decisions", "what was decided"),
        ("noticing", "noticings", "what somebody noticed"),
    ):
        verbs = _verbs(commands, name, words)
        new = _verb(verbs, "add", f"write down {words}", partial(_add_left, store))
        new.add_argument("--alliance", required=True, metavar="NAME")
        new.add_argument("--date", type=day, default=None, metavar="D", help="YYYY-MM-DD, by default today")
        new.add_argument("text", metavar="TEXT")
        _filtered(_verb(verbs, "list", "the latest first", partial(_list_left, store)))
    _add_intentions(_verbs(commands, "intention", "if …, then I will …: up to three in an alliance"))


def _add_making(verbs: Any) -> None:
    new = _verb(verbs, "add", "add an action; its text may say “@Owner by Friday (agreed)” itself", _add)
    new.add_argument("--alliance", required=True, metavar="NAME")
    new.add_argument("--owner", default="", metavar="O", help="a member, one of its people, “hub” or “me”")
    new.add_argument("--due", type=said_day, default=None, metavar="D", help=_DAY_HELP)
    new.add_argument("--agreed", action="store_true", help="it was agreed aloud")
    new.add_argument("--repeats", choices=_REPEATS, default="")
    new.add_argument("text", metavar="TEXT")
    listing = _filtered(_verb(verbs, "list", "what is open, in the order in which it is due", _list))
    listing.add_argument("--owner", default="", metavar="O")
    listing.add_argument("--all", action="store_true", help="what is done or let go, too")
    file = _verb(verbs, "export", "write a list (.md), a table (.csv) or calendar to-dos (.ics)", _export)
    file.add_argument("file", type=Path, metavar="FILE")
    file.add_argument("--alliance", default=None, metavar="NAME")
    file.add_argument("--all", action="store_true", help="what is done or let go, too")
    message = _verb(verbs, "check-in", "print a friendly message to an owner, to copy and send", _check_in)
    message.add_argument("--owner", required=True, metavar="O")
    message.add_argument("--alliance", default=None, metavar="NAME")


def _add_closing(verbs: Any) -> None:
    for name, words, do in (
        ("done", "say that actions are done", _done),
        ("reopen", "take actions up again", _reopen),
        ("let-go", "let actions go", _let_go),
        ("give", "give actions to somebody else", _give),
        ("move", "give actions another day", _move),
    ):
        verb = _verb(verbs, name, words, do)
        verb.add_argument("refs", nargs="+", metavar="REF")
        if name == "let-go":
            verb.add_argument("--reason", default="", metavar="R")
        elif name == "give":
            verb.add_argument("--owner", required=True, metavar="O")
        elif name == "move":
            verb.add_argument("--due", type=said_day, default=None, metavar="D", help=f"{_DAY_HELP}; or none")


def _add_intentions(verbs: Any) -> None:
    new = _verb(verbs, "add", "mean to do something", _add_intention)
    new.add_argument("--alliance", required=True, metavar="NAME")
    new.add_argument("--if", dest="cue", required=True, metavar="CUE")
    new.add_argument("--then", required=True, metavar="DEED")
    _filtered(_verb(verbs, "list", "those that are open first", _list_intentions))
    close = _verb(verbs, "close", "say what came of it", _close_intention)
    close.add_argument("ref", metavar="REF")
    close.add_argument("--outcome", default="", metavar="O")


def _verbs(commands: Any, name: str, words: str) -> Any:
    return commands.add_parser(name, help=words).add_subparsers(dest="verb", required=True)


def _verb(verbs: Any, name: str, words: str, do: _Do) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = verbs.add_parser(name, help=words)
    made.set_defaults(do=do)
    return made


def _filtered(verb: argparse.ArgumentParser) -> argparse.ArgumentParser:
    verb.add_argument("--alliance", default=None, metavar="NAME")
    verb.add_argument("--json", action="store_true")
    return verb


def _add(workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.followthrough.model import Repeats

    alliance = workspace.alliances.named(asked.alliance)
    wish = workspace.actions.read(alliance, asked.text, _today())
    wish = replace(
        wish,
        owner=asked.owner or wish.owner,
        due=asked.due or wish.due,
        agreed=asked.agreed or wish.agreed,
        repeats=Repeats(asked.repeats) or wish.repeats,
    )
    print(workspace.actions.add(alliance, wish, _today())[1])
    return 0


def _list(workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.followthrough.saying import facts, owner_said

    chosen = _chosen(workspace, asked)
    if asked.json:
        history = {action.ref: action for action in workspace.actions.whole()}
        _print_things([history[action.ref] for action in chosen])
        return 0
    for action in chosen:
        told = " · ".join([action.alliance_name, owner_said(action), *facts(action, _today())])
        print(f"{action.ref}\t{action.text}\t{told}")
    return 0


def _export(workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.sharing.action_file import write_actions

    number = write_actions(asked.file, _chosen(workspace, asked), datetime.now().astimezone())
    print(f"{number} actions were written to {asked.file}.")
    return 0


def _check_in(workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.followthrough.saying import check_in

    asked.all = False
    text = check_in(_chosen(workspace, asked), _today())
    if not text:
        raise AppError(f"Nothing is open that is owned by “{asked.owner[:80]}”. See “action list”.")
    print(text, end="")
    return 0


def _chosen(workspace: Any, asked: argparse.Namespace) -> list[Any]:
    from animating_alliances_desktop.core.followthrough.model import Status
    from animating_alliances_desktop.core.followthrough.owners import is_called

    alliance = _alliance(workspace, asked.alliance)
    found = workspace.actions.listed(alliance, None if asked.all else Status.OPEN)
    owner = getattr(asked, "owner", "")
    return [one for one in found if not owner or is_called(one.owner, owner)]


def _done(workspace: Any, asked: argparse.Namespace) -> int:
    workspace.actions.done(_refs(asked), _today())
    return 0


def _reopen(workspace: Any, asked: argparse.Namespace) -> int:
    workspace.actions.open_again(_refs(asked), _today())
    return 0


def _let_go(workspace: Any, asked: argparse.Namespace) -> int:
    workspace.actions.let_go(_refs(asked), asked.reason, _today())
    return 0


def _give(workspace: Any, asked: argparse.Namespace) -> int:
    workspace.actions.give(_refs(asked), asked.owner, _today())
    return 0


def _move(workspace: Any, asked: argparse.Namespace) -> int:
    workspace.actions.move(_refs(asked), asked.due, _today())
    return 0


def _add_left(store: str, workspace: Any, asked: argparse.Namespace) -> int:
    alliance = workspace.alliances.named(asked.alliance)
    print(getattr(workspace, store).add(alliance, asked.text, asked.date or _today())[1])
    return 0


def _list_left(store: str, workspace: Any, asked: argparse.Namespace) -> int:
    from animating_alliances_desktop.core.followthrough.saying import said

    found = getattr(workspace, store).listed(_alliance(workspace, asked.alliance))
    if asked.json:
        _print_things(found)
        return 0
    for one in found:
        print(f"{one.ref}\t{one.text}\t{one.alliance_name} · {said(one.day, _today())}")
    return 0


def _add_intention(workspace: Any, asked: argparse.Namespace) -> int:
    alliance = workspace.alliances.named(asked.alliance)
    print(workspace.intentions.add(alliance, asked.cue, asked.then, _today())[1])
    return 0


def _list_intentions(workspace: Any, asked: argparse.Namespace) -> int:
    found = workspace.intentions.listed(_alliance(workspace, asked.alliance))
    if asked.json:
        _print_things(found)
        return 0
    for one in found:
        print(f"{one.ref}\t{one.sentence}\t{one.alliance_name} · {'open' if one.is_open else one.outcome}")
    return 0


def _close_intention(workspace: Any, asked: argparse.Namespace) -> int:
    workspace.intentions.close(Ref.parse(asked.ref), asked.outcome, _today())
    return 0


def _print_things(things: list[Any]) -> None:
    from animating_alliances_desktop.core.sharing.export import plain

    print_json([plain(thing) for thing in things])


def _refs(asked: argparse.Namespace) -> list[Ref]:
    return [Ref.parse(ref) for ref in asked.refs]


def _alliance(workspace: Any, name: str | None) -> Ref | None:
    found: Ref | None = workspace.alliances.named(name) if name else None
    return found


def _today() -> date:
    return date.today()  # noqa: DTZ011 -- the user's own day
