"""Which files a user means who names files and folders, and what their bytes are."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from hashlib import file_digest
from pathlib import Path

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.formats import SUFFIXES, why_not

LARGEST = 300 * 1024 * 1024
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What moves a cursor, breaks a line or turns the words around it about: names can hold all that."""
Refuse = Callable[[Path, str], object]
"""Is told of each file that cannot be taken, and why."""


def shown(path: Path | str) -> str:
    """A path, or a name, as it can be shown: in one line, and in the order in which it is written."""
    return _UNSHOWN.sub("\ufffd", str(path))


def files_in(paths: Iterable[Path], refuse: Refuse) -> Iterator[Path]:
    """The files that are named, and those of the folders that are named."""
    for path in paths:
        try:
            is_folder, is_there = path.is_dir(), path.exists()
        except OSError as error:  # such as a name that is too long, or a folder above it that is locked
            refuse(path, f"this file cannot be read ({error.strerror})")
            continue
        if is_folder:
            yield from _files_of(path, refuse)
        elif is_there:
            yield path
        else:
            refuse(path, "there is no such file")


def digest_of(path: Path) -> str:
    """The fingerprint of a file that can be brought in (SHA-256); raises AppError if it cannot be."""
    if path.suffix.lower() not in SUFFIXES:
        raise AppError(why_not(path.suffix))
    try:
        if not path.is_file():
            raise AppError("this is not an ordinary file")
        if path.stat().st_size > LARGEST:
            raise AppError("this file is larger than 300 MB; split it and import the parts")
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise AppError(f"this file cannot be read ({error.strerror})") from error


def bytes_of(path: Path) -> bytes:
    """All of a file; raises AppError if it cannot be read any more."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise AppError(f"this file cannot be read ({error.strerror})") from error


def _files_of(folder: Path, refuse: Refuse) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        refuse(Path(error.filename), f"this folder cannot be read ({error.strerror})")

    for where, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(where, name)
            if name.startswith((".", "~$")):  # hidden, or what Office puts beside an open file
                continue
            if path.suffix.lower() in SUFFIXES:
                yield path
            else:
                refuse(path, why_not(path.suffix))
