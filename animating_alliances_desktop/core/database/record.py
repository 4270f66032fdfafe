"""What every row of the user's has: a key that sorts by time, its times, its revision."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, DateTime, Dialect, LargeBinary, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from uuid6 import uuid7

from animating_alliances_desktop.core.changes import Kind, Ref
from animating_alliances_desktop.core.findable import Findable

USER_TEXT = {"user_text": True}
"""Marks a column whose overwritten text becomes a revision: one text, or several by their names."""
GOES_ALONG = {"goes_along": True}
"""Marks an optional key whose row goes when what it points at goes, though it may point at nothing."""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets the zone, so it is put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """What such a column holds."""
        return datetime

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment its zone back."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def new_id() -> UUID:
    """A key that sorts by the time it was made (UUID version 7)."""
    return UUID(int=uuid7().int)


class Base(DeclarativeBase):
    """All tables."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        datetime: UtcDateTime,
        dict[str, Any]: JSON,
        list[Any]: JSON,
        bytes: LargeBinary,
    }


def texts_in(value: object) -> list[str]:
    """The texts that a column marked so holds."""
    return [str(text) for text in value.values()] if isinstance(value, dict) else [str(value or "")]


class Record(Base):
    """A row that the user made: its key, its times, its revision."""

    __abstract__ = True
    KIND: ClassVar[Kind]

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    created_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)
    rev: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.rev, "version_id_generator": False}

    @property
    def ref(self) -> Ref:
        """What points at this row."""
        return Ref(self.KIND, str(self.id))

    @property
    def seen_as(self) -> Ref:
        """The thing that a change to this row is a change to, for the pages."""
        return self.ref

    def findable(self) -> Findable | None:
        """This row as search sees it, or None if it is found through another one."""
        return None
