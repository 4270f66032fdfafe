"""Where the window stands, and how large it is: remembered, and found again at the next start."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

_SIZE = (1280, 800)
_FRAME, _TITLE_BAR = 4, 34
"""What a window manager is likely to put around a window, in pixels."""


def shape_of(window: QMainWindow) -> dict[str, Any]:
    """What to remember of a window."""
    area = window.normalGeometry()
    shape = {"x": area.x(), "y": area.y(), "width": area.width(), "height": area.height()}
    return {**shape, "maximised": window.isMaximized()}


def restore_shape(window: QMainWindow, shape: dict[str, Any]) -> None:
    """Stand where we stood, if a screen is still there; a file that was tampered with does no harm."""
    window.resize(*_SIZE)
    numbers = [shape.get(name) for name in ("x", "y", "width", "height")]
    if all(isinstance(number, int) and abs(number) < 100_000 for number in numbers):
        area = QRect(*numbers)
        if any(screen.availableGeometry().intersects(area) for screen in QGuiApplication.screens()):
            window.setGeometry(area)
    _fit_screen(window)
    if shape.get("maximised") is True:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def _fit_screen(window: QMainWindow) -> None:
    """Make a window no larger than its screen leaves room for, frame included."""
    room = window.screen().availableGeometry().adjusted(_FRAME, _TITLE_BAR, -_FRAME, -_FRAME)
    window.resize(window.size().boundedTo(room.size()))
