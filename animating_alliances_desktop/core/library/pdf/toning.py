"""Pixels of a page in the colours of the paper that one reads on; photographs stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil, floor

from PIL import Image

from animating_alliances_desktop.core.library.pdf.model import Box, Tones


def toned(
    pixels: bytearray, size: tuple[int, int], tones: Tones, photos: Iterable[Box], scale: float, top: int
) -> bytes:
    """Turn black and white into two other colours, and all between into what is between; `photos` in points."""
    before = Image.frombuffer(
        "RGBA", size, pixels, "raw", "RGBA", 0, 1
    )  # blue first, but that makes no difference
    after = before.point(_table(tones))
    for box in photos:
        # PDFium paints every pixel that a picture touches, be it only with its edge
        left, upper = (floor(edge * scale) for edge in box[:2])
        right, lower = (ceil(edge * scale) for edge in box[2:])
        area = max(0, left), max(0, upper - top), min(size[0], right), min(size[1], lower - top)
        if area[0] < area[2] and area[1] < area[3]:
            after.paste(before.crop(area), area[:2])
    return after.tobytes()


def _table(tones: Tones) -> Sequence[int]:
    """What each value of each channel becomes: blue, green, red, and the one that means nothing."""
    black, white = tones
    table: list[int] = []
    for channel in (2, 1, 0):
        low, high = black[channel], white[channel]
        table += [round(low + (high - low) * value / 255) for value in range(256)]
    return [*table, *range(256)]
