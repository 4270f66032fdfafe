"""Tags: put on anything and taken off again, listed with how many things have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from sqlalchemy import Select, bindparam, select
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session, joinedload

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.database.record import Record, new_id
from animating_alliances_desktop.core.database.session import Writing
from animating_alliances_desktop.core.database.tables import TaggingRow, TagRow
from animating_alliances_desktop.core.database.titles import titles_of
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.gathering.gathered import GatheredStore
from animating_alliances_desktop.core.gathering.model import Tag, checked_name, same


class TagStore(GatheredStore):
    """The user's tags; one that nothing has any more is not listed."""

    HEAD, MEMBER, OWNER, WORD = TagRow, TaggingRow, "tag_id", "tag"

    def listed(self) -> list[Tag]:
        """All tags by name."""
        with self._database.read() as session:
            counts = self._counts(session)
            tags = [Tag(row.ref, row.name, counts.get(row.id, 0)) for row in session.scalars(select(TagRow))]
        return sorted((tag for tag in tags if tag.things), key=lambda tag: tag.name.casefold())

    def of(self, target: Ref) -> list[Tag]:
        """The tags of one thing, by name."""
        query = select(TaggingRow).where(TaggingRow.target == str(target)).options(joinedload(TaggingRow.tag))
        with self._database.read() as session:
            tags = [Tag(row.tag.ref, row.tag.name) for row in session.scalars(query)]
        return sorted(tags, key=lambda tag: tag.name.casefold())

    def tag(self, target: Ref, name: str) -> Changes:
        """Put a tag on a thing; one that has it already keeps it."""
        return self.tag_all([target], name)

    def tag_all(self, targets: Iterable[Ref], name: str) -> Changes:
        """Put a tag on several things."""
        return self.put_on(dict.fromkeys(targets, (name,)))

    def put_on(self, wanted: Mapping[Ref, Iterable[str]]) -> Changes:
        """Put tags on things, each its own."""
        with self._database.write() as writing:
            missing = set(wanted) - set(titles_of(writing.session, wanted))
            if missing:
                raise AppError("This is not there any more, so it cannot be tagged. Go back to its list.")
            for target, names in wanted.items():
                put(writing, target, names)
        return writing.changes | Changes.gather(wanted)

    def untag(self, target: Ref, tag: Ref) -> Changes:
        """Take a tag off a thing."""
        return self._take_off(target, tag)

    def _make_member(self, head: Record, target: str, position: int) -> Record:
        return TaggingRow(id=new_id(), tag_id=head.id, target=target)


def put(writing: Writing, target: Ref, names: Iterable[str]) -> None:
    """Put tags on a thing, in a write that is under way."""
    known = list(writing.session.scalars(select(TagRow).order_by(TagRow.created_at)))
    known += [row for row in writing.session.new if isinstance(row, TagRow)]
    there = _tags_on(writing.session, target)
    for name in map(checked_name, names):
        tag = next((row for row in known if same(row.name, name)), None)
        if tag is None:
            tag = TagRow(id=new_id(), name=name)
            writing.add(tag)
            known.append(tag)
        if tag.id not in there:
            writing.add(TaggingRow(id=new_id(), tag=tag, tag_id=tag.id, target=str(target)))
            there.add(tag.id)


def take_off(writing: Writing, target: Ref, names: Iterable[str]) -> None:
    """Take tags off a thing, in a write that is under way."""
    wanted = {name.casefold() for name in names}
    query = select(TaggingRow).where(TaggingRow.target == str(target)).options(joinedload(TaggingRow.tag))
    rows = [row for row in writing.session.scalars(query) if row.tag.name.casefold() in wanted]
    if rows:
        writing.delete(*rows)


def names_on(connection: Connection, ref: Ref) -> tuple[str, ...]:
    """The names of a thing's tags, for the index."""
    return tuple(connection.scalars(_names_on_target(), {"target": str(ref)}))


@cache
def _names_on_target() -> Select[str]:
    """Put together once, for it is asked at every write: that takes longer than the answer."""
    return (
        select(TagRow.name)
        .join(TaggingRow, TaggingRow.tag_id == TagRow.id)
        .where(TaggingRow.target == bindparam("target"))
        .order_by(TagRow.name)
    )


def _tags_on(session: Session, target: Ref) -> set[object]:
    there: set[object] = set(
        session.scalars(select(TaggingRow.tag_id).where(TaggingRow.target == str(target)))
    )
    new = (row for row in session.new if isinstance(row, TaggingRow) and row.target == str(target))
    return there | {row.tag_id for row in new}
