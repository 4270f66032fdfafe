"""Highlights and notes as files that leave the workspace, or come into it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from animating_alliances_desktop.core.annotations.bringing import Bringing
from animating_alliances_desktop.core.annotations.model import Annotation, Arrived
from animating_alliances_desktop.core.annotations.store import AnnotationStore
from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.gathering.model import is_name
from animating_alliances_desktop.core.gathering.tags import TagStore
from animating_alliances_desktop.core.sharing.annotations import (
    Marked,
    Names,
    as_csv,
    as_markdown,
    as_quotation,
    as_w3c,
)
from animating_alliances_desktop.core.sharing.web_annotations import brought
from animating_alliances_desktop.core.worker import Worker

SECONDS = 60.0


class Exchange:
    """Writes files of highlights and notes, and reads those in the form of the W3C."""

    def __init__(self, annotations: AnnotationStore, bringing: Bringing, tags: TagStore) -> None:
        self._annotations, self._bringing, self._tags = annotations, bringing, tags

    def write(self, path: Path, names: Names, only: Collection[Ref] = ()) -> int:
        """Write the chosen ones, or all, in the format that the file's name asks for; answers how many."""
        marked = self._marked(only)
        match path.suffix.lower():
            case ".csv":
                text = as_csv(marked, names)
            case ".json" | ".jsonld":
                text = as_w3c(marked, self._bringing.digests(_documents(marked)))
            case ".md":
                text = as_markdown(marked, names)
            case _:
                raise AppError(
                    "Let the file's name end in .md, .csv or .json, for that says what it becomes."
                )
        try:
            path.write_text(text, encoding="utf-8", newline="")
        except OSError as error:
            raise AppError(f"The file {path} could not be written: {error.strerror}.") from error
        return len(marked)

    def bring_in(self, path: Path) -> Arrived:
        """Bring in what a file holds; what is here already stays as it is."""
        if not path.is_file():
            raise AppError(f"There is no file {path}. Choose another one.")
        with Worker() as worker:
            told = worker.ask("read_annotations", seconds=SECONDS, file=str(path.absolute()))
        arrived = self._bringing.bring_in(brought(one) for one in told)
        if arrived.tags:
            self._tags.put_on(_named(arrived.tags))
        return arrived

    def gathered(self, refs: Collection[Ref]) -> str:
        """The chosen ones as one text: quotations, each with a link to where it stands."""
        place = {ref: nth for nth, ref in enumerate(refs)}
        return "\n\n".join(map(as_quotation, sorted(self._marked(refs), key=lambda one: place[one.ref])))

    def _marked(self, only: Collection[Ref]) -> list[Marked]:
        """Highlights, and notes but for those on highlights, which are in them."""
        notes = (note for note in self._annotations.notes() if note.about.kind is not Kind.ANNOTATION)
        everything: list[Marked] = [*self._annotations.listed(), *notes]
        return [one for one in everything if not only or one.ref in only]


def _documents(marked: list[Marked]) -> set[Ref]:
    targets = {one.target if isinstance(one, Annotation) else one.about for one in marked}
    return {ref for ref in targets if ref.kind is Kind.DOCUMENT}


def _named(tags: Mapping[Ref, tuple[str, ...]]) -> dict[Ref, list[str]]:
    """Without those that are no names: a file may hold anything."""
    named = {ref: [name for name in names if is_name(name)] for ref, names in tags.items()}
    return {ref: names for ref, names in named.items() if names}
