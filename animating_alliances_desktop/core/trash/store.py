"""The trash: what was deleted is listed, brought back, or let go so that no file of the workspace holds it any more."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.engine import Connection
from sqlalchemy.orm import InstrumentedAttribute, Session

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.database.backup import back_up, numbered
from animating_alliances_desktop.core.database.merged import merging_batches
from animating_alliances_desktop.core.database.record import now
from animating_alliances_desktop.core.database.session import Database
from animating_alliances_desktop.core.database.slices import slices
from animating_alliances_desktop.core.database.tables import (
    RECORDS,
    LinkRow,
    PlaceRow,
    RevisionRow,
    TombstoneRow,
)
from animating_alliances_desktop.core.database.titles import short, titles_of
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.pointing import in_words
from animating_alliances_desktop.core.trash.model import DAYS, Deleted, Emptied

_ORDER = {table.__tablename__: nth for nth, table in enumerate(RECORDS)}
_NAMES = ("title", "name", "text", "exact", "file_name", "target_title")
Erase = Callable[[Session, Collection[str]], None]
"""Lets go what somebody else keeps of these things."""
Squeeze = Callable[[Connection], None]
"""Lets go of what is derived from things of which nothing is left."""


class Trash:
    """What was deleted."""

    def __init__(
        self,
        database: Database,
        *,
        restore: Callable[[UUID], Changes],
        erase: Sequence[Erase],
        squeeze: Sequence[Squeeze],
        workspace: Path,
        backups: Path,
    ) -> None:
        self._database, self._restore, self._erase, self._squeeze = database, restore, erase, squeeze
        self._path, self._backups = workspace, backups

    def listed(self) -> list[Deleted]:
        """Every deletion that can be taken back, the latest first."""
        with self._database.read() as session:
            query = select(TombstoneRow).where(TombstoneRow.record.is_not(None)).order_by(TombstoneRow.batch)
            merged = merging_batches(session)
            graves = [grave for grave in session.scalars(query) if grave.record and grave.batch not in merged]
            batches = [list(group) for _key, group in groupby(graves, key=lambda grave: grave.batch)]
            found = [_deleted(session, batch) for batch in batches]
        return sorted(found, key=lambda one: one.at, reverse=True)

    def restore(self, batch: UUID) -> Changes:
        """Bring back what was deleted together; raises AppError if what it belongs to is gone."""
        changes = self._restore(batch)
        if not changes.refs:
            raise AppError(
                "This cannot come back by itself: what it belongs to is deleted, too. Restore that first."
            )
        return changes

    def let_go(self, batches: Collection[UUID]) -> Emptied:
        """Let these go for good: rows, earlier texts, index, history and the journal of the database."""
        return self._empty(*(TombstoneRow.batch.in_(some) for some in slices([*batches])))

    def empty(self, older_than: int = DAYS) -> Emptied:
        """Let go for good whatever was deleted so many days ago or earlier."""
        latest = now() - timedelta(days=older_than)
        return self._empty(TombstoneRow.deleted_at <= latest)

    def renew_backups(self) -> Path:
        """Make a fresh backup and drop those of before, which hold what was let go."""
        there = [path for _number, path in numbered(self._backups)]
        fresh = back_up(self._path, self._backups)
        for old in there:
            old.unlink(missing_ok=True)
        return fresh

    def _empty(self, *which: ColumnElement[bool]) -> Emptied:
        graves = self._graves(which)
        if not graves:
            return Emptied()
        refs = {ref for _id, ref, _batch in graves}
        with self._database.write() as writing:
            for erase in self._erase:
                erase(writing.session, refs)
            _forget(writing.session, refs)
            _remove(writing.session, TombstoneRow.id, [key for key, _ref, _batch in graves])
            writing.session.flush()
            for squeeze in self._squeeze:
                squeeze(writing.session.connection())
        backups = tuple(path.name for _number, path in numbered(self._backups))
        return Emptied(len({batch for _id, _ref, batch in graves}), backups, self._database.settle())

    def _graves(self, which: Sequence[ColumnElement[bool]]) -> list[tuple[UUID, str, UUID]]:
        """Which they are, without what they hold: that may be large, and this is asked at each start."""
        columns = (TombstoneRow.id, TombstoneRow.ref, TombstoneRow.batch)
        with self._database.read() as session:
            found = (row for some in which for row in session.execute(select(*columns).where(some)))
            return [(key, ref, batch) for key, ref, batch in found]


def _forget(session: Session, refs: Collection[str]) -> None:
    """What was derived from things, or kept of their earlier states."""
    wanted = sorted(refs)
    columns: tuple[InstrumentedAttribute[Any], ...] = (RevisionRow.ref, PlaceRow.ref, LinkRow.source)
    for column in columns:
        _remove(session, column, wanted)


def _remove(session: Session, column: InstrumentedAttribute[Any], values: Sequence[Any]) -> None:
    """Delete the rows in which the column has one of these values."""
    unseen = {"synchronize_session": False}
    for some in slices(values):
        session.execute(delete(column.class_).where(column.in_(some)), execution_options=unseen)


def _deleted(session: Session, graves: Sequence[TombstoneRow]) -> Deleted:
    """A batch by the thing that the others hung on: its table comes first."""
    head = min(graves, key=lambda grave: _ORDER.get(grave.table_name, len(_ORDER)))
    record = head.record or {}
    return Deleted(
        head.batch,
        Ref.parse(head.ref),
        _title(record) or _whose(session, record),
        len(graves) - 1,
        head.deleted_at,
    )


def _whose(session: Session, record: Mapping[str, Any]) -> str:
    """The name of the organisation or of the person, for what has none of its own: a member, a seat."""
    kinds = ((Kind.ORGANISATION, "organisation_id"), (Kind.PERSON, "person_id"))
    refs = [Ref(kind, str(record[name])) for kind, name in kinds if record.get(name)]
    titles = titles_of(session, refs)
    return next((titles[ref] for ref in refs if ref in titles), "")


def _title(record: Mapping[str, Any]) -> str:
    parts = record.get("parts") or {}
    said = [str(record.get(name) or "") for name in _NAMES] + [str(text) for text in parts.values()]
    return short(in_words(next((text for text in said if text.strip()), "")), 80)
