"""PDF files made by hand, byte by byte, so that a test knows all that is in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO

WIDTH, HEIGHT = 595, 842
_WORDS = "alliance member trust steering network time meeting purpose risk of the and".split()  # noqa: SIM905
CODES = "".join(chr(code) for code in range(0x20, 0x7F))


@dataclass
class Page:
    """A page: lines of text as (x, y from below, words), pictures as (x, y, width, height, colours)."""

    lines: list[tuple[float, float, str]] = field(default_factory=list)
    pictures: list[tuple[float, float, float, float, bool]] = field(default_factory=list)
    size: tuple[float, float] = (WIDTH, HEIGHT)
    rotate: int = 0
    crop: tuple[float, float, float, float] | None = None
    links: list[tuple[tuple[float, float, float, float], int | str]] = field(default_factory=list)
    drawing: str = ""
    letter: float = 12


def column(
    words: Sequence[str], x: float = 72, top: float = 760, leading: float = 16
) -> list[tuple[float, float, str]]:
    """Lines below each other."""
    return [(x, top - nth * leading, line) for nth, line in enumerate(words)]


def pdf(
    pages: Sequence[Page],
    *,
    labels: str = "",
    outline: Sequence[tuple[str, int, Sequence[tuple[str, int]]]] = (),
    unicode: dict[str, str] | None = None,
    title: str = "",
) -> bytes:
    """A file with these pages; `unicode` says what a letter of the page stands for."""
    made = _Made()
    catalog, tree, font, cmap = made.new(), made.new(), made.new(), made.new()
    gray, bits = made.new(), made.new()
    kids = [(made.new(), made.new()) for _ in pages]
    meant = [(letter, (unicode or {}).get(letter, letter)) for letter in CODES]
    made.stream(cmap, _cmap(meant))
    made.put(
        font,
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode {cmap} 0 R >>",
    )
    made.stream(
        gray,
        bytes(range(192)),
        "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceRGB /BitsPerComponent 8",
    )
    made.stream(
        bits,
        bytes([0xAA, 0x55] * 4),
        "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 1",
    )
    made.put(
        tree, f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{kid} 0 R' for kid, _ in kids)}] >>"
    )
    for page, (kid, content) in zip(pages, kids, strict=True):
        made.stream(content, _content(page))
        made.put(kid, _page(page, tree, content, font, gray, bits, kids))
    made.put(
        catalog,
        f"<< /Type /Catalog /Pages {tree} 0 R"
        + (f" /PageLabels << /Nums [{labels}] >>" if labels else "")
        + (f" /Outlines {_outline(made, outline, kids)} 0 R" if outline else "")
        + " >>",
    )
    info = made.new()
    made.put(info, f"<< /Title ({title}) >>")
    return made.written(catalog, info)


def plain(*texts: str) -> bytes:
    """A file with a page for each text; its lines are broken at line ends."""
    return pdf([Page(column(text.split("\n"))) for text in texts])


def long(pages: int, lines: int = 40) -> bytes:
    """A file of many pages, each full of words."""

    def line(page: int, nth: int) -> str:
        return (
            " ".join(_WORDS[(page * 7 + nth * 3 + at) % len(_WORDS)] for at in range(11)) + f" {page}.{nth}"
        )

    return pdf([Page(column([line(page, nth) for nth in range(lines)]), letter=10) for page in range(pages)])


def locked(data: bytes, password: str) -> bytes:
    """The same file, encrypted."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(BytesIO(data)))
    writer.encrypt(password, algorithm="RC4-128")
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


class _Made:
    """Objects by number, and at last the file of them."""

    def __init__(self) -> None:
        self._objects: list[bytes] = []

    def new(self) -> int:
        self._objects.append(b"null")
        return len(self._objects)

    def put(self, number: int, words: str) -> None:
        self._objects[number - 1] = words.encode("latin-1")

    def stream(self, number: int, data: bytes, head: str = "") -> None:
        start = f"<< {head} /Length {len(data)} >>\nstream\n".encode()
        self._objects[number - 1] = start + data + b"\nendstream"

    def written(self, catalog: int, info: int) -> bytes:
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for nth, thing in enumerate(self._objects, 1):
            places.append(len(out))
            out += f"{nth} 0 obj\n".encode() + thing + b"\nendobj\n"
        start = len(out)
        out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
        out += f"trailer << /Size {len(places) + 1} /Root {catalog} 0 R /Info {info} 0 R >>\n".encode()
        out += f"startxref\n{start}\n%%EOF\n".encode()
        return bytes(out)


def _content(page: Page) -> bytes:
    parts = [page.drawing]
    for x, y, width, height, colours in page.pictures:
        parts.append(f"q {width} 0 0 {height} {x} {y} cm /{'Photo' if colours else 'Bits'} Do Q")
    for x, y, words in page.lines:
        escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        parts.append(f"BT /F {page.letter} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET")
    return "\n".join(parts).encode("latin-1")


def _page(
    page: Page, tree: int, content: int, font: int, gray: int, bits: int, kids: list[tuple[int, int]]
) -> str:
    links = " ".join(_link(box, to, kids) for box, to in page.links)
    crop = f" /CropBox [{' '.join(map(str, page.crop))}]" if page.crop else ""
    return (
        f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {page.size[0]} {page.size[1]}]{crop} /Rotate {page.rotate}"
        f" /Contents {content} 0 R /Resources << /Font << /F {font} 0 R >>"
        f" /XObject << /Photo {gray} 0 R /Bits {bits} 0 R >> >> /Annots [{links}] >>"
    )


def _link(box: tuple[float, float, float, float], to: int | str, kids: list[tuple[int, int]]) -> str:
    where = " ".join(map(str, box))
    there = (
        f"/Dest [{kids[to][0]} 0 R /XYZ 0 700 0]" if isinstance(to, int) else f"/A << /S /URI /URI ({to}) >>"
    )
    return f"<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [{where}] {there} >>"


def _outline(
    made: _Made, chapters: Sequence[tuple[str, int, Sequence[tuple[str, int]]]], kids: list[tuple[int, int]]
) -> int:
    root = made.new()
    _siblings(made, root, chapters, kids)
    return root


def _siblings(made: _Made, parent: int, chapters: Sequence[tuple], kids: list[tuple[int, int]]) -> None:  # type: ignore[type-arg]
    numbers = [made.new() for _ in chapters]
    for nth, chapter in enumerate(chapters):
        title, page, below = (*chapter, ())[:3]
        words = f"<< /Title ({title}) /Parent {parent} 0 R /Dest [{kids[page][0]} 0 R /XYZ 0 760 0]"
        words += f" /Prev {numbers[nth - 1]} 0 R" if nth else ""
        words += f" /Next {numbers[nth + 1]} 0 R" if nth + 1 < len(numbers) else ""
        if below:
            _siblings(made, numbers[nth], below, kids)
            last = len(made._objects)
            words += f" /First {last - len(below) + 1} 0 R /Last {last} 0 R /Count {len(below)}"
        made.put(numbers[nth], words + " >>")
    if made._objects[parent - 1] == b"null":
        made.put(parent, f"<< /First {numbers[0]} 0 R /Last {numbers[-1]} 0 R /Count {len(numbers)} >>")


def _cmap(meant: Sequence[tuple[str, str]]) -> bytes:
    rows = "\n".join(f"<{ord(code):02x}> <{text.encode('utf-16-be').hex()}>" for code, text in meant)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(meant)} beginbfchar\n{rows}\nendbfchar\nendcmap end end"
    ).encode()
