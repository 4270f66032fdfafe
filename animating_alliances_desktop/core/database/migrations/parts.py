"""Entries of the first forms carried over: four columns become the parts of a form, and every text arrives."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

PARTS = {"what": "what-happened", "so_what": "so-what", "now_what": "now-what", "free": "text"}
"""The columns of old, and the parts that they are now."""
FORMS = {"three": "quick"}


def carry_over(connection: Connection) -> None:
    """Fill the parts of all entries, of deleted ones and of what was overwritten; raises if a text is missing."""
    names = ", ".join(PARTS)
    rows = connection.execute(sa.text(f"SELECT id, form, {names} FROM entry")).mappings().all()  # noqa: S608 -- our names
    for row in rows:
        connection.execute(
            sa.text("UPDATE entry SET parts = :parts, form = :form WHERE id = :id"),
            {"parts": json.dumps(_parts(row)), "form": FORMS.get(row["form"], row["form"]), "id": row["id"]},
        )
    _prove(connection, rows)
    _rewrite(connection, "tombstone", "record", "table_name = 'entry' AND record IS NOT NULL", _grave)
    _rewrite(connection, "revision", "texts", "ref LIKE 'aa:entry/%'", _revision)


def _parts(texts: Any) -> dict[str, str]:
    return {part: texts[column] for column, part in PARTS.items() if texts.get(column)}


def _prove(connection: Connection, rows: Any) -> None:
    found: dict[str, str] = dict(connection.execute(sa.text("SELECT id, parts FROM entry")).all())
    for row in rows:
        arrived = sorted(json.loads(found[row["id"]]).values())
        if arrived != sorted(row[column] for column in PARTS if row[column]):
            raise RuntimeError("a text of an entry did not arrive")


def _rewrite(connection: Connection, table: str, column: str, where: str, changed: Any) -> None:
    query = sa.text(f"SELECT id, {column} FROM {table} WHERE {where}")  # noqa: S608 -- our names
    update = sa.text(f"UPDATE {table} SET {column} = :value WHERE id = :id")  # noqa: S608
    for key, value in connection.execute(query).all():
        connection.execute(update, {"value": json.dumps(changed(json.loads(value))), "id": key})


def _grave(record: dict[str, Any]) -> dict[str, Any]:
    others = {name: value for name, value in record.items() if name not in PARTS}
    return others | {"parts": _parts(record), "form": FORMS.get(record["form"], record["form"])}


def _revision(texts: dict[str, Any]) -> dict[str, Any]:
    others = {name: value for name, value in texts.items() if name not in PARTS}
    parts = _parts(texts)
    return others | ({"parts": parts} if parts else {})
