"""A Word document (.docx): its text with headings, lists, tables, notes and pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import mammoth
from lxml import etree

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.formats import DOCX_TYPE
from animating_alliances_desktop.core.library.importers.archive import BROKEN, Archive
from animating_alliances_desktop.core.library.importers.body import finished, parts
from animating_alliances_desktop.core.library.importers.markup import fragment, xml
from animating_alliances_desktop.core.library.importers.pictures import Pictures
from animating_alliances_desktop.core.library.importers.plain import line, name_of, titled, year

CORE = "docProps/core.xml"
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p > em:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Source Code'] => pre:separator('\\n')
p[style-name='caption'] => p > em:fresh
"""
_HELD = "held:"
"""Before the number of a picture that was taken out, until it has its own address."""


def take_apart(path: Path) -> dict[str, Any]:
    """Turn a Word file into a document, as plain data; raises AppError."""
    with Archive(path) as archive:
        title, author, when = described(archive)
        held: list[bytes] = []
        html = _html(archive, held)
    pictures = Pictures()
    title, made = finished(
        fragment(html),
        lambda address: held[int(address.removeprefix(_HELD))] if address.startswith(_HELD) else None,
        pictures,
        title,
    )
    return parts(
        title=title or name_of(path.stem),
        author=author,
        year=when,
        made=made,
        media_type=DOCX_TYPE,
        pictures=pictures,
    )


def described(archive: Archive) -> tuple[str, str, str]:
    """The title, the author and the year that an Office file says of itself."""
    if CORE not in archive:
        return "", "", ""
    said = {
        etree.QName(element).localname: line(element.text or "")
        for element in xml(archive.read(CORE))
        if isinstance(element.tag, str)
    }
    return titled(said.get("title", "")), said.get("creator", ""), year(said.get("created", ""))


def _html(archive: Archive, held: list[bytes]) -> str:
    """What mammoth makes of it; pictures are put into `held`. What is wrong with a file it tells in many ways."""

    @mammoth.images.img_element  # type: ignore[untyped-decorator]
    def hold(image: Any) -> dict[str, str]:
        try:
            with image.open() as opened:
                held.append(opened.read())
        except (KeyError, OSError, ValueError, BadZipFile):  # one that is only linked to, or missing
            return {"src": ""}
        return {"src": f"{_HELD}{len(held) - 1}"}

    try:
        made = mammoth.convert_to_html(archive.whole(), style_map=_STYLES, convert_image=hold)
    except (MemoryError, AppError):
        raise
    except Exception as error:
        raise AppError(BROKEN) from error
    return str(made.value)
