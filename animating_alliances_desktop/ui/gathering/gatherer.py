"""Brings up the dialogues of tags and collections for whatever is chosen, on whichever page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.ui.gathering.keeping import KeepingDialog
from animating_alliances_desktop.ui.gathering.ports import Stores
from animating_alliances_desktop.ui.gathering.presenter import TakeBack
from animating_alliances_desktop.ui.gathering.tagging import TaggingDialog
from animating_alliances_desktop.ui.kit.actions import Actions
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.kit.theme import Theme


class Gatherer(QObject):
    """Knows what is chosen, and asks for its tags."""

    def __init__(
        self,
        theme: Theme,
        stores: Stores,
        tasks: Runner,
        actions: Actions,
        window: QWidget,
        *,
        subject: Callable[[], Sequence[Ref]],
        open_ref: Callable[[Ref], object],
        say: Callable[..., None],
        take_back: TakeBack,
    ) -> None:
        super().__init__(window)
        self._theme, self._stores, self._tasks, self._window = theme, stores, tasks, window
        self._subject, self._open, self._say, self._take_back = subject, open_ref, say, take_back
        actions.bind("app.tag", lambda: self.tag(self._subject()), window)
        actions.bind("app.collect", lambda: self.collect(self._subject()), window)
        actions.bind("app.gather", self.show_all, window)

    def tag(self, targets: Sequence[Ref]) -> None:
        """Ask which tags these shall have."""
        self._ask(targets, collecting=False)

    def collect(self, targets: Sequence[Ref]) -> None:
        """Ask into which collections these shall be put."""
        self._ask(targets, collecting=True)

    def show_all(self, first: Ref | None = None) -> None:
        """Show all tags and collections."""
        KeepingDialog(self._theme, self._stores, self._tasks, self._open, self._window, first).open()

    def _ask(self, targets: Sequence[Ref], *, collecting: bool) -> None:
        if not targets:
            self._say(self.tr("Open a text or choose a thing in a list first; then it can be tagged."))
            return
        dialog = TaggingDialog(self._theme, self._stores, self._tasks, targets, self._take_back, self._window)
        dialog.open()
        (dialog.collection_field if collecting else dialog.tag_field).setFocus()
