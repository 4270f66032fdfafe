"""Keeps the table of links in step with the texts, in the transaction that writes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import delete, insert, inspect, select
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.database.record import Record, texts_in
from animating_alliances_desktop.core.database.session import Writing
from animating_alliances_desktop.core.database.tables import (
    ActionRow,
    AddendumRow,
    AllianceRow,
    CollectionRow,
    DecisionRow,
    EntryRow,
    IntentionRow,
    LinkRow,
    MeetingRow,
    MemberRow,
    NoteRow,
    NoticingRow,
    OrganisationRow,
    PersonRow,
)
from animating_alliances_desktop.core.pointing import pointers, sentence_around

TEXTS: tuple[type[Record], ...] = (
    EntryRow,
    AddendumRow,
    NoteRow,
    AllianceRow,
    MemberRow,
    OrganisationRow,
    PersonRow,
    MeetingRow,
    CollectionRow,
    ActionRow,
    DecisionRow,
    NoticingRow,
    IntentionRow,
)
"""The tables whose texts may point at things."""


class Links:
    """Follows the user's rows."""

    def hangs_on(self, session: Session, rows: Sequence[Record]) -> list[Record]:
        """Nothing: links are derived, and made anew with what comes back."""
        return []

    def follow(self, writing: Writing, rows: Sequence[Record]) -> None:
        """Nothing follows before a text is written."""

    def settle(self, connection: Connection, rows: Sequence[Record], gone: Sequence[Record]) -> None:
        """Write down what these texts point at, and forget what those that are gone did."""
        texts = [row for row in rows if isinstance(row, TEXTS)]
        sources = [str(row.ref) for row in (*texts, *gone) if isinstance(row, TEXTS)]
        if not sources:
            return
        connection.execute(delete(LinkRow).where(LinkRow.source.in_(sources)))
        links = [link for row in texts for link in links_of(row)]
        if links:
            connection.execute(insert(LinkRow), links)


def links_of(row: Record) -> Iterator[dict[str, Any]]:
    """The links in a row's texts, one for each thing that they point at: the first."""
    source, seen = str(row.ref), set()
    for column in inspect(type(row)).columns:
        for text in texts_in(getattr(row, column.key)) if column.info.get("user_text") else ():
            for pointer in pointers(text):
                if pointer.ref not in seen:
                    seen.add(pointer.ref)
                    words = sentence_around(text, pointer.start, pointer.end)
                    yield {"source": source, "target": str(pointer.ref), "words": words}


def make_anew(connection: Connection) -> None:
    """Make the whole table anew from the texts."""
    connection.execute(delete(LinkRow))
    with Session(bind=connection, autoflush=False) as session:
        links = [link for table in TEXTS for row in session.scalars(select(table)) for link in links_of(row)]
    if links:
        connection.execute(insert(LinkRow), links)
