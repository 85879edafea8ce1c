"""When each user's daily letter is due, and which steps it has mentioned."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0006"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("users", sa.Column("digest_at", INSTANT))
    op.add_column("users", sa.Column("digested_at", INSTANT))
    op.add_column("users", sa.Column("digest_refusals", sa.Integer, nullable=False, server_default="0"))
    op.create_index(None, "users", ["digest_at"])
    op.add_column("applications", sa.Column("mailed_action", sa.String))
    op.add_column("applications", sa.Column("mailed_times", sa.Integer, nullable=False, server_default="0"))
    # whoever asked for letters before there were any: the worker finds theirs long overdue, and sets the next time
    op.execute("UPDATE users SET digest_at = created_at WHERE digest IS NOT NULL")


def downgrade() -> None:
    op.drop_column("applications", "mailed_times")
    op.drop_column("applications", "mailed_action")
    op.drop_index("ix_users_digest_at", "users")
    op.drop_column("users", "digest_refusals")
    op.drop_column("users", "digested_at")
    op.drop_column("users", "digest_at")
