"""The one reader of zip files: it looks through the whole list of entries before it takes anything out."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 -- the library's name says nothing

from animating_alliances_desktop.core.errors import AppError

MOST_ENTRIES = 10_000
MOST_BYTES = 400 * 1024 * 1024
MOST_BYTES_OF_XML = 80 * 1024 * 1024
SLACK = 64 * 1024 * 1024
"""Honest office files reach high ratios while they are small: until here, the ratio says nothing."""
HIGHEST_RATIO = 200
_HEADER = 30
"""The least that stands before an entry's own bytes."""
_ENCRYPTED = 0x1
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = (".xml", ".rels", ".opf", ".ncx", ".svg", ".xhtml", ".html", ".htm")
_ENTITY = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)

BROKEN = "this file is damaged or cut short; get a whole copy and import that"
BOMB = "this file would unpack to far more than it is, as files made to do harm do; it was not unpacked"
ODD = "this file is packed in a way that honest programs do not use; it was not unpacked"
LOCKED = "this file is protected with a password; save it without one and import that"
ENTITIES = (
    "this file defines abbreviations of its own (XML entities), as files made to do harm do; it was not read"
)


class Archive:
    """A zip file that was found to be honest; use it in a `with` block."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            if file.read(len(_OLE)) == _OLE:
                raise AppError(LOCKED)
        try:
            self._zip = ZipFile(path)
        except (BadZipFile, ValueError, EOFError, OSError, NotImplementedError) as error:
            raise AppError(BROKEN) from error
        try:
            _check(self._zip.infolist())
            self._check_markup()
        except BaseException:
            self._zip.close()
            raise
        self._names = set(self._zip.namelist())

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def read(self, name: str) -> bytes:
        """The bytes of one entry; raises AppError if it is not there, or not what it says that it is."""
        try:
            return self._zip.read(name)
        except (KeyError, BadZipFile, ZlibError, EOFError, OSError, ValueError, RuntimeError) as error:
            raise AppError(BROKEN) from error

    def whole(self) -> BytesIO:
        """All of the file, for a library that opens it by itself: what it will find there has been checked."""
        assert self._zip.filename is not None
        return BytesIO(Path(self._zip.filename).read_bytes())

    def _check_markup(self) -> None:
        """Refuse XML that defines entities, whoever parses it later, and however large it makes them."""
        for entry in self._zip.infolist():
            if entry.filename.lower().endswith(_MARKUP) and defines_entities(self.read(entry.filename)):
                raise AppError(ENTITIES)


def defines_entities(markup: bytes) -> bool:
    """Whether there is an entity definition in it, in any encoding that an XML parser takes."""
    if markup[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in markup[:4]:
        markup = markup.replace(b"\0", b"")
    return _ENTITY.search(markup) is not None


def _check(entries: list[ZipInfo]) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise AppError(LOCKED)
    if any(_is_odd(entry) for entry in entries) or len({entry.filename for entry in entries}) < len(entries):
        raise AppError(ODD)
    if len(entries) > MOST_ENTRIES or _is_bomb(entries):
        raise AppError(BOMB)


def _is_bomb(entries: list[ZipInfo]) -> bool:
    packed, unpacked = sum(one.compress_size for one in entries), sum(one.file_size for one in entries)
    if unpacked > MOST_BYTES or (unpacked > SLACK and unpacked > HIGHEST_RATIO * max(1, packed)):
        return True
    markup = (one.file_size for one in entries if one.filename.lower().endswith(_MARKUP))
    return any(size > MOST_BYTES_OF_XML for size in markup) or any(
        end > start for end, start in _neighbours(entries)
    )


def _is_odd(entry: ZipInfo) -> bool:
    name = entry.filename
    outside = name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or ":" in name[:2]
    link = stat.S_ISLNK(entry.external_attr >> 16)
    return outside or link or entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED)


def _neighbours(entries: list[ZipInfo]) -> Iterator[tuple[int, int]]:
    """Where each entry ends at the earliest, and where the next one begins: overlapping ones are a bomb."""
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    for one, following in pairwise(ordered):
        yield one.header_offset + _HEADER + one.compress_size, following.header_offset
