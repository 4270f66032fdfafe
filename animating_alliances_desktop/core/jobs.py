"""The jobs that the child process can do, by name; what each needs is loaded when it is first asked for."""

from __future__ import annotations

from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

from animating_alliances_desktop.core.library.importers import taking
from animating_alliances_desktop.core.worker import Job


def build_bundle(folder: str) -> dict[str, Any]:
    """Render the shipped library."""
    from animating_alliances_desktop.core.library.rendering import build

    return asdict(build(Path(folder)))


def render_own(text: str) -> str:
    """Render what the user wrote."""
    from animating_alliances_desktop.core.library.markdown import render

    return render(text).html


def take_apart(path: str) -> dict[str, Any]:
    """Take a file apart; of its pictures only the names are told, and each is handed over when it is asked for."""
    parts = taking.take_apart(path)
    _PICTURES.clear()
    _PICTURES.update(parts["pictures"])
    return {**parts, "pictures": list(_PICTURES)}


def picture(name: str) -> str:
    """A picture (base64) of the file that was taken apart last."""
    return _PICTURES[name]


def look_into_pdf(path: str, password: str) -> dict[str, Any]:
    """What a PDF says of itself."""
    said: dict[str, Any] = _pdf().look_into(path, password)
    return said


def read_pdf_pages(path: str, password: str, first: int, labels: list[str]) -> dict[str, Any]:
    """The words of some pages of a PDF."""
    read: dict[str, Any] = _pdf().read_pages(path, password, first, labels)
    return read


def read_annotations(file: str) -> list[dict[str, Any]]:
    """What a file of W3C annotations says."""
    read: list[dict[str, Any]] = import_module(_ANNOTATIONS).read_annotations(file)
    return read


def read_calendar(path: str, today: str) -> dict[str, Any]:
    """The meetings of a calendar file."""
    read: dict[str, Any] = import_module(_CALENDAR).read_calendar(path, today)
    return read


def _pdf() -> Any:
    return import_module(f"{taking.__package__}.pdf")


_ANNOTATIONS = "animating_alliances_desktop.core.sharing.web_annotations"
_CALENDAR = "animating_alliances_desktop.core.alliances.calendar"
_PICTURES: dict[str, str] = {}

JOBS: dict[str, Job] = {
    "build_bundle": build_bundle,
    "render_own": render_own,
    "take_apart": take_apart,
    "picture": picture,
    "look_into_pdf": look_into_pdf,
    "read_pdf_pages": read_pdf_pages,
    "read_annotations": read_annotations,
    "read_calendar": read_calendar,
}
