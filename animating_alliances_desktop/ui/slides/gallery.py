"""The pictures of a deck: drawings in the colours of a paper, and those that came with a document."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtSvg import QSvgRenderer

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.figures import ADDRESS as FIGURE
from animating_alliances_desktop.core.library.slides import Deck
from animating_alliances_desktop.ui.kit.drawings import renderer_of
from animating_alliances_desktop.ui.kit.palette import Palette
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.slides.ports import Library

PICTURE = "aa:picture/"
LARGEST = 2400
"""Pixels: the longer side of a picture is no longer than this when it is kept."""
_FORMATS = ("png", "jpeg", "gif", "bmp", "webp")
"""What is decoded; anything else could reach out of itself."""
_ROOM = 160 * 1024 * 1024

Thing = QSvgRenderer | QImage | None
"""A drawing, a picture (empty if it cannot be shown), or nothing yet."""


class Gallery(Protocol):
    """Finds what is to be drawn at an address."""

    def look_up(self, address: str) -> Thing:
        """The drawing or the picture there."""


class Drawings:
    """The drawings of a deck."""

    def __init__(self, figures: Mapping[str, str], paper: Palette) -> None:
        self._figures, self._paper = figures, paper

    def look_up(self, address: str) -> Thing:
        """See `Gallery`."""
        drawing = self._figures.get(address.removeprefix(FIGURE)) if address.startswith(FIGURE) else None
        return renderer_of(drawing, self._paper) if drawing is not None else QImage()


class WaitingGallery:
    """Fetches each picture when it is asked for; for work that is done off the window's thread."""

    def __init__(self, deck: Deck, paper: Palette, library: Library) -> None:
        self._drawings, self._ref, self._library = Drawings(deck.figures, paper), deck.ref, library

    def look_up(self, address: str) -> Thing:
        """See `Gallery`."""
        if address.startswith(PICTURE):
            return fetched(self._library, self._ref, address)
        return self._drawings.look_up(address)


class LoadingGallery(QObject):
    """Shows what is there, and fetches the rest off the window's thread; the latest used are kept."""

    loaded = Signal()
    """A picture that was asked for is there now."""

    def __init__(self, library: Library, tasks: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._tasks = library, tasks
        self._deck: Deck | None = None
        self._drawings: Drawings | None = None
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._coming: set[str] = set()

    def hang(self, deck: Deck, paper: Palette) -> None:
        """Show the pictures of this deck, in the colours of this paper."""
        if self._deck is None or self._deck.ref != deck.ref:
            self._images.clear()
            self._coming.clear()
        self._deck, self._drawings = deck, Drawings(deck.figures, paper)

    def look_up(self, address: str) -> Thing:
        """See `Gallery`."""
        if address in self._images:
            self._images.move_to_end(address)
            return self._images[address]
        if self._deck is None or self._drawings is None:
            return None
        if not address.startswith(PICTURE):
            return self._drawings.look_up(address)
        self._fetch(self._deck.ref, address)
        return self._images.get(address)

    def _fetch(self, ref: Ref, address: str) -> None:
        if address in self._coming:
            return
        self._coming.add(address)

        def take(image: QImage) -> None:
            if self._deck is not None and self._deck.ref == ref:
                self._coming.discard(address)
                self._keep(address, image)
                self.loaded.emit()

        self._tasks.read(lambda: fetched(self._library, ref, address), take)

    def _keep(self, address: str, image: QImage) -> None:
        self._images[address] = image
        while len(self._images) > 1 and sum(one.sizeInBytes() for one in self._images.values()) > _ROOM:
            self._images.popitem(last=False)


def fetched(library: Library, ref: Ref, address: str) -> QImage:
    """A picture of a document, no larger than a screen can show; empty if it cannot be shown."""
    try:
        data = library.picture(ref, address.removeprefix(PICTURE))
    except AppError:
        return QImage()
    return decoded(data)


def decoded(data: bytes) -> QImage:
    """The picture in some bytes; empty if it is of no kind that we decode."""
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()).decode("ascii", "replace") not in _FORMATS:
        return QImage()
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > LARGEST:
        reader.setScaledSize(size.scaled(QSize(LARGEST, LARGEST), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
