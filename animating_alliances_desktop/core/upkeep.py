"""Keeping derived things in step: the whole index made anew, and what does not fit together found."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from animating_alliances_desktop.core.changes import Ref
from animating_alliances_desktop.core.database.session import Index as SessionIndex
from animating_alliances_desktop.core.database.tables import RECORDS, BundledRow, DocumentRow
from animating_alliances_desktop.core.links.follower import make_anew
from animating_alliances_desktop.core.search.index import Index


def index_own(connection: Connection, index: SessionIndex) -> None:
    """Put everything of the user's into the index, and make the table of links anew."""
    with Session(bind=connection, autoflush=False) as session:
        for table in RECORDS:
            for row in session.scalars(select(table)):
                thing = row.findable()
                if thing is not None:
                    index.put(connection, thing)
    make_anew(connection)


def documents_amiss(session: Session) -> Iterator[str]:
    """Documents whose bytes are not those that were brought in."""
    for key, digest, title in session.execute(
        select(DocumentRow.id, DocumentRow.digest, DocumentRow.title)
    ).all():
        original = session.scalar(select(DocumentRow.original).where(DocumentRow.id == key))
        if sha256(original or b"").hexdigest() != digest:  # one at a time: they may be large
            yield f"The document “{title}” was damaged on the disk: import it again."


def index_amiss(session: Session, index: Index) -> Iterator[str]:
    """Things that search does not know, and things that only search knows."""
    there = {Ref.parse(ref) for ref in session.scalars(select(BundledRow.ref))}
    for table in RECORDS:
        there |= {row.ref for row in session.scalars(select(table)) if row.findable() is not None}
    found = index.refs(session.connection())
    missing, spare = len(there - found), len(found - there)
    if missing or spare:
        yield f"Search is out of step ({missing} missing, {spare} too many): it is made anew at the next start."
