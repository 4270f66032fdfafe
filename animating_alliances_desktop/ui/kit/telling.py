"""What a page on which a text is read says in the message bar, whatever kind of text it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.ui.kit.ports import Say


class Telling:
    """The part of the page that speaks."""

    _say: Say
    _restore: Callable[[Ref], None]
    """Brings back a highlight or a note."""

    def tell_removed(self, ref: Ref) -> None:
        """Say that a highlight or a note was removed, and offer to bring it back."""
        said = _tr("Note removed.") if ref.kind is Kind.NOTE else _tr("Highlight removed.")
        self._say(said, _tr("Undo"), lambda: self._restore(ref))

    def tell_no_words(self) -> None:
        """Say that there are no words in what was selected."""
        self._say(_tr("Select some words of the text first."), None, None)

    def tell_dead_link(self) -> None:
        """Say that a link leads nowhere."""
        self._say(_tr("This link leads nowhere that the app can open."), None, None)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Texts", text)
