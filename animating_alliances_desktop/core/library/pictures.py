"""The pictures of documents: how they are addressed, and how large they are, read off their first bytes."""

from __future__ import annotations

from io import BytesIO

ADDRESS = "aa:picture/"
HEAD = 256 * 1024
"""So many bytes hold the size of a picture, whatever a camera wrote before it."""
Size = tuple[int, int]


def size_of(data: bytes) -> Size | None:
    """Width and height of a picture, of which the first bytes are enough; None for anything else."""
    # imported with the first document that has pictures only: no start should wait for it
    from PIL import Image, UnidentifiedImageError

    # of what is somewhat too large Pillow only warns; where warnings are errors, that is too large as well
    bombs = (Image.DecompressionBombError, Image.DecompressionBombWarning)
    try:
        with Image.open(BytesIO(data)) as picture:
            return picture.size
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, *bombs):
        return None
