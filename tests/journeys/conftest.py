"""The whole app in this process: a real workspace, the real window, no screen."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.database.connection import connect
from tests.journeys.hands import Hands
from tests.journeys.running import Start

Disk = Callable[[str], list[tuple[Any, ...]]]
Begin = Callable[..., Hands]


@pytest.fixture
def folder(folder: Path, stocked: Path) -> Path:
    """A workspace that was opened before, so that the library is in it."""
    shutil.copytree(stocked, folder)
    return folder


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, folder: Path, small_content: Path) -> Iterator[Start]:
    """Opens the app on the test's workspace; afterwards it must have left nothing behind."""
    made = Start(qapp, qtbot, folder, small_content)
    yield made
    made.close()
    qapp.setStyleSheet("")
    assert made.leavings() == []


@pytest.fixture
def begin(start: Start, qtbot: QtBot) -> Begin:
    """Starts the app (again), and answers with the hands of somebody who sits before it."""

    def sit_down(content: Path | None = None) -> Hands:
        return Hands(qtbot, start(content))

    return sit_down


@pytest.fixture
def disk(folder: Path) -> Disk:
    """Asks the workspace's file what another process would read there at this moment."""

    def ask(statement: str) -> list[tuple[Any, ...]]:
        with closing(connect(folder / "workspace.db", "ro")) as other:
            return list(other.execute(statement))

    return ask
