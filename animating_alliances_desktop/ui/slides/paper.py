"""Putting a handout on paper: into a PDF file or to a printer, off the window's thread."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QIODevice, QMarginsF, QSaveFile
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.slides import Deck
from animating_alliances_desktop.core.paths import resources
from animating_alliances_desktop.core.progress import Progress
from animating_alliances_desktop.ui.kit.palette import Palette
from animating_alliances_desktop.ui.slides.gallery import WaitingGallery
from animating_alliances_desktop.ui.slides.handout import Form, Handout, page_size
from animating_alliances_desktop.ui.slides.ports import Library
from animating_alliances_desktop.ui.slides.typesetting import Setter

_DOTS = 1200
"""To an inch, in a PDF."""


@dataclass(frozen=True, slots=True)
class Order:
    """Which deck is wanted on paper, how, and on which day."""

    deck: Deck
    form: Form
    day: date


def save(path: Path, order: Order, library: Library, progress: Progress) -> int:
    """Write a handout as PDF and answer how many pages it has; raises AppError, and leaves no half of a file."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise AppError(_cannot_write(path, file.errorString()))
    try:
        writer = QPdfWriter(file)
        writer.setResolution(_DOTS)
        writer.setTitle(order.deck.title)
        writer.setCreator(QCoreApplication.applicationName())
        pages = put(writer, order, library, progress)
    except BaseException:
        file.cancelWriting()
        raise
    if not file.commit():
        raise AppError(_cannot_write(path, file.errorString()))
    return pages


def put(device: QPagedPaintDevice, order: Order, library: Library, progress: Progress) -> int:
    """Paint a handout onto a device with pages, and answer how many there are."""
    set_up(device, order.form)
    setter = Setter(white_paper(), plain_letters=True)
    gallery = WaitingGallery(order.deck, setter.paper, library)
    handout = Handout(order.deck, order.form, setter, gallery, order.day)
    sheets = []
    for sheet in handout.sheets():
        progress.stop_if_asked()
        sheets.append(sheet)
    with _painter(device) as painter:
        size = page_size(order.form)
        scale = min(device.width() / size.width(), device.height() / size.height())
        painter.scale(scale, scale)
        for done, sheet in enumerate(sheets):
            progress.at(done, len(sheets))
            if done:
                device.newPage()
            handout.paint(painter, sheet, done + 1, len(sheets))
    progress.at(len(sheets), len(sheets))
    return len(sheets)


def set_up(device: QPagedPaintDevice, form: Form) -> None:
    """Turn the page as this form is held; our margins are in the layout."""
    across = form is Form.ONE
    orientation = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageOrientation(orientation)
    device.setPageMargins(QMarginsF(0, 0, 0, 0))


def white_paper() -> Palette:
    """The colours of ink on white paper."""
    light = Palette.load(resources() / "themes" / "paper-light.toml")
    return replace(light, colours={**light.colours, "page": "#ffffff"})


@contextmanager
def _painter(device: QPagedPaintDevice) -> Iterator[QPainter]:
    painter = QPainter()
    if not painter.begin(device):
        raise AppError(
            QCoreApplication.translate(
                "Slides", "The printer does not answer. Choose another one, or save the handout as PDF."
            )
        )
    try:
        yield painter
    finally:
        painter.end()


def _cannot_write(path: Path, why: str) -> str:
    said = QCoreApplication.translate(
        "Slides", "The handout could not be written to {file} ({why}). Choose another folder or another name."
    )
    return said.format(file=path, why=why.strip().rstrip("."))
