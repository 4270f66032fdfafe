"""Work off the window's thread: the newest read wins, writes keep their order, answers come back to it."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from animating_alliances_desktop.core.changes import Changes
from animating_alliances_desktop.ui.kit.runner import Runner

__all__ = ["Runner", "Tasks"]

T = TypeVar("T")
READERS = 3


class Tasks(QObject):
    """The runner of the window."""

    changed = Signal(object)
    """Changes: what a write touched, after it was committed."""
    failed = Signal(object)
    """An exception that some work raised."""
    idle = Signal()
    """No work is waiting any more."""
    _delivered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._readers = ThreadPoolExecutor(READERS, "read")
        self._writer = ThreadPoolExecutor(1, "write")
        self._newest: Counter[Hashable] = Counter()
        self._waiting = 0
        self._closed = threading.Event()
        self._delivered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether any work has not been answered yet."""
        return self._waiting > 0

    def read(self, work: Callable[[], T], then: Callable[[T], None], key: Hashable = None) -> None:
        """See `Runner.read`."""
        if key is None:
            self._start(self._readers, work, then)
            return
        self._newest[key] += 1
        mine = self._newest[key]

        def if_newest(answer: T) -> None:
            if self._newest[key] == mine:
                then(answer)

        def unless_overtaken() -> T | None:
            return work() if self._newest[key] == mine else None

        self._start(self._readers, unless_overtaken, if_newest)

    def write(self, work: Callable[[], T], then: Callable[[T], None] | None = None) -> None:
        """See `Runner.write`."""

        def tell(answer: T) -> None:
            if then is not None:
                then(answer)
            if isinstance(answer, Changes):
                self.changed.emit(answer)

        self._start(self._writer, work, tell)

    def close(self) -> None:
        """Finish the writes, drop the reads; nothing is delivered afterwards."""
        self._closed.set()
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True)

    def _start(self, pool: ThreadPoolExecutor, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        if self._closed.is_set():
            return
        self._waiting += 1

        def run() -> None:
            try:
                answer = work()
            except Exception as error:
                self._delivered.emit((self.failed.emit, error))
            else:
                self._delivered.emit((then, answer))

        pool.submit(run)

    def _deliver(self, parcel: tuple[Callable[[Any], None], Any]) -> None:
        self._waiting -= 1
        if self._closed.is_set():
            return
        then, answer = parcel
        try:
            then(answer)
        except Exception as error:
            self.failed.emit(error)
        if not self._waiting:
            self.idle.emit()
