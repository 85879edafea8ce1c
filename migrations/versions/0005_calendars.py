"""Calendar subscriptions, and in which versions their entries were shown."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "calendar_feeds",
        *owned(),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("prefix", sa.String, nullable=False),
        sa.Column("token_hash", sa.String, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.UniqueConstraint("token_hash"),
    )
    op.create_index(None, "calendar_feeds", ["user_id", "id"])
    op.create_table(
        "calendar_versions",
        *owned(),
        sa.Column("application_id", sa.Uuid, sa.ForeignKey("applications.id", ondelete="CASCADE"), nullable=False),
        sa.Column("uid", sa.String, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.UniqueConstraint("user_id", "uid"),
    )
    op.create_index(None, "calendar_versions", ["application_id"])


def downgrade() -> None:
    op.drop_table("calendar_versions")
    op.drop_table("calendar_feeds")


def owned() -> tuple[sa.Column[object], sa.Column[object]]:
    user_id = sa.Column("user_id", sa.Uuid, sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False)
    return sa.Column("id", sa.Uuid, primary_key=True), user_id
