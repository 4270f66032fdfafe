"""A row as plain data, as a tombstone keeps it, and back."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import inspect

from animating_alliances_desktop.core.database.record import Record


def freeze(row: Record) -> dict[str, Any]:
    """All columns of a row as plain data."""
    return {column.key: plain(getattr(row, column.key)) for column in inspect(type(row)).columns}


def plain(value: object) -> object:
    """A value of a column as plain data."""
    match value:
        case UUID():
            return str(value)
        case datetime() | date():
            return value.isoformat()
        case bytes():
            return value.hex()
        case _:
            return value


def thaw(table: type[Record], frozen: dict[str, Any]) -> Record:
    """The row that was frozen."""
    row = table()
    for column in inspect(table).columns:
        setattr(row, column.key, lively(column.type.python_type, frozen.get(column.key)))
    return row


def lively(wanted: type, value: Any) -> Any:
    """The value of a column, of this type, that was made plain."""
    if value is None:
        return None
    if wanted is UUID:
        return UUID(value)
    if issubclass(wanted, datetime | date):
        return wanted.fromisoformat(value)
    return bytes.fromhex(value) if wanted is bytes else value
