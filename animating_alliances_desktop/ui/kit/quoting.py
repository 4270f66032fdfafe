"""Words of a text with where they stand, ready for another document: as plain text and as Markdown."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from animating_alliances_desktop.core.changes import Ref


@dataclass(frozen=True, slots=True)
class Reference:
    """Where words stand: in which text, where in it, and what there is to say of its source."""

    ref: Ref
    title: str
    locator: str
    source: str


def copy_quoted(words: str, reference: Reference) -> None:
    """Put them on the clipboard."""
    plain, markdown = quoted(words, reference)
    copied = QMimeData()
    copied.setText(plain)
    copied.setData("text/markdown", markdown.encode())
    QGuiApplication.clipboard().setMimeData(copied)


def quoted(words: str, reference: Reference) -> tuple[str, str]:
    """The words with their reference: (plain, Markdown)."""
    rest = "".join(f", {part}" for part in (reference.locator, reference.source) if part)
    lines = words.splitlines()
    plain = f"“{chr(10).join(lines)}”\n— {reference.title}{rest}\n"
    quote = "\n>\n".join(f"> {_plain_markdown(line)}" for line in lines)
    title = _plain_markdown(reference.title)
    return plain, f"{quote}\n>\n> — [{title}]({reference.ref}){_plain_markdown(rest)}\n"


def _plain_markdown(line: str) -> str:
    """A line in which nothing is taken for Markdown."""
    for sign in "\\`*_[]<>":
        line = line.replace(sign, f"\\{sign}")
    return line
