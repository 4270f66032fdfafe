"""The drawings of the shipped library: read, refused if they are anything else, shown with a caption."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

from lxml import etree
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from animating_alliances_desktop.core.library.shipped import read_text

ADDRESS = "aa:figure/"
_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "marker")
_DRAWN = frozenset(("svg", "title", "desc", "defs", "g", "text", "tspan", *_SHAPES))
_OUTWARD = ("href", "src", "style", "on")
"""How the names of those attributes begin (or end, after a prefix) that could reach out or do something."""


def read_figures(folder: Path, problems: list[str]) -> Iterator[tuple[str, str]]:
    """The drawings in `figures/`, by name; those that are no plain SVG are left out and told in `problems`."""
    for path in sorted((folder / "figures").glob("*.svg")):
        name = path.relative_to(folder.parent).as_posix()
        text = read_text(path, name, problems)
        if text is None:
            continue
        amiss = _amiss(text)
        if amiss:
            problems.append(f"{name}, {amiss}")
        else:
            yield path.stem, text


def with_drawings(html: str, figures: Mapping[str, str]) -> str:
    """A text in which each drawing stands where it is only pointed at."""
    pointed_at = re.compile(rf'<img[^>]*\ssrc="{ADDRESS}([a-z0-9-]+)"[^>]*>')
    return pointed_at.sub(lambda found: figures.get(found[1], ""), html)


class Captions(Extension):
    """Puts what a picture is said to show under it, where everybody can read it."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the library's name
        """Add the step that comes once pictures have been found."""
        md.treeprocessors.register(_Captioning(md), "captions", 12)


class _Captioning(Treeprocessor):
    def run(self, root: ElementTree.Element) -> None:
        """Write the caption under each picture that is a paragraph by itself."""
        for paragraph in root.iter("p"):
            if [child.tag for child in paragraph] == ["img"] and not "".join(paragraph.itertext()).strip():
                ElementTree.SubElement(paragraph, "br")
                ElementTree.SubElement(paragraph, "em").text = paragraph[0].get("alt")


def _amiss(text: str) -> str:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        return f"line {error.lineno or 1}: this is not valid XML."
    for element in root.iter():
        tag = str(element.tag).removeprefix(_SVG)
        if isinstance(element, etree._Comment):  # noqa: SLF001 -- lxml has no public name for it
            continue
        if tag not in _DRAWN or any(_reaches_out(str(name)) for name in element.attrib):
            return f"line {element.sourceline}: a drawing is made of plain shapes and words only."
    return ""


def _reaches_out(attribute: str) -> bool:
    return attribute.rpartition("}")[2].startswith(_OUTWARD)
