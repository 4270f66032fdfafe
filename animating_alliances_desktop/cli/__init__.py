"""The command line over the core: no window, no display, no PySide6."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from animating_alliances_desktop import __version__
from animating_alliances_desktop.cli import (
    alliances,
    books,
    followthrough,
    journal,
    keeping,
    lookback,
    meetings,
    reading,
    trash,
    writing,
)
from animating_alliances_desktop.cli.reading import PLURALS
from animating_alliances_desktop.core import paths
from animating_alliances_desktop.core.errors import AppError

__all__ = ["PLURALS", "main", "parser", "run"]

_GROUPS = (reading, writing, alliances, meetings, journal, followthrough, books, lookback, keeping, trash)
"""Each adds its commands by `add`, and sets what does a command as its `do`."""


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
    for group in _GROUPS:
        group.add(commands)
    return top


def run(asked: argparse.Namespace) -> int:
    """Do one command; the answer is the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    # SQLAlchemy takes half a second to import: `--help` and a wrong usage do not wait for it.
    from animating_alliances_desktop.core.workspace import Workspace

    try:
        with Workspace.open(asked.workspace) as workspace:
            status: int = asked.do(workspace, asked)
            workspace.back_up_if_old()
            return status
    except AppError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()  # whoever read us has seen enough
        return 0


def main(arguments: Sequence[str]) -> int:
    """Parse and do; for tests."""
    return run(parser().parse_args(arguments))
