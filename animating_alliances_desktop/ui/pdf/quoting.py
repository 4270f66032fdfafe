"""Copies a passage of a file with the printed numbers of its pages, once its words are there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.ui.kit.ports import Say
from animating_alliances_desktop.ui.kit.quoting import Reference, copy_quoted
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.pdf.ports import Library, Spot
from animating_alliances_desktop.ui.pdf.presenter import PdfPresenter


class Quoting(QObject):
    """Puts passages on the clipboard as one would quote them."""

    def __init__(
        self, presenter: PdfPresenter, library: Library, tasks: Runner, say: Say, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._presenter, self._library, self._tasks, self._say = presenter, library, tasks, say

    def copy(self, first: Spot, last: Spot) -> None:
        """Copy the words between two places with where they stand."""
        ref, words = self._presenter.ref, self._presenter.words
        if ref is not None:
            pages = self._presenter.labels[first[0] : last[0] + 1]
            words.when_there(
                last[0], lambda: self._with_source(ref, words.between(first, last), self._locator(pages))
            )

    def _with_source(self, ref: Ref, words: str, locator: str) -> None:
        title = self._presenter.title
        self._tasks.read(
            partial(self._library.credit_of, ref),
            lambda source: self._put(words, Reference(ref, title, locator, source)),
        )

    def _put(self, words: str, reference: Reference) -> None:
        copy_quoted(words, reference)
        self._say(self.tr("Copied with its reference."), None, None)

    def _locator(self, pages: Sequence[str]) -> str:
        if len(pages) == 1:
            return self.tr("p. {page}").format(page=pages[0])
        return self.tr("pp. {first}–{last}").format(first=pages[0], last=pages[-1]) if pages else ""
