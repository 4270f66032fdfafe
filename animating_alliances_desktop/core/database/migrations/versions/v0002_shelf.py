"""The practitioner's own shelf: pages and pictures of documents, tags, collections, links."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Widen the documents and the annotations, and add what gathers and joins things."""
    with op.batch_alter_table("document") as document:
        document.add_column(sa.Column("file_name", sa.Text(), nullable=False, server_default=""))
        document.add_column(sa.Column("pages", sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("annotation") as annotation:
        annotation.add_column(sa.Column("page", sa.Integer(), nullable=True))
    op.create_table(
        "picture",
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", "name"),
    )
    _record("tag", sa.Column("name", sa.Text(), nullable=False))
    _record("tagging", _owner("tag"), _target())
    _record(
        "collection",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
    )
    _record("collected", _owner("collection"), _target(), sa.Column("position", sa.Integer(), nullable=False))
    op.create_table(
        "link",
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("target", sa.String(length=200), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("source", "target"),
    )
    op.create_index("ix_link_target", "link", ["target"])
    for table, owner in (("tagging", "tag"), ("collected", "collection")):
        op.create_index(f"ix_{table}_{owner}_id", table, [f"{owner}_id"])
        op.create_index(f"ix_{table}_target", table, ["target"])


def _record(name: str, *columns: sa.Column[Any]) -> None:
    """A table of the user's rows: what every one of them has, and its own columns."""
    op.create_table(
        name,
        *columns,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _owner(table: str) -> sa.Column[Any]:
    return sa.Column(f"{table}_id", sa.Uuid(), sa.ForeignKey(f"{table}.id"), nullable=False)


def _target() -> sa.Column[Any]:
    return sa.Column("target", sa.String(length=200), nullable=False)
