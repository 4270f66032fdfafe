"""Links: who points at a thing, down to the passage; and what a link may lead to, by its title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.database.merged import led_here
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.database.slices import slices
from animating_alliances_desktop.core.database.tables import AnnotationRow, LinkRow, NoteRow
from animating_alliances_desktop.core.database.titles import fresh, titles_of
from animating_alliances_desktop.core.links.goals import goals
from animating_alliances_desktop.core.links.model import Goal, Mention
from animating_alliances_desktop.core.pointing import in_words


class LinkStore:
    """Reads the table of links, which is written with the texts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def mentions_of(self, ref: Ref) -> list[Mention]:
        """Who points at a thing, then who points at a passage of it, in the order of the passages."""
        query = select(AnnotationRow).where(AnnotationRow.target == str(ref)).order_by(AnnotationRow.start)
        with self._database.read() as session:
            passages = {str(row.ref): row for row in session.scalars(query)}
            own = [str(one) for one in (ref, *led_here(session, ref))]
            return list(_mentions(session, [*own, *passages], passages))

    def titles(self, refs: Sequence[Ref]) -> dict[Ref, str]:
        """What these things are called now; those that are not there are left out."""
        with self._database.read() as session:
            return titles_of(session, refs)

    def complete(self, words: str, most: int = 12) -> list[Goal]:
        """The things whose titles have all these words, or words that begin so; the likeliest first."""
        with self._database.read() as session:
            return goals(session, words, most)


def _mentions(
    session: Session, targets: Sequence[str], passages: Mapping[str, AnnotationRow]
) -> Iterator[Mention]:
    place = {target: nth for nth, target in enumerate(targets)}
    links = sorted(_links_to(session, targets), key=lambda link: (place[link.target], link.source))
    titles = _called(session, {_owner(link.source) for link in links})
    said = fresh(session, [link.words for link in links])
    for link, words in zip(links, said, strict=True):
        source, passage = _owner(link.source), passages.get(link.target)
        if source in titles:
            at, quote = (passage.ref, passage.exact) if passage is not None else (None, "")
            yield Mention(source, titles[source], in_words(words), at, quote)


def _links_to(session: Session, targets: Sequence[str]) -> Iterator[LinkRow]:
    for some in slices(targets):
        yield from session.scalars(select(LinkRow).where(LinkRow.target.in_(some)))


def _called(session: Session, refs: set[Ref]) -> dict[Ref, str]:
    """What the sources are called; a note by what it is about, for its own words stand below anyway."""
    titles = titles_of(session, refs)
    for ref in titles:
        if ref.kind is Kind.NOTE:
            titles[ref] = session.scalars(
                select(NoteRow.about_title).where(NoteRow.id == UUID(ref.key))
            ).one()
    return titles


def _owner(source: str) -> Ref:
    """A later thought is shown with its entry, a member with its alliance."""
    ref = Ref.parse(source)
    return Ref(ref.kind, ref.key.partition("/")[0])
