"""Collections: things that the user put together, in an order."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.database.record import Record, new_id
from animating_alliances_desktop.core.database.tables import CollectedRow, CollectionRow
from animating_alliances_desktop.core.database.titles import titles_of
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.gathering.gathered import GatheredStore
from animating_alliances_desktop.core.gathering.model import Collection, checked_name


class CollectionStore(GatheredStore):
    """The user's collections, the reading list among them."""

    HEAD, MEMBER, OWNER, WORD = CollectionRow, CollectedRow, "collection_id", "collection"

    def listed(self) -> list[Collection]:
        """All collections by name."""
        with self._database.read() as session:
            counts = self._counts(session)
            found = [
                _collection(row, counts.get(row.id, 0)) for row in session.scalars(select(CollectionRow))
            ]
        return sorted(found, key=lambda one: one.name.casefold())

    def of(self, target: Ref) -> list[Collection]:
        """The collections in which a thing lies, by name."""
        query = (
            select(CollectionRow)
            .join(CollectedRow, CollectedRow.collection_id == CollectionRow.id)
            .where(CollectedRow.target == str(target))
        )
        with self._database.read() as session:
            found = [_collection(row) for row in session.scalars(query)]
        return sorted(found, key=lambda one: one.name.casefold())

    def add(self, name: str, about: str = "") -> tuple[Changes, Ref]:
        """Make a collection."""
        with self._database.write() as writing:
            name = checked_name(name)
            if self._named(writing.session, name) is not None:
                raise AppError(f"There is a collection “{name}” already. Give this one another name.")
            row = CollectionRow(id=new_id(), name=name, about=about.strip())
            writing.add(row)
        return writing.changes, row.ref

    def collect(self, target: Ref, collection: Ref) -> Changes:
        """Put a thing at the end of a collection; one that lies there already stays where it is."""
        with self._database.write() as writing:
            head = writing.find(CollectionRow, collection)
            if not titles_of(writing.session, [target]):
                raise AppError("This is not there any more, so it cannot be collected. Go back to its list.")
            if all(row.target != str(target) for row in self._members(writing.session, head.id)):
                position = _behind(writing.session, head.id)
                writing.add(self._make_member(head, str(target), position))
        return writing.changes | Changes.of(target)

    def uncollect(self, target: Ref, collection: Ref) -> Changes:
        """Take a thing out of a collection."""
        return self._take_off(target, collection)

    def _make_member(self, head: Record, target: str, position: int) -> Record:
        return CollectedRow(id=new_id(), collection_id=head.id, target=target, position=position)


def holding(connection: Connection, ref: Ref) -> tuple[str, ...]:
    """The names of the collections in which a thing lies, for the index."""
    return tuple(connection.scalars(_names_around_target(), {"target": str(ref)}))


@cache
def _names_around_target() -> Select[str]:
    """Put together once, for it is asked at every write: that takes longer than the answer."""
    return (
        select(CollectionRow.name)
        .join(CollectedRow, CollectedRow.collection_id == CollectionRow.id)
        .where(CollectedRow.target == bindparam("target"))
        .order_by(CollectionRow.name)
    )


def _behind(session: Session, collection: object) -> int:
    query = select(func.max(CollectedRow.position)).where(CollectedRow.collection_id == collection)
    last = session.scalar(query)
    return 0 if last is None else int(last) + 1


def _collection(row: CollectionRow, things: int = 0) -> Collection:
    return Collection(row.ref, row.name, row.about, row.role, things)
