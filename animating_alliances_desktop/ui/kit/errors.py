"""What the user is told when something goes wrong, and the report of it, which holds none of their texts."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop import __version__
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.ui.kit.messages import MessageKind

Say = Callable[[str, MessageKind], object]
"""Shows a sentence of a kind: the message bar's `say`."""
_PARTS_OF_A_PATH = 3


class Errors:
    """Turns an exception into a sentence, and into a report if nobody expected it."""

    def __init__(self, say: Say, folder: Callable[[], Path | None]) -> None:
        self._say, self._folder = say, folder

    def show(self, error: BaseException) -> None:
        """Say what happened; `folder` tells where reports go, or None while there is no workspace."""
        if isinstance(error, AppError):
            self._say(str(error), "error")
            return
        file = self._keep_report(error)
        words = _tr(
            "Something went wrong here that we did not expect; your last step may not have been kept."
        )
        if file is not None:
            words += " " + _tr("A report without any of your texts is in {file}.").format(file=file)
        self._say(words, "error")

    def catch_all(self) -> None:
        """Take every exception that nobody else caught, for as long as the app runs."""

        def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if issubclass(kind, KeyboardInterrupt):
                sys.__excepthook__(kind, error, trace)
            else:
                self.show(error)

        sys.excepthook = caught

    def _keep_report(self, error: BaseException) -> Path | None:
        folder = self._folder()
        if folder is None:
            return None
        now = datetime.now(UTC)
        file = folder / f"{now:%Y-%m-%d-%H%M%S-%f}.txt"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            file.touch(mode=0o600, exist_ok=False)
            file.write_text(report(error, now), encoding="utf-8")
        except OSError:
            return None
        return file


def report(error: BaseException, now: datetime) -> str:
    """Write down what happened where: kinds of exceptions, files, lines, functions, never a message."""
    lines = [
        f"Animating Alliances {__version__}",
        f"{now:%Y-%m-%d %H:%M:%S} UTC",
        f"Python {platform.python_version()}, Qt {qt_version}, {platform.system()} {platform.release()}",
        "",
    ]
    for link in _chain(error):
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
        lines += [
            f"  {_short(frame.f_code.co_filename)}:{line} in {frame.f_code.co_name}"
            for frame, line in traceback.walk_tb(link.__traceback__)
        ]
        lines.append("")
    return "\n".join(lines)


def _chain(error: BaseException | None) -> list[BaseException]:
    """List the error and what led to it, each once."""
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found


def _short(path: str) -> str:
    """Leave out the start of a path: it often holds the user's name."""
    return "/".join(Path(path).parts[-_PARTS_OF_A_PATH:])


def _tr(text: str) -> str:
    return QCoreApplication.translate("Errors", text)
