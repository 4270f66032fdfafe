"""Traps of the ground we stand on: PySide6's reference counts, and a start without a screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.ui.shell.display import check_display, missing_libraries


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_qt_takes_a_reference_to_the_none_that_it_returns(qtbot: QtBot) -> None:
    """PySide6 6.12.0 does not, and aborts Python 3.11 after some 5,000 calls."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(2000):
        widget.update()
    assert sys.getrefcount(None) > before - 1000


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_a_start_without_a_screen_ends_in_one_sentence(tmp_path: Path) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, "-m", "animating_alliances_desktop", "--workspace", str(tmp_path / "w")]
    for extra in ({}, {"DISPLAY": ":4711"}):
        done = subprocess.run(command, env=environment | extra, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert "screen" in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "w").exists()


def test_other_platforms_are_left_to_qt() -> None:
    check_display({"QT_QPA_PLATFORM": "offscreen"})
    check_display({"WAYLAND_DISPLAY": "wayland-0"})
    with pytest.raises(AppError, match="screen"):
        check_display({"QT_QPA_PLATFORM": "xcb"})


def test_missing_libraries_are_named_with_what_to_install() -> None:
    sentence = str(missing_libraries(ImportError("libGL.so.1: cannot open shared object file")))
    assert "libGL.so.1" in sentence
    assert "apt-get install" in sentence


def test_the_window_imports_by_python_s_own_function() -> None:
    """PySide6's reads the source of every module, which a start would wait for."""
    code = (
        "import builtins; own = builtins.__import__; from animating_alliances_desktop.__main__ import window; "
        "running = window(); import PySide6.QtSvg; assert builtins.__import__ is own, builtins.__import__; "
        "assert callable(running.run)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
