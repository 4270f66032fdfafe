"""The outline of a document as its owner wants it, beside the one that its file brought."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for it: NULL stands for the outline of the file."""
    op.add_column("document", sa.Column("own_outline", sa.JSON(), nullable=True))
