"""A copy of a PDF with the user's highlights in it, as annotations that every reader of PDFs shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.library.pdf.model import Box

_PRINT = 4
_POPUP = 180, 120
_Quad = tuple[int, Box]
"""A page, and left, bottom, right, top in the file's coordinates."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A highlight with its note."""

    quads: Sequence[_Quad]
    colour: Sequence[float]
    note: str
    name: str
    made: str


def with_marks(original: bytes, password: str, marks: Sequence[Marked]) -> bytes:
    """The file with these highlights beside those that it has; encrypted as it was. Raises AppError."""
    try:
        with pikepdf.open(BytesIO(original), password=password) as pdf:
            for mark in marks:
                for page in sorted({page for page, _box in mark.quads}):
                    _add(pdf, page, [box for nth, box in mark.quads if nth == page], mark)
            written = BytesIO()
            pdf.save(written, encryption=bool(pdf.is_encrypted), fix_metadata_version=False)
            return written.getvalue()
    except pikepdf.PdfError as error:
        raise AppError("The copy could not be made: the file is damaged.") from error


def _add(pdf: pikepdf.Pdf, nth: int, boxes: Sequence[Box], mark: Marked) -> None:
    """Highlight these boxes of one page, and hang a popup with the note on the highlight."""
    page = pdf.pages[nth]
    whole = _around(boxes)
    highlight = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Highlight,
            Rect=Array(whole),
            QuadPoints=Array([number for box in boxes for number in _corners(box)]),
            C=Array(mark.colour),
            Contents=String(mark.note),
            NM=String(f"{mark.name}-{nth}"),
            M=String(mark.made),
            CreationDate=String(mark.made),
            F=_PRINT,
            P=page.obj,
            AP=Dictionary(N=_appearance(pdf, whole, boxes, mark.colour)),
        )
    )
    added = [highlight]
    if mark.note:
        popup = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Popup,
                Rect=Array(_beside(page, whole)),
                Parent=highlight,
                Open=False,
                P=page.obj,
            )
        )
        highlight.Popup = popup
        added.append(popup)
    there = page.obj.get("/Annots")
    before = list(there) if isinstance(there, Array) else []
    page.obj.Annots = Array([*before, *added])


def _appearance(
    pdf: pikepdf.Pdf, whole: Box, boxes: Sequence[Box], colour: Sequence[float]
) -> pikepdf.Object:
    """How the highlight looks: its colour multiplied with what lies under it."""
    drawing = [f"/GS gs {' '.join(f'{part:.4f}' for part in colour)} rg"]
    drawing += [
        f"{box[0]:.2f} {box[1]:.2f} {box[2] - box[0]:.2f} {box[3] - box[1]:.2f} re f" for box in boxes
    ]
    made = pikepdf.Stream(pdf, "\n".join(drawing).encode())
    made.Type, made.Subtype = Name.XObject, Name.Form
    made.BBox = Array(whole)
    blend = Dictionary(Type=Name.ExtGState, BM=Name.Multiply, ca=1, CA=1)
    made.Resources = Dictionary(ExtGState=Dictionary(GS=blend))
    made.Group = Dictionary(Type=Name.Group, S=Name.Transparency)
    return pdf.make_indirect(made)


def _corners(box: Box) -> tuple[float, ...]:
    """Upper left, upper right, lower left, lower right: the order that readers expect, whatever the norm says."""
    left, bottom, right, top = (round(edge, 2) for edge in box)
    return left, top, right, top, left, bottom, right, bottom


def _around(boxes: Sequence[Box]) -> Box:
    edges = list(zip(*boxes, strict=True))
    left, bottom, right, top = min(edges[0]), min(edges[1]), max(edges[2]), max(edges[3])
    return round(left, 2), round(bottom, 2), round(right, 2), round(top, 2)


def _beside(page: pikepdf.Page, whole: Box) -> Box:
    """Where the popup opens: at the right of the page, level with the highlight."""
    right = float(page.cropbox[2])
    return right - _POPUP[0], whole[3] - _POPUP[1], right, whole[3]
