"""Fetches the pictures that come into view, and shows one enlarged when it is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from html import unescape

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QImage

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library import figures, pictures
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.reader.enlarged import Enlarged
from animating_alliances_desktop.ui.reader.pictures import decoded
from animating_alliances_desktop.ui.reader.ports import Library
from animating_alliances_desktop.ui.reader.sheet import Sheet

_PAUSE = 80
_PICTURE = re.compile(r"<img [^>]*>")
_ALT = re.compile(r'\salt="([^"]*)"')
_Then = Callable[[str, QImage], None]


class Picturing(QObject):
    """Decodes pictures off the window's thread, and only those that are looked at."""

    def __init__(
        self, sheet: Sheet, library: Library, tasks: Runner, enlarged: Enlarged, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._sheet, self._library, self._tasks, self._enlarged = sheet, library, tasks, enlarged
        self._ref: Ref | None = None
        self._asked: set[tuple[object, str, QSize]] = set()
        """What is being fetched, and what cannot be had."""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look)
        sheet.refitted.connect(self._pause.start)
        sheet.verticalScrollBar().valueChanged.connect(lambda _value: self._pause.start())
        sheet.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._pause.start())

    def open(self, ref: Ref) -> None:
        """Turn to another text."""
        self._ref, self._asked = ref, set()
        self._pause.start()

    def look(self) -> None:
        """Fetch the pictures on view and a page around it."""
        page = self._sheet.page
        if page is None:
            return
        for address in self._sheet.pictures_near():
            size = page.pictures.size_of(address)
            key = (page, address, size)
            if page.pictures.lacks(address) and key not in self._asked:
                self._asked.add(key)
                self._fetch(address, size, fill=True, then=partial(self._put, key))

    def enlarge(self, address: str, caption: str) -> None:
        """Show a drawing or a picture as large as there is room."""
        page = self._sheet.page
        if page is None:
            return
        room = self._enlarged.room()
        if address.startswith(figures.ADDRESS):
            self._enlarged.show_picture(page.pictures.drawing(address, room), caption)
        elif not page.pictures.size_of(address).isEmpty():
            self._fetch(
                address, room, fill=False, then=lambda _at, it: self._enlarged.show_picture(it, caption)
            )

    def _put(self, key: tuple[object, str, QSize], address: str, picture: QImage) -> None:
        """Show a picture, unless the column has become another; it may be wanted again when that has passed."""
        self._asked.discard(key)
        page = self._sheet.page
        if page is not None and page.pictures.size_of(address) == key[2]:
            self._sheet.show_picture(address, picture)
        else:
            self._pause.start()

    def _fetch(self, address: str, size: QSize, *, fill: bool, then: _Then) -> None:
        ref, name, library = self._ref, address.removeprefix(pictures.ADDRESS), self._library
        ratio, page = self._sheet.devicePixelRatioF(), self._sheet.page
        if ref is None:
            return

        def work() -> QImage:
            try:
                return decoded(library.picture(ref, name), size, ratio, fill=fill)
            except AppError:
                return QImage()  # its place stays empty: the words around it can be read all the same

        def take(picture: QImage) -> None:
            if self._sheet.page is page and not picture.isNull():
                then(address, picture)

        self._tasks.read(work, take)


def caption_of(address: str, html: str) -> str:
    """What a picture of a body is said to show."""
    wanted = f'src="{address}"'
    picture = next((found[0] for found in _PICTURE.finditer(html) if wanted in found[0]), "")
    said = _ALT.search(picture)
    return unescape(said[1]) if said else ""
