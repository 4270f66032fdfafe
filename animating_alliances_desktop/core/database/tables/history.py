"""What is left of what was overwritten or deleted."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from animating_alliances_desktop.core.database.record import Base, new_id, now


class RevisionRow(Base):
    """What a row said before somebody wrote over it."""

    __tablename__ = "revision"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    ref: Mapped[str] = mapped_column(String(200), index=True)
    rev: Mapped[int]
    texts: Mapped[dict[str, Any]]
    replaced_at: Mapped[datetime] = mapped_column(default=now)


class TombstoneRow(Base):
    """What is left of a deleted row: that it was there, and, until it is emptied, all that brings it back."""

    __tablename__ = "tombstone"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    ref: Mapped[str] = mapped_column(String(200), index=True)
    batch: Mapped[UUID] = mapped_column(index=True)
    table_name: Mapped[str] = mapped_column(String(32))
    rev: Mapped[int]
    record: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    ties: Mapped[list[Any]] = mapped_column(default=list, server_default="[]")
    """What pointed at the row and stayed, to be tied to it again: [["entry", "…", "meeting_id"], …]."""
    deleted_at: Mapped[datetime] = mapped_column(default=now)
