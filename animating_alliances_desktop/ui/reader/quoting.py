"""Where words of a text stand, as one would quote them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.core.changes import Kind
from animating_alliances_desktop.core.library.model import Reading
from animating_alliances_desktop.core.library.wording import KINDS
from animating_alliances_desktop.ui.kit.quoting import Reference


def reference_of(reading: Reading, number: str) -> Reference:
    """Where a paragraph of a text stands."""
    return Reference(reading.ref, reading.title, _paragraph(number), _source(reading))


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


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reader", text)
