"""Words of a text with where they stand, ready for another document: as plain text and as Markdown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication

from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.core.library.model import Reading
from animating_alliances_desktop.core.library.wording import KINDS


def copy_quoted(words: str, reading: Reading, number: str) -> None:
    """Put them on the clipboard."""
    plain, markdown = quoted(words, reading, number)
    copied = QMimeData()
    copied.setText(plain)
    copied.setData("text/markdown", markdown.encode())
    QGuiApplication.clipboard().setMimeData(copied)


def quoted(words: str, reading: Reading, number: str) -> tuple[str, str]:
    """The words with their title, the number of their paragraph and their source: (plain, Markdown)."""
    rest = ", ".join(part for part in (_paragraph(number), _source(reading)) if part)
    lines = words.splitlines()
    plain = f"“{chr(10).join(lines)}”\n— {reading.title}, {rest}\n"
    quote = "\n>\n".join(f"> {_plain_markdown(line)}" for line in lines)
    return plain, f"{quote}\n>\n> — [{_plain_markdown(reading.title)}]({reading.ref}), {rest}\n"


def _paragraph(number: str) -> str:
    return _tr("paragraph {number}").format(number=number) if number else ""


def _source(reading: Reading) -> str:
    """Who wrote a document and when; of our own texts, what they are."""
    facts = dict(reading.meta)
    if reading.ref.kind is Kind.DOCUMENT:
        return ", ".join(facts[name] for name in ("Author", "Year") if facts.get(name))
    if reading.ref.kind is Kind.ENTRY:
        return ", ".join([KINDS[Kind.ENTRY].lower(), *(facts[name] for name in ("Alliance", "Day"))])
    kind = KINDS[reading.ref.kind].lower()
    return _tr("{kind} in the library of Animating Alliances").format(kind=kind)


def _plain_markdown(line: str) -> str:
    """A line in which nothing is taken for Markdown."""
    for sign in "\\`*_[]<>":
        line = line.replace(sign, f"\\{sign}")
    return line


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reader", text)
