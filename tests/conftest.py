"""What all tests share: no screen, no network, a temporary workspace."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# How quick a machine is says nothing of a property; and a folder or a window may serve all that one is tried with.
settings.register_profile(
    "ours", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
settings.load_profile("ours")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Generator[None, object, object]:
    """Delete the widgets that the test closed: Qt would keep them, and dress them anew for each test after it."""
    result = yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return result


@pytest.fixture(scope="session", autouse=True)
def emptied_clipboard() -> Iterator[None]:
    """Leave nothing on the clipboard: what lies there at the very end outlives Qt, and Python crashes over it."""
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that opens a connection fails."""

    def refuse(self: socket.socket, address: object) -> None:
        if self.family != socket.AF_UNIX:
            raise AssertionError(f"a connection was opened to {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(scope="session")
def small_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder with one text of each kind, quick to render."""
    from tests.content import write_small

    return write_small(tmp_path_factory.mktemp("small") / "content")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a test's workspace lies."""
    return tmp_path / "workspace"


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory, small_content: Path) -> Path:
    """A workspace with the small library in it, closed: only to be copied, as making one takes half a second."""
    from animating_alliances_desktop.core.workspace import Workspace

    made = tmp_path_factory.mktemp("stocked") / "workspace"
    with Workspace.open(made, small_content) as opened:
        opened.catch_up()
    return made


@pytest.fixture
def workspace(folder: Path, small_content: Path, stocked: Path) -> Iterator[object]:
    """An open workspace with the small library in it."""
    from animating_alliances_desktop.core.workspace import Workspace

    shutil.copytree(stocked, folder)
    with Workspace.open(folder, small_content) as opened:
        opened.catch_up()
        yield opened
