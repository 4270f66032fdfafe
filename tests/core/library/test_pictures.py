"""The size of a picture is read off its first bytes, and a document's pictures come out of the store."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.tables import DocumentRow, PictureRow
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.pictures import HEAD, size_of
from animating_alliances_desktop.core.workspace import Workspace

FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP")


def picture(format_: str) -> bytes:
    """A picture 640 pixels wide and 480 high."""
    written = BytesIO()
    Image.new("RGB", (640, 480), "#24594f").save(written, format_)
    return written.getvalue()


PNG = picture("PNG")


@pytest.mark.parametrize("format_", FORMATS)
def test_the_size_of_a_picture(format_: str) -> None:
    assert size_of(picture(format_)) == (640, 480)
    assert size_of(picture(format_) + bytes(HEAD)) == (640, 480)


@pytest.mark.parametrize("data", [b"", b"<svg/>", PNG[:18], b"\xff\xd8\xff", b"GIF89a" + bytes(4)])
def test_what_is_no_picture_has_no_size(data: bytes) -> None:
    assert size_of(data) is None


@settings(max_examples=50)
@given(st.sampled_from(FORMATS), st.integers(0, 40), st.binary(max_size=60))
@example("GIF", 29, b"\x00\x00\x08\x00\xab")
def test_no_bytes_do_harm(format_: str, kept: int, more: bytes) -> None:
    size = size_of(picture(format_)[:kept] + more)
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
    with pytest.raises(AppError, match="not there any more"):
        workspace.library.picture(ref, "none.png")
    with pytest.raises(AppError):
        workspace.library.picture(Ref(Kind.PAPER, "overview"), "one.png")
