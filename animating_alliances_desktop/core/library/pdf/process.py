"""The window's end of the child process for PDFs: one job at a time, replaced when a file hangs or kills it.

Pixels come through the pipe: 8.7 MB (a page of A4 at 150 dpi) take 8 ms so, and 11 ms through shared memory, which
leaves named blocks behind when a process is killed, and needs a helper process to clean up after it.
"""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
from contextlib import suppress
from typing import IO, Any

from animating_alliances_desktop.core.errors import AppError, LockedError
from animating_alliances_desktop.core.library.pdf.frames import Parcel, receive, send
from animating_alliances_desktop.core.worker import TooSlowError

FLAG = "--pdf"
_PACKAGE = "animating_alliances_desktop"
_PIPE = 1 << 20
_SET_PIPE_SIZE = 1031


class CrashedError(AppError):
    """The file brought the child process down."""


class PdfProcess:
    """Asks the child; may be used from any thread, for only one of them is let in at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._pump: threading.Thread | None = None
        self._answers: queue.Queue[Parcel | None] = queue.Queue()
        self._closed = False
        self.generation = 0
        """Grows with each child: what was open in the one before is open no more."""

    def start(self) -> None:
        """Start the child before it is needed."""
        with self._lock:
            self._running()

    def ask(self, job: str, *, seconds: float, original: bytes = b"", **given: Any) -> Parcel:
        """Have a job done; raises AppError if it was refused, or if the child hung or died over it."""
        with self._lock:
            return self._ask(job, seconds, original, given)

    def _ask(self, job: str, seconds: float, original: bytes, given: dict[str, Any]) -> Parcel:
        process = self._running()
        assert process.stdin is not None
        answer: Parcel | None = None
        try:
            send(process.stdin, {"job": job, "given": given}, original)
            answer = self._answers.get(timeout=seconds)
        except queue.Empty:
            self._end()
            raise TooSlowError("This takes too long, and was stopped.") from None
        except OSError:
            pass
        if answer is None:
            self._end()
            raise CrashedError("This cannot be shown: the file is damaged, or needs too much memory.")
        return _judged(job, answer)

    def close(self) -> None:
        """End the child, whatever it is doing; nothing can be asked any more."""
        self._closed = True
        process = self._process
        if process is not None:
            with suppress(OSError):
                process.kill()  # whoever waits for it is told at once, and lets the lock go
        with self._lock:
            self._end()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._closed:
            raise AppError("The app is closing.")
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(  # noqa: S603 -- our own program
                _command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                bufsize=0,
            )  # fmt: skip
            self.generation += 1
            self._answers = queue.Queue()
            assert self._process.stdout is not None
            _widen(self._process.stdout)
            self._pump = threading.Thread(
                target=_pump, args=(self._process.stdout, self._answers), name="pdf", daemon=True
            )
            self._pump.start()
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            if self._pump is not None:
                self._pump.join()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()


def _command() -> list[str]:
    frozen = getattr(sys, "frozen", False)
    return [sys.executable, FLAG] if frozen else [sys.executable, "-P", "-m", _PACKAGE, FLAG]


def _judged(job: str, parcel: Parcel) -> Parcel:
    told, _load = parcel
    if told.get("locked"):
        raise LockedError(told["refused"])
    if "refused" in told:
        raise AppError(told["refused"])
    if "failed" in told:
        raise RuntimeError(f"the child for PDFs failed at {job}: {told['failed']}")
    return parcel


def _widen(pipe: IO[bytes]) -> None:
    """Let more than 64 KB wait in the pipe: pixels come through in less than half of the time."""
    if sys.platform == "linux":
        import fcntl  # there is none on Windows

        with suppress(OSError):
            fcntl.fcntl(pipe, _SET_PIPE_SIZE, _PIPE)


def _pump(pipe: IO[bytes], answers: queue.Queue[Parcel | None]) -> None:
    """Take answers off the pipe until it ends, or until what comes is no answer."""
    with suppress(OSError, ValueError):
        while (parcel := receive(pipe)) is not None:
            answers.put(parcel)
    answers.put(None)
