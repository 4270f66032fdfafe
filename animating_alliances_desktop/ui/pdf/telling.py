"""What the PDF view says in the message bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.ui.kit.ports import Say


class Telling:
    """The part of the page that speaks."""

    _say: Say
    _restore: Callable[[Ref], None]

    def tell_removed(self, ref: Ref) -> None:
        """See `View.tell_removed`."""
        said = _tr("Note removed.") if ref.kind is Kind.NOTE else _tr("Highlight removed.")
        self._say(said, _tr("Undo"), lambda: self._restore(ref))

    def tell_no_words(self) -> None:
        """See `View.tell_no_words`."""
        self._say(_tr("Select some words on the page first."), None, None)

    def tell_dead_link(self) -> None:
        """See `View.tell_dead_link`."""
        self._say(_tr("This link leads nowhere that the app can open."), None, None)

    def tell_no_page(self, label: str) -> None:
        """See `View.tell_no_page`."""
        self._say(_tr("This file has no page {label}.").format(label=label), None, None)

    def tell_written(self, file: str) -> None:
        """See `View.tell_written`."""
        self._say(_tr("The copy was written: {file}").format(file=file), None, None)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Pdf", text)
