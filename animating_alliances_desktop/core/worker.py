"""The child process in which slow or untrusted work is done: no key, no database, limits of time and memory."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from typing import IO, Any

from animating_alliances_desktop.core.errors import AppError, LockedError

MEMORY_BYTES = 1024**3
"""The child is ended when it holds more than this; where the system can, it gets no more than twice as much."""
_PACKAGE = "animating_alliances_desktop"
Job = Callable[..., Any]
_KEEPING = {"MALLOC_TOP_PAD_": str(4 * 1024**2)}
"""Linux's own memory allocator gives back what each page of a PDF held, and asks for it again for the next one: keeping
these 4 MB saves a tenth of the time that a PDF takes. Others do not know the name."""
_LOOK_EVERY = 0.05
"""Seconds between two looks at the child's memory."""


class TooSlowError(AppError):
    """The work was ended because it took longer than it may."""


class FailedError(RuntimeError):
    """The work met something that nobody expected: a bug, which may be one file's only."""


class TooLargeError(AppError):
    """The child died at the work, or was ended because it held more memory than it may."""


_KINDS = {kind.__name__: kind for kind in (LockedError, TooLargeError)}
"""Refusals that whoever asks may want to tell apart."""


class Worker:
    """A child process that does one job after the other, and is replaced when a job hangs or kills it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[bytes] = queue.Queue()

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ask(self, job: str, *, seconds: float, heed: Callable[[], None] | None = None, **given: Any) -> Any:
        """Have `job` done with plain data; raises AppError if it refused, TooSlowError if its time ran out,
        FailedError if it broke.

        `heed` is called now and then while the answer is waited for; what it raises ends the work.
        """
        process = self._running()
        assert process.stdin is not None
        try:
            process.stdin.write(json.dumps({"job": job, "given": given}).encode() + b"\n")
            process.stdin.flush()
            line = self._answer(process.pid, time.monotonic() + seconds, heed)
        except OSError:
            line = b""
        except BaseException:
            self.close()
            raise
        if not line:
            self.close()
            raise TooLargeError("This could not be taken apart safely: it needs more memory than it may use.")
        answer = json.loads(line)
        if "refused" in answer:
            raise _KINDS.get(answer["as"], AppError)(answer["refused"])
        if "failed" in answer:
            raise FailedError(f"the worker failed at {job}: {answer['failed']}")
        return answer["done"]

    def close(self) -> None:
        """End the child process, whatever it is doing."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()

    def _answer(self, process: int, until: float, heed: Callable[[], None] | None) -> bytes:
        """Wait for a line; no line at all means that the child is dead, or holds too much."""
        while True:
            try:
                return self._answers.get(timeout=_LOOK_EVERY)
            except queue.Empty:
                if _held(process) > MEMORY_BYTES:
                    return b""
                if time.monotonic() > until:
                    raise TooSlowError("This took too long and was stopped.") from None
            if heed is not None:
                heed()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(  # noqa: S603 -- our own program
                _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_KEEPING | os.environ,
            )
            self._answers = queue.Queue()
            pump = threading.Thread(target=_pump, args=(self._process.stdout, self._answers), daemon=True)
            pump.start()
        return self._process


def serve(jobs: Mapping[str, Job]) -> None:
    """Be the child: do the jobs that come in as lines of JSON until there are no more."""
    _limit_memory()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing that a job prints may be taken for an answer
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        try:
            answer = {"done": jobs[asked["job"]](**asked["given"])}
        except AppError as error:
            answer = {"refused": str(error), "as": type(error).__name__}
        except MemoryError:
            answer = {"refused": "This needs more memory than it may use.", "as": TooLargeError.__name__}
        except Exception as error:
            answer = {"failed": type(error).__name__}
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


def _pump(pipe: IO[bytes], answers: queue.Queue[bytes]) -> None:
    try:
        for line in pipe:
            answers.put(line)
    except ValueError:
        pass  # the pipe was closed under us
    answers.put(b"")


def _held(process: int) -> int:
    """How many bytes of memory a process holds; measured from outside, so that no work of it can hinder that."""
    import psutil  # 20 ms, and most starts need no child

    try:
        return int(psutil.Process(process).memory_info().rss)
    except psutil.Error:
        return 0


def _command() -> list[str]:
    frozen = getattr(sys, "frozen", False)
    return [sys.executable, "--worker"] if frozen else [sys.executable, "-P", "-m", _PACKAGE, "--worker"]


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource  # there is none on Windows

        resource.setrlimit(resource.RLIMIT_AS, (2 * MEMORY_BYTES, 2 * MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
