"""From a meeting to what was promised: people, meetings, and what they leave behind."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op
from uuid6 import uuid7

from animating_alliances_desktop.core.database.migrations.parts import PARTS, carry_over
from animating_alliances_desktop.core.database.migrations.seals import take_up

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Widen alliances, members and entries, and add the rest."""
    _people()
    _meetings()
    _widened()
    _followthrough()
    _seals()


def _people() -> None:
    _record("organisation", _text("name"), _text("about"))
    _record("person", _text("name"), _string("email", 254), _text("about"), _key("organisation"))
    _record(
        "seat",
        _key("alliance", needed=True),
        _key("member"),
        _key("person", needed=True),
        _text("role"),
        sa.Column("since", sa.Date()),
        sa.Column("until", sa.Date()),
    )
    _record("kept", _key("alliance", needed=True), _string("target", 200))
    op.create_index("ix_kept_target", "kept", ["target"])
    op.create_table(
        "merged",
        sa.Column("old", sa.String(length=64), primary_key=True),
        _string("into", 64),
        sa.Column("batch", sa.Uuid(), nullable=False),
        sa.Column("changed", sa.JSON(), nullable=False),
    )
    op.create_index("ix_merged_into", "merged", ["into"])


def _meetings() -> None:
    _record(
        "meeting",
        _key("alliance", needed=True),
        _text("title"),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("begins", sa.DateTime(timezone=True)),
        sa.Column("ends", sa.DateTime(timezone=True)),
        _text("place"),
        _text("agenda"),
        _string("uid", 255),
        _string("occurrence", 32),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
    )
    for column in ("day", "uid"):
        op.create_index(f"ix_meeting_{column}", "meeting", [column])
    _record(
        "attendance",
        _key("meeting", needed=True),
        _key("person"),
        _text("name"),
        _string("email", 254),
        sa.Column("present", sa.Boolean()),
    )


def _widened() -> None:
    op.add_column("tombstone", sa.Column("ties", sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("alliance") as alliance:
        for name in ("form", "hub"):
            alliance.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))
        alliance.add_column(sa.Column("phase", sa.String(length=16), nullable=False, server_default=""))
        alliance.add_column(sa.Column("since", sa.Date()))
        alliance.add_column(sa.Column("archived_at", sa.DateTime(timezone=True)))
    _members()
    with op.batch_alter_table("entry") as entry:
        entry.add_column(sa.Column("meeting_id", sa.Uuid(), nullable=True))
        entry.create_foreign_key("fk_entry_meeting", "meeting", ["meeting_id"], ["id"])
        entry.create_index("ix_entry_meeting_id", ["meeting_id"])
        for name in ("energy", "trust"):
            entry.add_column(sa.Column(name, sa.Integer()))
        entry.add_column(sa.Column("parts", sa.JSON(), nullable=False, server_default="{}"))
    carry_over(op.get_bind())
    with op.batch_alter_table("entry") as entry:
        for name in PARTS:
            entry.drop_column(name)


def _members() -> None:
    with op.batch_alter_table("member") as member:
        for name in ("firm_on", "role"):
            member.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))
        for name in ("since", "until"):
            member.add_column(sa.Column(name, sa.Date()))
        member.add_column(sa.Column("organisation_id", sa.Uuid(), nullable=True))
    _organisations(op.get_bind())
    with op.batch_alter_table("member") as member:
        member.drop_column("name")
        member.alter_column("organisation_id", existing_type=sa.Uuid(), nullable=False)
        member.create_foreign_key("fk_member_organisation", "organisation", ["organisation_id"], ["id"])
        member.create_index("ix_member_organisation_id", ["organisation_id"])


