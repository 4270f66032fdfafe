"""The trash: what was deleted is listed, brought back, or let go so that no file of the workspace holds it any more."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, select
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
from animating_alliances_desktop.core.pointing import spoken
from animating_alliances_desktop.core.trash.model import DAYS, Deleted, Emptied

_ORDER = {table.__tablename__: nth for nth, table in enumerate(RECORDS)}
_NAMES = ("title", "name", "text", "exact", "file_name", "target_title")
_BEGINNING = 800
_LISTED = (
    TombstoneRow.id, TombstoneRow.ref, TombstoneRow.batch, TombstoneRow.table_name, TombstoneRow.deleted_at,
)  # fmt: skip
"""What a list says of a grave; what it holds may be a whole book."""
_NAMING = (
    *(func.substr(TombstoneRow.record[name].as_string(), 1, _BEGINNING) for name in _NAMES),
    *(TombstoneRow.record[name].as_string() for name in ("organisation_id", "person_id")),
)
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
            query = select(*_LISTED).where(TombstoneRow.record.is_not(None)).order_by(TombstoneRow.batch)
            merged = merging_batches(session)
            graves = [grave for grave in session.execute(query) if grave.batch not in merged]
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


def _deleted(session: Session, graves: Sequence[Any]) -> Deleted:
    """A batch by the thing that the others hung on: its table comes first."""
    head = min(graves, key=lambda grave: _ORDER.get(grave.table_name, len(_ORDER)))
    title = _title(session, head.id)
    return Deleted(head.batch, Ref.parse(head.ref), title, len(graves) - 1, head.deleted_at)


def _title(session: Session, key: UUID) -> str:
    """What a deleted thing is called: its name or how it begins, or the name of whom it is about, as a seat's."""
    *said, organisation, person = session.execute(select(*_NAMING).where(TombstoneRow.id == key)).one()
    words = next((text for text in said if text and text.strip()), "") or _first_part(session, key)
    return short(spoken(words), 80) or _whose(session, organisation, person)


def _first_part(session: Session, key: UUID) -> str:
    parts = session.scalar(select(TombstoneRow.record["parts"]).where(TombstoneRow.id == key)) or {}
    return next((str(text) for text in parts.values() if str(text).strip()), "")


def _whose(session: Session, organisation: str | None, person: str | None) -> str:
    named = ((Kind.ORGANISATION, organisation), (Kind.PERSON, person))
    refs = [Ref(kind, key) for kind, key in named if key]
    titles = titles_of(session, refs)
    return next((titles[ref] for ref in refs if ref in titles), "")
