"""What tags and collections have in common: a head with a name, and members that point at things."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.database.record import Record
from animating_alliances_desktop.core.database.session import Database, Writing
from animating_alliances_desktop.core.database.titles import titles_of
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.gathering.model import Merged, Thing, checked_name, same

Row = Any
"""A row of one of the two pairs of tables; which, the subclass says."""


class GatheredStore:
    """Renames, merges, removes and brings back; lists what has one, and what lies under one."""

    HEAD: ClassVar[type[Record]]
    MEMBER: ClassVar[type[Record]]
    OWNER: ClassVar[str]
    WORD: ClassVar[str]

    def __init__(self, database: Database) -> None:
        self._database = database

    def by_thing(self) -> dict[Ref, tuple[str, ...]]:
        """Of everything that has any, the names."""
        head, member = self._tables()
        query = select(member.target, head.name).join(head, self._owner() == head.id).order_by(head.name)
        found: dict[Ref, tuple[str, ...]] = {}
        with self._database.read() as session:
            for target, name in session.execute(query):
                ref = Ref.parse(target)
                found[ref] = (*found.get(ref, ()), name)
        return found

    def contents(self) -> dict[str, list[Ref]]:
        """Everything, under the name of what it lies under."""
        head, _ = self._tables()
        with self._database.read() as session:
            rows = session.scalars(select(head).order_by(head.name)).all()
            return {
                row.name: [Ref.parse(one.target) for one in self._members(session, row.id)] for row in rows
            }

    def things(self, ref: Ref) -> list[Thing]:
        """Everything under one, in its order; what is not there any more is left out."""
        with self._database.read() as session:
            refs = [Ref.parse(row.target) for row in self._members(session, UUID(ref.key))]
            titles = titles_of(session, refs)
        return [Thing(one, titles[one]) for one in refs if one in titles]

    def rename(self, ref: Ref, name: str) -> Changes:
        """Give it another name; everything under it stays. Raises AppError if the name is taken."""
        with self._database.write() as writing:
            row: Row = writing.find(self.HEAD, ref)
            name = checked_name(name)
            other = self._named(writing.session, name)
            if other is not None and other is not row:
                raise AppError(f"There is a {self.WORD} “{other.name}” already. Merge the two instead.")
            row.name = name
            touched = self._touched(writing, [row])
        return writing.changes | touched

    def merge(self, ref: Ref, into: Ref) -> Merged:
        """Put everything under one below another, and take the one away; `unmerge` takes it back."""
        if ref == into:
            raise AppError(f"Choose another {self.WORD} to merge this one into.")
        with self._database.write() as writing:
            source, goal = writing.find(self.HEAD, ref), writing.find(self.HEAD, into)
            touched = self._touched(writing, [source, goal])
            batch, added = self._join(writing, source, goal)
        return Merged(writing.changes | touched, batch, tuple(added))

    def unmerge(self, merged: Merged) -> Changes:
        """Take a merge back."""
        with self._database.write() as writing:
            added = [writing.session.get(self.MEMBER, one) for one in merged.added]
            writing.delete(*(row for row in added if row is not None))
            writing.restore(merged.batch)
        return writing.changes | merged.changes

    def remove(self, ref: Ref) -> tuple[Changes, UUID]:
        """Take it away from everything; the key brings it back by `restore`."""
        with self._database.write() as writing:
            row = writing.find(self.HEAD, ref)
            touched = self._touched(writing, [row])
            batch = writing.delete(row)
        return writing.changes | touched, batch

    def restore(self, batch: UUID) -> Changes:
        """Bring back what was removed; a name that was made anew meanwhile takes it in."""
        with self._database.write() as writing:
            heads = [row for row in writing.restore(batch) if isinstance(row, self.HEAD)]
            for row in heads:
                twin = self._named(writing.session, self._name(row), apart_from=row)
                if twin is not None:
                    self._join(writing, row, twin)
            touched = self._touched(writing, heads)
        return writing.changes | touched

    # For the subclasses

    def _take_off(self, target: Ref, ref: Ref) -> Changes:
        with self._database.write() as writing:
            rows = [row for row in self._on(writing.session, target) if self._owner_of(row) == UUID(ref.key)]
            writing.delete(*rows)
        return writing.changes | Changes.of(target)

    def _on(self, session: Session, target: Ref) -> Sequence[Row]:
        _, member = self._tables()
        return session.scalars(select(member).where(member.target == str(target))).all()

    def _members(self, session: Session, head: UUID) -> Sequence[Row]:
        _, member = self._tables()
        order = getattr(member, "position", member.created_at)
        return session.scalars(select(member).where(self._owner() == head).order_by(order)).all()

    def _counts(self, session: Session) -> dict[UUID, int]:
        query = select(self._owner(), func.count()).group_by(self._owner())
        return {row[0]: row[1] for row in session.execute(query)}

    def _named(self, session: Session, name: str, apart_from: Record | None = None) -> Row | None:
        head, _ = self._tables()
        rows = session.scalars(select(head).order_by(head.created_at))
        return next((row for row in rows if same(row.name, name) and row is not apart_from), None)

    def _make_member(self, head: Record, target: str, position: int) -> Record:
        raise NotImplementedError

    def _join(self, writing: Writing, source: Record, goal: Record) -> tuple[UUID, list[UUID]]:
        rows = self._members(writing.session, source.id)
        already = self._members(writing.session, goal.id)
        there = {row.target for row in already}
        behind = max((getattr(row, "position", 0) for row in already), default=-1) + 1
        new = (row.target for row in rows if row.target not in there)
        made = [self._make_member(goal, target, behind + nth) for nth, target in enumerate(new)]
        for row in made:
            writing.add(row)
        return writing.delete(source), [row.id for row in made]

    def _touched(self, writing: Writing, heads: Iterable[Record]) -> Changes:
        """The things under these: whoever shows them shows the names, too."""
        return Changes.gather(
            Ref.parse(row.target) for head in heads for row in self._members(writing.session, head.id)
        )

    def _tables(self) -> tuple[Any, Any]:
        return self.HEAD, self.MEMBER

    def _owner(self) -> Any:
        return getattr(self.MEMBER, self.OWNER)

    def _owner_of(self, row: Record) -> UUID:
        owner: UUID = getattr(row, self.OWNER)
        return owner

    def _name(self, row: Row) -> str:
        return str(row.name)
