"""The jobs that the child process for PDFs can do, by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from animating_alliances_desktop.core.library.pdf.child import Job, serve
from animating_alliances_desktop.core.library.pdf.engine import Answer, Engine


def serve_pdf() -> None:
    """Be the child process for PDFs."""
    serve(jobs(Engine()))


def jobs(engine: Engine) -> Mapping[str, Job]:
    """What can be asked about the file that an engine has open."""
    return {
        "open": engine.open,
        "draw": engine.draw,
        "texts": engine.texts,
        "letters": engine.letters,
        "spot": engine.spot,
        "copy": lambda marks: copy_with(engine, marks),
    }


def copy_with(engine: Engine, marks: list[dict[str, Any]]) -> Answer:
    """The open file with highlights in it."""
    # pikepdf takes 90 ms to import, which the first page of every file would wait for
    from animating_alliances_desktop.core.sharing.pdf_copy import Marked, with_marks

    marked = [
        Marked(
            [(page, quad) for page, start, end in mark["spans"] for quad in engine.quads(page, start, end)],
            mark["colour"], mark["note"], mark["name"], mark["made"],
        )
        for mark in marks
    ]  # fmt: skip
    return None, with_marks(engine.original, engine.password, marked)
