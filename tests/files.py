"""Files as people bring them along, and as those make them who mean harm; all made here, none kept."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from PIL import Image

_PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_FILE_ID = b"0123456789abcdef"
SCANNED = None
"""A page that holds nothing but a picture."""


class Pdf:
    """A PDF made by hand: pages of lines, each line on its own height."""

    def __init__(self, size: float = 595) -> None:
        self._objects: list[bytes] = [b"", b""]
        self._pages: list[int] = []
        self._size = size
        self.info: dict[str, str] = {}
        self.labels = ""
        self.outline: list[tuple[str, int]] = []
        self.password = ""
        self.font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
        self.to_unicode = b""

    def add(self, lines: Sequence[str] | None = (), size: int = 11) -> Pdf:
        """Add a page; `SCANNED` instead of lines makes one that holds a picture only."""
        if lines is None:
            content = b"q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
        else:
            left = [70 if line.startswith("    ") else 50 for line in lines]
            shown = [
                f"1 0 0 1 {left[nth]} {780 - 14 * nth} Tm ({_escaped(line.strip())}) Tj"
                for nth, line in enumerate(lines)
                if line
            ]
            content = f"BT /F1 {size} Tf {' '.join(shown)} ET".encode("cp1252")
        self._objects.append(content)
        self._pages.append(len(self._objects))
        return self

    def bytes(self) -> bytes:
        """The whole file."""
        key = _key_of(self.password) if self.password else None
        objects: dict[int, bytes] = {}
        first = len(self._objects) + 1
        kids, font = [], first
        objects[font] = self.font.encode()
        free = first + 1
        if self.to_unicode:
            objects[free] = _stream(self.to_unicode, key, free)
            objects[font] = self.font.replace(">>", f"/ToUnicode {free} 0 R >>").encode()
            free += 1
        for number in self._pages:
            objects[number] = _stream(self._objects[number - 1], key, number)
            objects[free] = (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {self._size} {max(842, self._size)}] "
                f"/Contents {number} 0 R /Resources << /Font << /F1 {font} 0 R >> >> >>"
            ).encode()
            kids.append(free)
            free += 1
        objects[2] = (
            f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode()
        )
        extra, free = self._outlined(objects, kids, free, key)
        labels = f"/PageLabels << /Nums [{self.labels}] >>" if self.labels else ""
        objects[1] = f"<< /Type /Catalog /Pages 2 0 R {labels} {extra} >>".encode()
        objects[free] = (
            "<< " + " ".join(f"/{k} {_literal(v, key, free)}" for k, v in self.info.items()) + " >>"
        ).encode("latin-1")
        trailer = f"/Root 1 0 R /Info {free} 0 R"
        if self.password:
            objects[free + 1] = _encryption(self.password)
            trailer += f" /Encrypt {free + 1} 0 R /ID [<{_FILE_ID.hex()}> <{_FILE_ID.hex()}>]"
        return _assembled(objects, trailer)

    def save(self, path: Path) -> Path:
        """Write it."""
        path.write_bytes(self.bytes())
        return path

    def _outlined(
        self, objects: dict[int, bytes], kids: list[int], free: int, key: bytes | None
    ) -> tuple[str, int]:
        if not self.outline:
            return "", free
        top, marks = free, [free + 1 + nth for nth in range(len(self.outline))]
        objects[top] = f"<< /Type /Outlines /First {marks[0]} 0 R /Last {marks[-1]} 0 R >>".encode()
        for nth, (title, page) in enumerate(self.outline):
            following = f"/Next {marks[nth + 1]} 0 R" if nth + 1 < len(marks) else ""
            objects[marks[nth]] = (
                f"<< /Title {_literal(title, key, marks[nth])} /Parent {top} 0 R "
                f"/Dest [{kids[page]} 0 R /Fit] {following} >>"
            ).encode("latin-1")
        return f"/Outlines {top} 0 R", free + 1 + len(marks)


def pdf(*pages: Sequence[str] | None, **info: str) -> Pdf:
    """A PDF of these pages."""
    made = Pdf()
    made.info = info
    for lines in pages:
        made.add(lines)
    return made


def picture(size: tuple[int, int] = (40, 30), form: str = "PNG", colour: str = "#24594f") -> bytes:
    """A picture of one colour."""
    written = io.BytesIO()
    Image.new("RGB", size, colour).save(written, form)
    return written.getvalue()


def zipped(entries: Mapping[str, bytes | str] | Iterable[tuple[str, bytes | str]], path: Path) -> Path:
    """A zip file."""
    pairs = entries.items() if isinstance(entries, Mapping) else entries
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in pairs:
            archive.writestr(name, data)
    return path


def docx(path: Path, body: str, *, title: str = "", pictures: Mapping[str, bytes] | None = None) -> Path:
    """A Word file around the XML of its body; `pictures` are by the id of their relation."""
    pictures = pictures or {}
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "".join(
        f'<Relationship Id="{name}" Type="{kind}/image" Target="media/{name}.png"/>' for name in pictures
    )
    entries: dict[str, bytes | str] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{kind}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_WORD}" xmlns:r="{kind}" xmlns:a="{_DRAWN}/main" '
        f'xmlns:wp="{_DRAWN}/wordprocessingDrawing" xmlns:pic="{_DRAWN}/picture"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        "word/styles.xml": f'<w:styles xmlns:w="{_WORD}">{"".join(_style(n) for n in range(1, 4))}</w:styles>',
        "docProps/core.xml": core(title),
    }  # fmt: skip
    entries |= {f"word/media/{name}.png": data for name, data in pictures.items()}
    return zipped(entries, path)


def core(title: str, author: str = "Ines Obi") -> str:
    """What an Office file says of itself."""
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        "<dcterms:created>2019-04-02T10:00:00Z</dcterms:created></cp:coreProperties>"
    )


def paragraph(words: str, style: str = "") -> str:
    """A paragraph of a Word file."""
    chosen = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{chosen}<w:r><w:t>{words}</w:t></w:r></w:p>"


def drawing(relation: str, alt: str = "") -> str:
    """A picture in a paragraph of a Word file."""
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alt}"/><a:graphic><a:graphicData>'
        f'<pic:pic><pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def epub(path: Path, chapters: Mapping[str, str], others: Mapping[str, bytes | str] | None = None) -> Path:
    """An e-book of these chapters (XHTML bodies by file name)."""
    manifest = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(chapters)))
    entries: dict[str, bytes | str] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<metadata><dc:title>The long table</dc:title><dc:creator>A. Weaver</dc:creator><dc:date>2014-05-01</dc:date>"
        f'</metadata><manifest>{manifest}<item id="nav" href="nav.xhtml" properties="nav"/></manifest>'
        f"<spine>{spine}</spine></package>",
        "OEBPS/nav.xhtml": xhtml('<nav epub:type="toc"><ol>' + "".join(
            f'<li><a href="{name}">Chapter {n}</a></li>' for n, name in enumerate(chapters, 1)) + "</ol></nav>"),
    }  # fmt: skip
    entries |= {f"OEBPS/{name}": xhtml(body) for name, body in chapters.items()}
    entries |= others or {}
    return zipped(entries, path)


def xhtml(body: str, doctype: str = "<!DOCTYPE html>") -> str:
    """A page of an e-book."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{doctype}<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>{body}</body></html>'
    )


