"""The pictures of documents: how they are addressed, and how large they are, read off their first bytes."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

ADDRESS = "aa:picture/"
HEAD = 256 * 1024
"""So many bytes hold the size of a picture, whatever a camera wrote before it."""
Size = tuple[int, int]
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset((*range(0xD0, 0xDA), 0x01, 0xFF))


def size_of(data: bytes) -> Size | None:
    """Width and height of a PNG, JPEG, GIF, BMP or WebP picture; None for anything else."""
    for beginning, read in _KINDS.items():
        if data.startswith(beginning):
            try:
                size = read(data)
            except (struct.error, IndexError, ValueError):
                return None
            return size if min(size) > 0 else None
    return None


def _png(data: bytes) -> Size:
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _gif(data: bytes) -> Size:
    width, height = struct.unpack_from("<HH", data, 6)
    return width, height


def _bmp(data: bytes) -> Size:
    width, height = struct.unpack_from("<ii", data, 18)
    return width, abs(height)


def _jpeg(data: bytes) -> Size:
    for marker, at in _segments(data):
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 3)
            return width, height
    raise ValueError


def _segments(data: bytes) -> Iterator[tuple[int, int]]:
    """The segments of a JPEG: the marker of each, and where its length stands."""
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return
        marker, at = data[at + 1], at + 2
        if marker in _ALONE:
            at -= marker == 0xFF
            continue
        yield marker, at
        at += max(2, struct.unpack_from(">H", data, at)[0])


def _webp(data: bytes) -> Size:
    kind = data[12:16]
    if kind == b"VP8X":
        return (1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little"))
    if kind == b"VP8L":
        bits = struct.unpack_from("<I", data, 21)[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    raise ValueError


_KINDS: dict[bytes, Callable[[bytes], Size]] = {
    b"\x89PNG\r\n\x1a\n": _png,
    b"\xff\xd8": _jpeg,
    b"GIF87a": _gif,
    b"GIF89a": _gif,
    b"BM": _bmp,
    b"RIFF": _webp,
}
