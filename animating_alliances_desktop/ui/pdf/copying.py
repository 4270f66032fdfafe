"""A copy of the file with the user's highlights in it: what goes in, and where it is written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC
from pathlib import Path

from animating_alliances_desktop.core.annotations.model import Colour
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.pdf.model import Drawn
from animating_alliances_desktop.core.pointing import spoken
from animating_alliances_desktop.ui.pdf.ports import Shown

_COLOURS = {
    Colour.AMBER: (0.973, 0.871, 0.573),
    Colour.GREEN: (0.796, 0.894, 0.702),
    Colour.BLUE: (0.741, 0.863, 0.933),
    Colour.ROSE: (0.957, 0.792, 0.812),
}
"""Those of the light paper: a file has no night."""


def drawn(marks: Iterable[Shown]) -> list[Drawn]:
    """The highlights that have a place, as they go into a file."""
    return [
        Drawn(
            mark.spans,
            _COLOURS[mark.colour],
            spoken(mark.note),
            mark.ref.key,
            f"{mark.made.astimezone(UTC):D:%Y%m%d%H%M%SZ}",
        )
        for mark in marks
        if mark.spans
    ]


def write_copy(target: Path, copy: bytes) -> Path:
    """Write the copy, all of it or nothing; raises AppError if that cannot be."""
    partial = target.with_name(target.name + ".new")
    try:
        partial.write_bytes(copy)
        partial.replace(target)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise AppError(f"The copy could not be written to {target}: {error.strerror}.") from error
    return target
