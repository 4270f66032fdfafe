"""The words of a passage of a document, as one would quote them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument

_DROPPED = str.maketrans("\u2028\u00a0", "  ", "\u00ad\u200b\u2060\ufeff\ufffc")
_RAISED = QTextCharFormat.VerticalAlignment.AlignSuperScript


def words_between(page: QTextDocument, start: int, end: int) -> str:
    """The words between two positions, a line for each paragraph, without the numbers of notes and references."""
    lines = []
    block = page.findBlock(start)
    while block.isValid() and block.position() < end:
        line = "".join(_pieces(block, start - block.position(), end - block.position()))
        lines.append(" ".join(line.translate(_DROPPED).split()))
        block = block.next()
    return "\n".join(line for line in lines if line)


def _pieces(block: QTextBlock, start: int, end: int) -> Iterator[str]:
    units = block.text().encode("utf-16-le", "surrogatepass")
    for piece in block.textFormats():
        low, high = max(start, piece.start), min(end, piece.start + piece.length)
        if low < high:
            words = units[low * 2 : high * 2].decode("utf-16-le", "ignore")
            if not _is_note_mark(piece.format, words):
                yield words


def _is_note_mark(form: QTextCharFormat, words: str) -> bool:
    """A raised link into the text, or what parts two of them; a power of ten is neither."""
    if form.verticalAlignment() is not _RAISED:
        return False
    return form.anchorHref().startswith("#") or not words.strip("; ,\u2060")
