"""When a draft is saved: shortly after the last key, and soon after the first unsaved one."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

AFTER_KEY, AT_LATEST, TRY_AGAIN = 600, 900, 5000
"""Milliseconds from the last key, and from the first unsaved one, to the save; and from a failure to the next."""


class Pace(QObject):
    """Tells when it is time to save: shortly after the last key, and soon after the first unsaved one."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timers = [
            QTimer(self, singleShot=True, interval=interval) for interval in (AFTER_KEY, AT_LATEST, TRY_AGAIN)
        ]
        self._rest, self._latest, self._again = self._timers
        for timer in self._timers:
            timer.timeout.connect(self._ring)

    def key(self) -> None:
        """Be told of a keystroke."""
        self._rest.start()
        if not self._latest.isActive():
            self._latest.start()

    def failed(self) -> None:
        """Be told that a save failed."""
        self._again.start()

    def stop(self) -> None:
        """Wait for nothing any more."""
        for timer in self._timers:
            timer.stop()

    def _ring(self) -> None:
        self.stop()
        self.due.emit()