def _organisations(connection: sa.Connection) -> None:
    """Make an organisation of each name that members have, those that were deleted among them."""
    made: dict[str, UUID] = {}
    for key, name in connection.execute(sa.select(_MEMBER.c.id, _MEMBER.c.name)).all():
        known = made.get(name) or _organisation(connection, made, name)
        connection.execute(sa.update(_MEMBER).where(_MEMBER.c.id == key).values(organisation_id=known))
    buried = sa.select(_TOMBSTONE.c.id, _TOMBSTONE.c.record).where(_TOMBSTONE.c.table_name == "member")
    for key, record in connection.execute(buried).all():
        if record is not None:
            name = record.pop("name")
            record["organisation_id"] = str(made.get(name) or _organisation(connection, made, name))
            connection.execute(sa.update(_TOMBSTONE).where(_TOMBSTONE.c.id == key).values(record=record))
    same = sa.and_(_MEMBER.c.organisation_id == _ORGANISATION.c.id, _MEMBER.c.name == _ORGANISATION.c.name)
    arrived = connection.scalar(sa.select(sa.func.count()).select_from(_MEMBER.join(_ORGANISATION, same)))
    if arrived != connection.scalar(sa.select(sa.func.count()).select_from(_MEMBER)):
        raise RuntimeError("a member's name did not arrive")


def _organisation(connection: sa.Connection, made: dict[str, UUID], name: str) -> UUID:
    made[name] = key = UUID(int=uuid7().int)
    now = datetime.now(UTC)
    row = {"id": key, "name": name, "about": "", "created_at": now, "changed_at": now, "rev": 1}
    connection.execute(sa.insert(_ORGANISATION).values(row))
    return key


_MEMBER = sa.table(
    "member",
    sa.column("id", sa.Uuid()),
    sa.column("name", sa.Text()),
    sa.column("organisation_id", sa.Uuid()),
)
_ORGANISATION = sa.table(
    "organisation",
    sa.column("id", sa.Uuid()),
    sa.column("name", sa.Text()),
    sa.column("about", sa.Text()),
    sa.column("created_at", sa.DateTime(timezone=True)),
    sa.column("changed_at", sa.DateTime(timezone=True)),
    sa.column("rev", sa.Integer()),
)
_TOMBSTONE = sa.table(
    "tombstone",
    sa.column("id", sa.Uuid()),
    sa.column("table_name", sa.String()),
    sa.column("record", sa.JSON(none_as_null=True)),
)


def _followthrough() -> None:
    for name in ("decision", "noticing"):
        _left(name)
    _left(
        "action",
        _text("owner"),
        _string("owner_kind", 8),
        _key("person"),
        _key("organisation"),
        sa.Column("due", sa.Date()),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        _string("status", 8),
        _text("reason"),
        sa.Column("closed_on", sa.Date()),
        _string("repeats", 16),
        sa.Column("follows_id", sa.Uuid(), sa.ForeignKey("action.id")),
    )
    for column in ("owner_kind", "due", "status", "follows_id"):
        op.create_index(f"ix_action_{column}", "action", [column])
    _record(
        "step",
        _key("action", needed=True),
        sa.Column("day", sa.Date(), nullable=False),
        _string("what", 16),
        _text("text"),
    )
    _left("intention", _text("cue"), _text("outcome"), sa.Column("closed_on", sa.Date()))


def _seals() -> None:
    op.create_table(
        "seal",
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        _string("ref", 200),
        _string("event", 12),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("nonce", sa.String(length=64)),
        _string("content", 64),
        _string("digest", 64),
        sa.Column("said", sa.Text()),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_seal_ref", "seal", ["ref"])
    take_up(op.get_bind())


def _left(name: str, *columns: sa.Column[Any]) -> None:
    """A table of what an entry or a meeting leaves behind."""
    _record(
        name,
        _text("text"),
        sa.Column("day", sa.Date(), nullable=False),
        _key("alliance", needed=True),
        _key("entry"),
        _key("meeting"),
        _text("line"),
        *columns,
    )
    op.create_index(f"ix_{name}_day", name, ["day"])


def _record(name: str, *columns: sa.Column[Any]) -> None:
    """A table of the user's rows: what every one of them has, its own columns, and an index for each key."""
    op.create_table(
        name,
        *columns,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in columns:
        if column.foreign_keys and column.name != "follows_id":
            op.create_index(f"ix_{name}_{column.name}", name, [column.name])


def _key(table: str, *, needed: bool = False) -> sa.Column[Any]:
    return sa.Column(f"{table}_id", sa.Uuid(), sa.ForeignKey(f"{table}.id"), nullable=not needed)


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False)


def _string(name: str, length: int) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length=length), nullable=False)
