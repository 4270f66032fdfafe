"""The folder of a workspace: made, and taken by one copy of the app at a time."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from animating_alliances_desktop.core.errors import AppError

LOCK = "workspace.lock"
OWNER = "workspace.owner"


def make(folder: Path) -> None:
    """Make the folder if it is not there; raises AppError if that cannot be."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise AppError(
            f"The workspace folder {folder} cannot be made or opened ({error.strerror}). Choose another folder."
        ) from error


def lock_up(folder: Path) -> FileLock:
    """Take the folder for this copy of the app; raises AppError if another one has it."""
    lock = FileLock(folder / LOCK, mode=0o600, thread_local=False)  # taken by one thread, let go by another
    try:
        lock.acquire(timeout=0)
        (folder / OWNER).write_text(f"process {os.getpid()} on {socket.gethostname()}", encoding="utf-8")
    except Timeout:
        raise AppError(
            f"The workspace {folder} is open in another copy of the app{_owner(folder)}. "
            "Close that one first, or choose another folder."
        ) from None
    except (OSError, NotImplementedError) as error:
        lock.release()
        raise AppError(
            f"The workspace folder {folder} cannot be written to ({getattr(error, 'strerror', error)}). "
            "Make it writable and see that the disk has room, or choose another folder."
        ) from error
    return lock


def leave(folder: Path, taken: FileLock) -> None:
    """Leave the folder to others."""
    with suppress(OSError):
        (folder / OWNER).unlink()
    taken.release()


def _owner(folder: Path) -> str:
    try:
        return f" ({(folder / OWNER).read_text(encoding='utf-8')[:100]})"
    except (OSError, ValueError):
        return ""
