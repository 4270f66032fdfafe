"""From a meeting to what was promised: people, meetings, and what they leave behind."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from animating_alliances_desktop.core.database.migrations.parts import PARTS, carry_over

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
    with op.batch_alter_table("member") as member:
        for name in ("firm_on", "role"):
            member.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))
        for name in ("since", "until"):
            member.add_column(sa.Column(name, sa.Date()))
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
