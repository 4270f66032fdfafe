"""Decides where a link of a text leads: into the text, to a picture, to another text, or outside."""

from __future__ import annotations

from collections.abc import Callable

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.library import figures, pictures
from animating_alliances_desktop.core.library.excerpts import excerpt
from animating_alliances_desktop.ui.kit import addresses
from animating_alliances_desktop.ui.kit.runner import Runner
from animating_alliances_desktop.ui.reader.ports import View

PICTURES = (figures.ADDRESS, pictures.ADDRESS)


class Links:
    """Follows links; what is no address of ours or of the web leads nowhere."""

    def __init__(self, view: View, tasks: Runner, open_ref: Callable[[Ref], None], name: str) -> None:
        self._view, self._tasks, self._open_ref, self._name = view, tasks, open_ref, name

    def follow(self, address: str, html: str, go: Callable[[str], None], still: Callable[[], bool]) -> None:
        """Follow a link in a body; `go` goes to a place in it, `still` tells whether it is on view then."""
        if address.startswith("#"):
            self._look_up(address[1:], html, go, still)
        elif address.startswith(PICTURES):
            self._view.enlarge(address)
        else:
            addresses.follow(address, self._view, self._open_ref)

    def _look_up(self, anchor: str, html: str, go: Callable[[str], None], still: Callable[[], bool]) -> None:
        """Show a note beside the link that leads to it; go to anything else."""

        def then(found: str | None) -> None:
            if not still():
                return
            if found is None:
                go(anchor)
            else:
                self._view.show_excerpt(found, anchor)

        self._tasks.read(lambda: excerpt(html, anchor), then, f"{self._name}.excerpt")
