"""What goes through the pipes to the child process for PDFs and back: plain data, and bytes behind it."""

from __future__ import annotations

import json
import struct
from typing import IO, Any

_SIZES = struct.Struct("!QQ")
_MOST_TOLD, _MOST_LOAD = 64 << 20, 256 << 20
Parcel = tuple[dict[str, Any], bytearray]


def send(pipe: IO[bytes], told: dict[str, Any], load: bytes | bytearray | memoryview = b"") -> None:
    """Write one parcel; the pipe has no buffer."""
    words = json.dumps(told).encode()
    behind = memoryview(load).cast("B")
    _write(pipe, memoryview(_SIZES.pack(len(words), behind.nbytes) + words))
    _write(pipe, behind)


def receive(pipe: IO[bytes]) -> Parcel | None:
    """Read one parcel off a pipe without a buffer; None at its end, or if what comes is none."""
    head = _read(pipe, _SIZES.size)
    if head is None:
        return None
    told_size, load_size = _SIZES.unpack(head)
    if told_size > _MOST_TOLD or load_size > _MOST_LOAD:
        return None
    words, load = _read(pipe, told_size), _read(pipe, load_size)
    if words is None or load is None:
        return None
    return json.loads(words), load


def _write(pipe: IO[bytes], load: memoryview) -> None:
    while load:
        load = load[pipe.write(load) :]


def _read(pipe: Any, size: int) -> bytearray | None:
    read = bytearray(size)
    rest = memoryview(read)
    while rest:
        count = pipe.readinto(rest)
        if not count:
            return None
        rest = rest[count:]
    return read
