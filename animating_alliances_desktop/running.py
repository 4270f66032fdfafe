"""The run of the window: shown on a folder, or on the one chosen instead, until it is closed."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from animating_alliances_desktop import __version__
from animating_alliances_desktop.app import App
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.ui.shell.display import check_display

SETTLED_MS = 10 * 1000
"""By then all pages are imported."""


def leave_garbage(qt: QApplication) -> None:
    """Look for none while all that stays is imported and made, which takes a tenth of the start; then set that apart.

    To look through it would hold up the window for 0.1 s, again and again.
    """
    gc.disable()

    def settle() -> None:
        gc.freeze()
        gc.enable()

    QTimer.singleShot(SETTLED_MS, qt, settle)


def run(folder: Path) -> int:
    """Show the window until it is closed; the answer is the exit status."""
    try:
        check_display()
    except AppError as error:
        print(error, file=sys.stderr)
        return 1
    qt = QApplication(sys.argv[:1])
    leave_garbage(qt)
    qt.setApplicationName("Animating Alliances")
    qt.setApplicationVersion(__version__)
    status, wished = 0, [folder]
    while wished:
        status = _show(qt, wished.pop(), wished)
    return status


def _show(qt: QApplication, folder: Path, wished: list[Path]) -> int:
    """Show the window on one folder; if that cannot be opened, the one chosen instead is added to `wished`."""

    def refuse(sentence: str) -> None:
        from animating_alliances_desktop.ui.shell.refusal import ask_for_another_folder  # 8 ms of the start

        print(sentence, file=sys.stderr)
        other = ask_for_another_folder(sentence)
        if other is not None:
            wished.append(other)
        qt.exit(1)

    app = App(qt, folder.expanduser().absolute())
    app.refused.connect(refuse)
    app.errors.catch_all()
    app.start()
    try:
        return qt.exec()
    finally:
        app.close()
