"""Entries that were kept before there was a history are taken up into it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from animating_alliances_desktop.core.database.record import now
from animating_alliances_desktop.core.sealing import Event, seal, thought_of, words_of

_SEAL = sa.table(
    "seal",
    *(sa.column(name) for name in ("number", "ref", "event", "nonce", "content", "digest", "said")),
    sa.column("at", sa.DateTime(timezone=True)),
)
_ENTRIES = """SELECT id, alliance_id, day, form, minutes, energy, trust, title, parts FROM entry
    WHERE kept_at IS NOT NULL ORDER BY kept_at"""
_THOUGHTS = "SELECT id, entry_id, text FROM addendum ORDER BY created_at"


def take_up(connection: Connection) -> None:
    """Seal what stands."""
    before = ""
    said = [
        *((ref, Event.TAKEN_UP, words_of(values)) for ref, values in _entries(connection)),
        *((ref, Event.THOUGHT, thought_of(entry, text)) for ref, entry, text in _thoughts(connection)),
    ]
    for number, (ref, event, words) in enumerate(said, 1):
        row = seal(number, ref, event, now(), words, before)
        connection.execute(sa.insert(_SEAL).values(**row))
        before = row["digest"]


def _entries(connection: Connection) -> Iterator[tuple[str, dict[str, Any]]]:
    for row in connection.execute(sa.text(_ENTRIES)).mappings().all():
        keys = {"alliance_id": UUID(row["alliance_id"]), "parts": json.loads(row["parts"])}
        yield f"aa:entry/{UUID(row['id'])}", {**row, **keys}


def _thoughts(connection: Connection) -> Iterator[tuple[str, UUID, str]]:
    for row in connection.execute(sa.text(_THOUGHTS)).mappings().all():
        entry = UUID(row["entry_id"])
        yield f"aa:entry/{entry}/{UUID(row['id'])}", entry, row["text"]
