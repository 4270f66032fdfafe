"""`python -m animating_alliances_desktop`: the window, or a command without one, or the child process."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any


def main(arguments: Sequence[str] | None = None) -> int:
    """Start what was asked for; the answer is the exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    # Each of the four needs little of what the others import, and a start is waited for.
    if given == ["--worker"]:
        from animating_alliances_desktop.core.jobs import JOBS
        from animating_alliances_desktop.core.worker import serve

        serve(JOBS)
        return 0
    if given == ["--pdf"]:
        from animating_alliances_desktop.core.pdf_jobs import serve_pdf

        serve_pdf()
        return 0
    from animating_alliances_desktop import cli

    asked = cli.parser().parse_args(given)
    if asked.command is not None:
        return cli.run(asked)
    try:
        running = window()
    except ImportError as error:
        if not (error.name or "PySide6").startswith(("PySide6", "shiboken6")):
            raise
        from animating_alliances_desktop.ui.shell.display import missing_libraries

        print(missing_libraries(error), file=sys.stderr)
        return 1
    return int(running.run(asked.workspace))


def window() -> Any:
    """The module that runs the window.

    PySide6 puts an import function of its own into the place of Python's: that one reads the source of all that is
    imported later, SQLAlchemy's too, to see whether it asks for a `__feature__`. Nothing does, and it takes a tenth of
    the start and 27 MB; so Python's own is put back.
    """
    own = builtins.__import__
    try:
        import_module("PySide6.QtWidgets")
    finally:
        builtins.__import__ = own
    return import_module("animating_alliances_desktop.running")


if __name__ == "__main__":
    sys.exit(main())
