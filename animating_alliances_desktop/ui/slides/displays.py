"""The screens that there are, as far as presenting needs to know of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


class Display(Protocol):
    """A screen that a window can fill."""

    @property
    def area(self) -> QRect:
        """Where it lies among all screens."""

    def fill(self, window: QWidget) -> None:
        """Show a window on all of it."""


Displays = Callable[[], "list[Display]"]
"""The screens, the one with the main window first; at least one."""


@dataclass(frozen=True)
class RealDisplay:
    """A screen of this machine."""

    screen: QScreen

    @property
    def area(self) -> QRect:
        """See `Display`."""
        return self.screen.geometry()

    def fill(self, window: QWidget) -> None:
        """See `Display`; a window that is full screen elsewhere must leave that first."""
        if window.isVisible() and window.screen() is self.screen:
            return
        window.showNormal()
        window.setScreen(self.screen)
        window.setGeometry(self.area)
        window.showFullScreen()


def displays_around(window: QWidget) -> list[Display]:
    """The screens of this machine, the one with this window first."""
    here = window.window().screen()
    others = (screen for screen in QGuiApplication.screens() if screen is not here)
    return [RealDisplay(screen) for screen in (here, *others)]
