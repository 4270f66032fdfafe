"""The child process that PDFs are opened in: does one job after the other until nobody asks any more."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

from pypdfium2 import PdfiumError

from animating_alliances_desktop.core.errors import AppError, LockedError
from animating_alliances_desktop.core.library.pdf.engine import Answer
from animating_alliances_desktop.core.library.pdf.frames import Parcel, receive, send

Job = Callable[..., Answer]
MEMORY_BYTES = 2 * 1024**3


def serve(jobs: Mapping[str, Job]) -> None:
    """Be the child."""
    _limit_memory()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
    os.dup2(
        sys.stderr.fileno(), sys.stdout.fileno()
    )  # nothing that a library prints may be taken for an answer
    with os.fdopen(os.dup(sys.stdin.fileno()), "rb", buffering=0) as asked:
        while (parcel := receive(asked)) is not None:
            send(answers, *_do(jobs, parcel))


def _do(jobs: Mapping[str, Job], parcel: Parcel) -> tuple[dict[str, Any], Any]:
    asked, original = parcel
    given = {**asked["given"], **({"original": bytes(original)} if original else {})}
    try:
        answer, load = jobs[asked["job"]](**given)
    except LockedError as error:
        return {"refused": str(error), "locked": True}, b""
    except AppError as error:
        return {"refused": str(error)}, b""
    except (PdfiumError, MemoryError):
        return {"refused": "This cannot be shown: the file is damaged, or needs too much memory."}, b""
    except Exception as error:
        return {"failed": type(error).__name__}, b""
    return {"done": answer}, load


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource  # there is none on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