_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"


def _style(level: int) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/></w:style>'
    )


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _literal(value: str, key: bytes | None, number: int) -> str:
    data = value.encode("latin-1")
    return f"<{(_rc4(_object_key(key, number), data) if key else data).hex()}>"


def _stream(data: bytes, key: bytes | None, number: int) -> bytes:
    packed = zlib.compress(data)
    packed = _rc4(_object_key(key, number), packed) if key else packed
    return b"<< /Length %d /Filter /FlateDecode >> stream\n" % len(packed) + packed + b"\nendstream"


def _assembled(objects: Mapping[int, bytes], trailer: str) -> bytes:
    written, places = io.BytesIO(), {}
    written.write(b"%PDF-1.5\n")
    for number in sorted(objects):
        places[number] = written.tell()
        written.write(b"%d 0 obj\n" % number + objects[number] + b"\nendobj\n")
    start, most = written.tell(), max(objects) + 1
    written.write(b"xref\n0 %d\n0000000000 65535 f \n" % most)
    for number in range(1, most):
        written.write(b"%010d 00000 %c \n" % (places.get(number, 0), b"n" if number in places else b"f"))
    written.write(f"trailer << /Size {most} {trailer} >>\nstartxref\n{start}\n%%EOF".encode("latin-1"))
    return written.getvalue()


# The oldest way of encrypting a PDF (RC4, 40 bits) is the one that fits on a page.


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def _owner(password: str) -> bytes:
    padded = (password.encode() + _PAD)[:32]
    return _rc4(hashlib.md5(padded).digest()[:5], padded)


def _key_of(password: str) -> bytes:
    padded = (password.encode() + _PAD)[:32]
    return hashlib.md5(padded + _owner(password) + struct.pack("<i", -4) + _FILE_ID).digest()[:5]


def _object_key(key: bytes, number: int) -> bytes:
    return hashlib.md5(key + struct.pack("<I", number)[:3] + b"\0\0").digest()[:10]


def _encryption(password: str) -> bytes:
    user = _rc4(_key_of(password), _PAD)
    return f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{_owner(password).hex()}> /U <{user.hex()}> >>".encode()
