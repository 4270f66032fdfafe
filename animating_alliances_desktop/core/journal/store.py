"""The journal: entries are drafts until they are kept; after that only later thoughts are added."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.changes import Changes, Kind, Ref
from animating_alliances_desktop.core.database.record import now
from animating_alliances_desktop.core.database.session import Database, Writing, find
from animating_alliances_desktop.core.database.tables import (
    ActionRow,
    AddendumRow,
    AllianceRow,
    DecisionRow,
    EntryRow,
    IntentionRow,
    MeetingRow,
    NoticingRow,
    SealRow,
)
from animating_alliances_desktop.core.database.tables.followthrough import Left
from animating_alliances_desktop.core.database.titles import fresh
from animating_alliances_desktop.core.errors import AppError
from animating_alliances_desktop.core.journal.corrections import check_small
from animating_alliances_desktop.core.journal.forms import listed as forms_in
from animating_alliances_desktop.core.journal.forms import ordered
from animating_alliances_desktop.core.journal.listing import entries
from animating_alliances_desktop.core.journal.model import Addendum, Draft, Earlier, Entry, Form
from animating_alliances_desktop.core.pointing import OPENING
from animating_alliances_desktop.core.sealing import CARRYING, Event

SCALE = range(1, 6)
_FIELDS = ("day", "form", "title", "minutes", "energy", "trust")
_LONGEST_MINUTES = 24 * 60
_TAKEN: tuple[type[Left], ...] = (ActionRow, DecisionRow, NoticingRow, IntentionRow)


class JournalStore:
    """The user's entries."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def listed(self, alliance: Ref | None = None, most: int | None = None) -> list[Entry]:
        """Entries of one alliance or of all, the latest day first; no more than so many, if that is said."""
        with self._database.read() as session:
            forms = forms_in(session)
            return _with_titles(session, list(entries(session, forms, alliance, most)), forms)

    def get(self, ref: Ref) -> Entry:
        """One entry; raises AppError if it is not there."""
        with self._database.read() as session:
            forms = forms_in(session)
            entry = _entry(find(session, EntryRow, ref), forms)
            earlier, about = _earlier(session, ref, forms), _about(session, entry.draft.meeting)
            entry = replace(entry, earlier=earlier, left=_left(session, ref), about=about)
            return _with_titles(session, [entry], forms)[0]

    def begin(self, draft: Draft) -> tuple[Changes, Entry]:
        """Save a new draft."""
        _check(draft)
        with self._database.write() as writing:
            alliance = writing.find(AllianceRow, draft.alliance)
            forms = forms_in(writing.session)
            _check_meeting(writing, draft.meeting)
            row = _new(alliance, draft, forms)
            writing.add(row)
        return writing.changes, _entry(row, forms)

    def save(self, ref: Ref, rev: int, draft: Draft) -> tuple[Changes, Entry]:
        """Save a draft again; raises AppError if it was kept or changed elsewhere since `rev`."""
        _check(draft)
        with self._database.write() as writing:
            row = writing.find(EntryRow, ref)
            if row.kept_at is not None:
                raise AppError("This entry stands as it was kept. Add a later thought beside it.")
            _check_seen(row, rev)
            forms = forms_in(writing.session)
            if Ref(AllianceRow.KIND, str(row.alliance_id)) != draft.alliance:
                row.alliance = writing.find(AllianceRow, draft.alliance)
            _check_meeting(writing, draft.meeting)
            for name, value in _values(draft, forms).items():
                setattr(row, name, value)
            _entry(
                row, forms
            )  # fetches what hangs on the row while it can be fetched, even if nothing has changed
        return writing.changes, _entry(row, forms)

    def keep(self, ref: Ref) -> Changes:
        """Let a draft stand as it is."""
        with self._database.write() as writing:
            row = writing.find(EntryRow, ref)
            if row.kept_at is None:
                _keep(row)
        return writing.changes

    def correct(self, ref: Ref, rev: int, title: str, parts: Mapping[str, str]) -> Changes:
        """Put a slip right in a kept entry; how it stood stays in sight. Raises AppError if it is more than that."""
        with self._database.write() as writing:
            row = writing.find(EntryRow, ref)
            _check_seen(row, rev)
            if row.kept_at is None:
                raise AppError("This entry is a draft still: write in it as you like.")
            forms = forms_in(writing.session)
            said = {part.key: text for part, text in ordered(forms, row.form, parts)}
            shown = dict(zip(row.parts, fresh(writing.session, list(row.parts.values())), strict=True))
            check_small(
                {**shown, "": row.title}, {**said, "": title}
            )  # a thing renamed since is no correction
            row.title, row.parts = title, said
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
            forms = forms_in(writing.session)
            _check_meeting(writing, draft.meeting)
            row = _new(alliance, draft, forms)
            _keep(row)
            writing.add(row)
        return writing.changes, _entry(row, forms)

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


