"""The pictures of a document: verified, made anew at a size to look at, and given names by which to show them."""

from __future__ import annotations

import io
from base64 import b64encode
from hashlib import sha256

from PIL import Image, ImageOps, UnidentifiedImageError

ADDRESS = "aa:picture/"
FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
MOST = 400
MOST_BYTES = 80 * 1024 * 1024
LARGEST_FILE = 30 * 1024 * 1024
MOST_PIXELS = 60_000_000
SIDE = 2_000
"""The longest side that is kept, in pixels: enough for a full screen."""
SMALLEST = 8
"""Less than this is a spacer or a beacon, not a picture."""


class Pictures:
    """Takes pictures of one document in."""

    def __init__(self) -> None:
        self._names: dict[bytes, str] = {}
        self._bytes = 0
        self.kept: dict[str, str] = {}
        """Each picture (base64) by its name."""

    def add(self, data: bytes) -> str:
        """The address under which the picture can be shown; nothing if it is none, or one too many."""
        digest = sha256(data).digest()
        if digest not in self._names:
            self._names[digest] = self._take(data)
        return self._names[digest]

    def _take(self, data: bytes) -> str:
        if len(self.kept) >= MOST or len(data) > LARGEST_FILE:
            return ""
        made = remade(data)
        if made is None or self._bytes + len(made) > MOST_BYTES:
            return ""
        self._bytes += len(made)
        name = f"p{len(self.kept) + 1}"
        self.kept[name] = b64encode(made).decode()
        return ADDRESS + name


def remade(data: bytes) -> bytes | None:
    """The picture as a fresh PNG or JPEG without anything else in the file; None if it is no picture."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS or min(opened.size) < SMALLEST:
                return None
            lossy = opened.format == "JPEG" or (opened.format == "WEBP" and not opened.has_transparency_data)
            opened.draft("RGB", (SIDE, SIDE))
            return _written(ImageOps.exif_transpose(opened), lossy=lossy)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError, EOFError):
        return None


def _written(picture: Image.Image, *, lossy: bool) -> bytes:
    wanted = "RGB" if lossy or not picture.has_transparency_data else "RGBA"
    picture = picture if picture.mode == wanted else picture.convert(wanted)
    picture.thumbnail((SIDE, SIDE))
    picture.info.clear()
    written = io.BytesIO()
    if lossy:
        picture.save(written, "JPEG", quality=88)
    else:
        picture.save(written, "PNG", optimize=False)
    return written.getvalue()
