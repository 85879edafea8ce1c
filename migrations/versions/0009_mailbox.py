"""How far the mailbox has been read, and the messages from it that wait to be looked at."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "mail_folders",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("uid_validity", sa.BigInteger),
        sa.Column("last_uid", sa.BigInteger, nullable=False),
        sa.Column("next_read_at", INSTANT, nullable=False),
    )
    op.create_table(
        "mail_proposals",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("user_id", sa.Uuid, sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
        sa.Column("message_key", sa.String, nullable=False),
        sa.Column("subject", sa.String),
        sa.Column("sender_name", sa.String),
        sa.Column("sender_email", sa.String),
        sa.Column("sent_at", INSTANT),
        sa.Column("raw", sa.LargeBinary),
        sa.Column("arrived_at", INSTANT, nullable=False),
        sa.Column("settled_at", INSTANT),
        sa.UniqueConstraint("user_id", "message_key"),
    )
    waiting = sa.text("settled_at IS NULL")
    op.create_index(None, "mail_proposals", ["user_id", "id"], postgresql_where=waiting, sqlite_where=waiting)
    op.create_index(None, "mail_proposals", ["arrived_at"])


def downgrade() -> None:
    op.drop_table("mail_proposals")
    op.drop_table("mail_folders")
