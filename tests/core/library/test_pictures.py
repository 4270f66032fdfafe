"""The size of a picture is read off its first bytes, and a document's pictures come out of the store."""

from __future__ import annotations

import struct
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.tables import DocumentRow, PictureRow
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.pictures import size_of
from animating_alliances_desktop.core.workspace import Workspace

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 640, 480)
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xff\xe1\0\6Exif\xff\xc2\0\x11\x08" + struct.pack(
    ">HH", 480, 640
)
VP8X = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + (639).to_bytes(3, "little") + (479).to_bytes(3, "little")
VP8L = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + struct.pack("<I", 639 | 479 << 14)
VP8 = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 640, 480)
GIF = b"GIF89a" + struct.pack("<HH", 640, 480)
BMP = b"BM" + bytes(16) + struct.pack("<ii", 640, -480)


@pytest.mark.parametrize("data", [PNG, JPEG, GIF, BMP, VP8X, VP8L, VP8])
def test_the_size_of_a_picture(data: bytes) -> None:
    assert size_of(data) == (640, 480)


@pytest.mark.parametrize(
    "data", [b"", b"<svg/>", PNG[:18], b"\xff\xd8\xff", VP8[:15] + b"?" + bytes(30), GIF[:6] + bytes(4)]
)
def test_what_is_no_picture_has_no_size(data: bytes) -> None:
    assert size_of(data) is None


@given(st.sampled_from([PNG, JPEG, GIF, BMP, VP8X, VP8L, VP8]), st.integers(0, 40), st.binary(max_size=60))
def test_no_bytes_do_harm(data: bytes, kept: int, more: bytes) -> None:
    size = size_of(data[:kept] + more)
    assert size is None or min(size) > 0


def test_a_document_tells_the_sizes_of_its_pictures_and_gives_their_bytes(
    workspace: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "a.md"
    file.write_text("# Pictured\n\nWords.\n", encoding="utf-8")
    ((_path, ref),) = workspace.library.bring_in([file]).came_in
    with workspace._database.write() as writing:
        row = writing.find(DocumentRow, ref)
        row.html = '<p><img src="aa:picture/one.png"></p>'
        for name, data in (("one.png", PNG), ("two.bin", b"nothing")):
            writing.session.add(PictureRow(document_id=UUID(ref.key), name=name, data=data))
    assert workspace.library.read(ref).pictures == {"one.png": (640, 480)}
    assert workspace.library.picture(ref, "one.png") == PNG
    with pytest.raises(AppError, match="not in the document any more"):
        workspace.library.picture(ref, "none.png")
    with pytest.raises(AppError):
        workspace.library.picture(Ref(Kind.PAPER, "overview"), "one.png")