def _new(alliance: AllianceRow, draft: Draft, forms: Sequence[Form]) -> EntryRow:
    # The empty list of addenda saves asking the database for them when the entry goes into the index.
    return EntryRow(alliance=alliance, addenda=[], **_values(draft, forms))


def _keep(row: EntryRow) -> None:
    if not any(text.strip() for text in row.parts.values()):
        raise AppError("Write something first.")
    row.kept_at = now()


def _check_meeting(writing: Writing, meeting: Ref | None) -> None:
    if meeting is not None:
        writing.find(MeetingRow, meeting)


def _check_seen(row: EntryRow, rev: int) -> None:
    if row.rev != rev:
        raise AppError("This entry was changed elsewhere. Copy what you wrote here, then open it again.")


def _check(draft: Draft) -> None:
    if draft.minutes is not None and not 0 <= draft.minutes <= _LONGEST_MINUTES:
        raise AppError("The minutes spent are a number from 0 to 1,440.")
    if any(value is not None and value not in SCALE for value in (draft.energy, draft.trust)):
        raise AppError("Energy and trust are numbers from 1 to 5.")


def _values(draft: Draft, forms: Sequence[Form]) -> dict[str, object]:
    parts = {part.key: text for part, text in ordered(forms, draft.form, draft.parts)}
    meeting = UUID(draft.meeting.key) if draft.meeting is not None else None
    return {name: getattr(draft, name) for name in _FIELDS} | {"parts": parts, "meeting_id": meeting}


def _entry(row: EntryRow, forms: Sequence[Form]) -> Entry:
    meeting = Ref(Kind.MEETING, str(row.meeting_id)) if row.meeting_id is not None else None
    draft = Draft(
        alliance=Ref(AllianceRow.KIND, str(row.alliance_id)),
        parts=dict(row.parts),
        meeting=meeting,
        **{name: getattr(row, name) for name in _FIELDS},
    )
    return Entry(
        ref=row.ref,
        draft=draft,
        label=row.label,
        alliance_name=row.alliance.name,
        rev=row.rev,
        made=row.created_at,
        changed=row.changed_at,
        kept=row.kept_at,
        addenda=tuple(Addendum(addendum.text, addendum.created_at) for addendum in row.addenda),
        texts=_called(forms, draft),
    )


def _earlier(session: Session, ref: Ref, forms: Sequence[Form]) -> tuple[Earlier, ...]:
    """How an entry stood before it was corrected, the first state first."""
    carrying = [event.value for event in CARRYING]
    query = (
        select(SealRow).where(SealRow.ref == str(ref), SealRow.event.in_(carrying)).order_by(SealRow.number)
    )
    seals = list(session.scalars(query))
    return tuple(
        Earlier(after.at, *_said_then(forms, json.loads(seal.said)))
        for seal, after in pairwise(seals)
        if after.event == Event.CORRECTED and seal.said is not None
    )


def _about(session: Session, meeting: Ref | None) -> str:
    row = session.get(MeetingRow, UUID(meeting.key)) if meeting is not None else None
    return row.title if row is not None else ""


def _left(session: Session, ref: Ref) -> tuple[tuple[Kind, int], ...]:
    key = UUID(ref.key)
    counts = [select(func.count()).where(table.entry_id == key).scalar_subquery() for table in _TAKEN]
    found = session.execute(select(*counts)).one()
    return tuple((table.KIND, count) for table, count in zip(_TAKEN, found, strict=True) if count)


def _said_then(forms: Sequence[Form], said: Mapping[str, Any]) -> tuple[str, tuple[tuple[str, str], ...]]:
    texts = ordered(forms, said["form"], said["parts"])
    return said["title"], tuple((part.title, text) for part, text in texts)


def _called(forms: Sequence[Form], draft: Draft) -> tuple[tuple[str, str], ...]:
    return tuple((part.title, text) for part, text in ordered(forms, draft.form, draft.parts))


def _with_titles(session: Session, entries: list[Entry], forms: Sequence[Form]) -> list[Entry]:
    """Entries whose links have the titles of now."""
    texts = [text for entry in entries for text in _texts(entry)]
    if not any(OPENING in text for text in texts):
        return entries
    now_called = iter(fresh(session, texts))
    return [_with_texts(entry, [next(now_called) for _ in _texts(entry)], forms) for entry in entries]


def _texts(entry: Entry) -> list[str]:
    return [*entry.draft.parts.values(), *(thought.text for thought in entry.addenda)]


def _with_texts(entry: Entry, texts: list[str], forms: Sequence[Form]) -> Entry:
    parts = dict(zip(entry.draft.parts, texts, strict=False))
    thoughts = zip(entry.addenda, texts[len(parts) :], strict=True)
    draft = replace(entry.draft, parts=parts)
    addenda = tuple(Addendum(text, thought.made) for thought, text in thoughts)
    return replace(entry, draft=draft, addenda=addenda, texts=_called(forms, draft))
