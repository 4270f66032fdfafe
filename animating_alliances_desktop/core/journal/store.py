"""The journal: entries are drafts until they are kept; after that only later thoughts are added."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from animating_alliances_desktop.core.changes import Changes, Ref
from animating_alliances_desktop.core.database.record import now
from animating_alliances_desktop.core.database.session import Database, find
from animating_alliances_desktop.core.database.tables import AddendumRow, AllianceRow, EntryRow
from animating_alliances_desktop.core.database.titles import fresh
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.journal.model import Addendum, Draft, Entry, Form
from animating_alliances_desktop.core.pointing import OPENING

_TEXTS = ("what", "so_what", "now_what", "free")
_FIELDS = ("day", "title", "minutes", *_TEXTS)
_LONGEST_MINUTES = 24 * 60


class JournalStore:
    """The user's entries."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def listed(self, alliance: Ref | None = None) -> list[Entry]:
        """Entries of one alliance or of all, the latest day first."""
        query = select(EntryRow).options(joinedload(EntryRow.alliance), selectinload(EntryRow.addenda))
        if alliance is not None:
            query = query.where(EntryRow.alliance_id == UUID(alliance.key))
        with self._database.read() as session:
            rows = session.scalars(query.order_by(EntryRow.day.desc(), EntryRow.created_at.desc()))
            return _with_titles(session, [_entry(row) for row in rows])

    def get(self, ref: Ref) -> Entry:
        """One entry; raises AppError if it is not there."""
        with self._database.read() as session:
            return _with_titles(session, [_entry(find(session, EntryRow, ref))])[0]

    def begin(self, draft: Draft) -> tuple[Changes, Entry]:
        """Save a new draft."""
        _check(draft)
        with self._database.write() as writing:
            alliance = writing.find(AllianceRow, draft.alliance)
            row = _new(alliance, draft)
            writing.add(row)
        return writing.changes, _entry(row)

    def save(self, ref: Ref, rev: int, draft: Draft) -> tuple[Changes, Entry]:
        """Save a draft again; raises AppError if it was kept or changed elsewhere since `rev`."""
        _check(draft)
        with self._database.write() as writing:
            row = writing.find(EntryRow, ref)
            if row.kept_at is not None:
                raise AppError("This entry stands as it was kept. Add a later thought beside it.")
            if row.rev != rev:
                raise AppError(
                    "This entry was changed elsewhere. Copy what you wrote here, then open it again."
                )
            row.form = draft.form.value
            if Ref(AllianceRow.KIND, str(row.alliance_id)) != draft.alliance:
                row.alliance = writing.find(AllianceRow, draft.alliance)
            for name, value in _values(draft).items():
                setattr(row, name, value)
            _entry(row)  # fetches what hangs on the row while it can be fetched, even if nothing has changed
        return writing.changes, _entry(row)

    def keep(self, ref: Ref) -> Changes:
        """Let a draft stand as it is."""
        with self._database.write() as writing:
            row = writing.find(EntryRow, ref)
            if row.kept_at is None:
                _keep(row)
        return writing.changes

    def reopen(self, ref: Ref) -> Changes:
        """Make an entry a draft again, to take back a keep at once; raises AppError if it has later thoughts."""
        with self._database.write() as writing:
            row = writing.find(EntryRow, ref)
            if row.addenda:
                raise AppError("This entry has later thoughts beside it, so it stands as it was kept.")
            row.kept_at = None
        return writing.changes

    def add(self, draft: Draft) -> tuple[Changes, Entry]:
        """Write and keep an entry in one go."""
        _check(draft)
        with self._database.write() as writing:
            alliance = writing.find(AllianceRow, draft.alliance)
            row = _new(alliance, draft)
            _keep(row)
            writing.add(row)
        return writing.changes, _entry(row)

    def add_thought(self, ref: Ref, text: str) -> Changes:
        """Put a later thought beside an entry, dated now."""
        if not text.strip():
            raise AppError("Write the thought first.")
        with self._database.write() as writing:
            row = writing.find(EntryRow, ref)
            addendum = AddendumRow(text=text.strip())
            row.addenda.append(addendum)
            writing.add(addendum)
            writing.touch(row)
        return writing.changes

    def remove(self, ref: Ref) -> tuple[Changes, UUID]:
        """Take an entry away with what stands beside it; the key brings it back by `restore`."""
        with self._database.write() as writing:
            row = writing.find(EntryRow, ref)
            batch = writing.delete(row)
        return writing.changes, batch

    def restore(self, batch: UUID) -> Changes:
        """Bring back what was taken away together."""
        with self._database.write() as writing:
            writing.restore(batch)
        return writing.changes


def _new(alliance: AllianceRow, draft: Draft) -> EntryRow:
    # The empty list of addenda saves asking the database for them when the entry goes into the index.
    return EntryRow(alliance=alliance, addenda=[], form=draft.form.value, **_values(draft))


def _keep(row: EntryRow) -> None:
    if not any(text.strip() for text in (row.what, row.so_what, row.now_what, row.free)):
        raise AppError("Write something first.")
    row.kept_at = now()


def _check(draft: Draft) -> None:
    if draft.minutes is not None and not 0 <= draft.minutes <= _LONGEST_MINUTES:
        raise AppError("The minutes spent are a number from 0 to 1,440.")


def _values(draft: Draft) -> dict[str, object]:
    return {name: getattr(draft, name) for name in _FIELDS}


def _entry(row: EntryRow) -> Entry:
    draft = Draft(
        alliance=Ref(AllianceRow.KIND, str(row.alliance_id)),
        form=Form(row.form),
        **{name: getattr(row, name) for name in _FIELDS},
    )
    addenda = tuple(Addendum(addendum.text, addendum.created_at) for addendum in row.addenda)
    return Entry(
        ref=row.ref,
        draft=draft,
        label=row.label,
        alliance_name=row.alliance.name,
        rev=row.rev,
        made=row.created_at,
        changed=row.changed_at,
        kept=row.kept_at,
        addenda=addenda,
    )


def _with_titles(session: Session, entries: list[Entry]) -> list[Entry]:
    """Entries whose links have the titles of now."""
    texts = [text for entry in entries for text in _texts(entry)]
    if not any(OPENING in text for text in texts):
        return entries
    now_called = iter(fresh(session, texts))
    return [_with_texts(entry, [next(now_called) for _ in _texts(entry)]) for entry in entries]


def _texts(entry: Entry) -> list[str]:
    return [*(getattr(entry.draft, name) for name in _TEXTS), *(thought.text for thought in entry.addenda)]


def _with_texts(entry: Entry, texts: list[str]) -> Entry:
    changed: dict[str, Any] = dict(zip(_TEXTS, texts, strict=False))
    thoughts = zip(entry.addenda, texts[len(_TEXTS) :], strict=True)
    addenda = tuple(Addendum(text, thought.made) for thought, text in thoughts)
    return replace(entry, draft=replace(entry.draft, **changed), addenda=addenda)
