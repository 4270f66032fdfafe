"""What all pages share: tags and collections, the completion of links, and highlights that come up again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject

from animating_alliances_desktop.core.annotations.model import Annotation
from animating_alliances_desktop.core.annotations.recall import recalled
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.links.model import Goal
from animating_alliances_desktop.core.workspace import Workspace
from animating_alliances_desktop.pages.house import House
from animating_alliances_desktop.ui.gathering.gatherer import Gatherer
from animating_alliances_desktop.ui.gathering.ports import Stores
from animating_alliances_desktop.ui.kit.completion import Completion

RECALLED = 2
"""So many highlights come up again on a day, at the most."""


@runtime_checkable
class Subject(Protocol):
    """A page on which something is chosen."""

    def subject(self) -> Sequence[Ref]:
        """What is chosen: what can be tagged."""


class Commons(QObject):
    """Made once, with the pages."""

    def __init__(self, workspace: Workspace, host: House) -> None:
        super().__init__()
        self._workspace, self._host = workspace, host
        self.gatherer = Gatherer(
            host.theme,
            Stores(workspace.tags, workspace.collections, workspace.links.titles),
            host.tasks,
            host.actions,
            host.window,
            subject=self._subject,
            open_ref=host.open,
            say=host.say,
            take_back=host.can_take_back,
        )
        self.completion = Completion(host.theme, host.window, self._complete)

    def open(self, ref: Ref) -> None:
        """Go to where something is shown that lies on a text, or gathers things."""
        if ref.kind in (Kind.TAG, Kind.COLLECTION):
            self.gatherer.show_all(ref)
        else:
            place_of = self._workspace.annotations.place_of
            self._host.tasks.read(lambda: place_of(ref), lambda found: self._open_place(ref, *found))

    def gathered(self) -> list[tuple[Ref, str]]:
        """All tags and collections, each with its name."""
        tags = [(tag.ref, tag.name) for tag in self._workspace.tags.listed()]
        return tags + [(one.ref, one.name) for one in self._workspace.collections.listed()]

    def under(self, ref: Ref) -> frozenset[Ref]:
        """What has a tag, or lies in a collection."""
        held = self._workspace
        store = held.tags if ref.kind is Kind.TAG else held.collections
        return frozenset(thing.ref for thing in store.things(ref))

    def recall(self, question: str, day: date) -> list[Annotation]:
        """A few highlights of the user's own that speak to a core question, unless that is switched off."""
        if self._workspace.settings.settings.recall == "off":
            return []
        return recalled(self._workspace.annotations.on_question(question), day, RECALLED)

    def _open_place(self, ref: Ref, about: Ref, quote: str) -> None:
        """Open what a note is about; one of its own is shown among the notes."""
        if about == ref:
            self._host.go("notes", ref)
        else:
            self._host.open(about, quote)

    def _subject(self) -> Sequence[Ref]:
        window = self._host.window
        page = window.page(window.current)
        return page.subject() if isinstance(page, Subject) else ()

    def _complete(self, words: str, then: Callable[[Sequence[Goal]], None]) -> None:
        links = self._workspace.links
        self._host.tasks.read(lambda: links.complete(words), then, "links.complete")
