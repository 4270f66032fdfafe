"""Modules of the window imported before they are wanted, a few milliseconds at a time, on the window's own thread.

PySide6 makes each of its classes when it is first named, and two threads that do so at once end the process: no other
thread may import what names one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from animating_alliances_desktop import ui

_SLICE = 0.008
"""Seconds: a key that is hit meanwhile waits no longer, but for the module that is just being imported."""


class Warming(QObject):
    """Imports whenever the window has nothing else to do."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: deque[str] = deque()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def warm(self, parts: Iterable[str]) -> None:
        """Import all modules of these parts of the window, such as “today”, in this order."""
        for part in parts:
            package = import_module(f"{ui.__name__}.{part}")
            self._names += (found.name for found in iter_modules(package.__path__, f"{package.__name__}."))
        self._timer.start()

    def warm_all(self) -> None:
        """Import all modules of the window."""
        self.warm(part.name for part in iter_modules(ui.__path__))

    def _go_on(self) -> None:
        until = perf_counter() + _SLICE
        while self._names and perf_counter() < until:
            import_module(self._names.popleft())
        if not self._names:
            self._timer.stop()
