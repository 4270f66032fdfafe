"""Giving a finished file its name."""

from __future__ import annotations

import os
from pathlib import Path


def settle(partial: Path, target: Path) -> None:
    """Give a finished file its name so that a power cut leaves the old one or the new one."""
    with partial.open("rb+") as file:
        os.fsync(file.fileno())
    partial.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
