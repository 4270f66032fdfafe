"""A list of actions written to a file, in the format that its ending names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.followthrough.model import Action
from animating_alliances_desktop.core.sharing.followthrough import action_list, action_table

ENDINGS = (".md", ".csv", ".ics")


def write_actions(path: Path, actions: Sequence[Action], now: datetime) -> int:
    """Write them; raises AppError if the ending is none of ours, or nothing can be written there."""
    if path.suffix.lower() not in ENDINGS:
        raise AppError(
            "Let the name of the file end in .md, .csv or .ics: a list, a table or calendar to-dos."
        )
    try:
        path.expanduser().write_bytes(_formed(path.suffix.lower(), actions, now))
    except OSError as error:
        raise AppError(f"The file {path} could not be written ({error.strerror}).") from error
    return len(actions)


def _formed(ending: str, actions: Sequence[Action], now: datetime) -> bytes:
    match ending:
        case ".md":
            return action_list(actions, now.date()).encode()
        case ".csv":
            return action_table(actions).encode("utf-8-sig")  # Excel takes it for Latin letters otherwise
        case _:
            # 75 ms to import, which only this one of three formats needs
            from animating_alliances_desktop.core.sharing.todos import todos

            return todos(actions, now)
