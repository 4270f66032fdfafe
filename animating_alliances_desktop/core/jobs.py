"""The jobs that the child process can do, by name."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from animating_alliances_desktop.core.library.importers.text import take_apart
from animating_alliances_desktop.core.library.markdown import render
from animating_alliances_desktop.core.library.rendering import build
from animating_alliances_desktop.core.sharing.web_annotations import read_annotations
from animating_alliances_desktop.core.worker import Job


def build_bundle(folder: str) -> dict[str, Any]:
    """Render the shipped library."""
    return asdict(build(Path(folder)))


def render_own(text: str) -> str:
    """Render what the user wrote."""
    return render(text).html


JOBS: dict[str, Job] = {
    "build_bundle": build_bundle,
    "take_apart": take_apart,
    "render_own": render_own,
    "read_annotations": read_annotations,
}
