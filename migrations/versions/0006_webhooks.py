"""Whom to tell of events, and what became of telling them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "webhooks",
        *owned(),
        sa.Column("url", sa.String, nullable=False),
        sa.Column("events", JSON, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("switched_off", sa.String),
        sa.Column("secret", sa.LargeBinary, nullable=False),
        sa.Column("previous_secret", sa.LargeBinary),
        sa.Column("previous_secret_until", INSTANT),
        sa.Column("failing_since", INSTANT),
        sa.Column("quiet_until", INSTANT),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        one_of("switched_off", "gone", "failing"),
    )
    op.create_index(None, "webhooks", ["user_id", "id"])
    op.create_table(
        "webhook_deliveries",
        *owned(),
        sa.Column("webhook_id", sa.Uuid, sa.ForeignKey("webhooks.id", ondelete="CASCADE"), nullable=False),
        sa.Column("event", sa.String, nullable=False),
        sa.Column("event_id", sa.String, nullable=False),
        sa.Column("snapshot", JSON, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("response_status", sa.Integer),
        sa.Column("error", sa.String),
        sa.Column("next_attempt_at", INSTANT),
        sa.Column("last_attempt_at", INSTANT),
        sa.Column("delivered_at", INSTANT),
        sa.Column("created_at", INSTANT, nullable=False),
        one_of(
            "event",
            "action.due",
            "application.updated",
            "interview.created",
            "interview.updated",
            "touch.created",
            "ping",
        ),
        one_of("status", "pending", "delivered", "failed"),
    )
    op.create_index(None, "webhook_deliveries", ["webhook_id", "event_id"], unique=True)
    op.create_index(None, "webhook_deliveries", ["user_id", "webhook_id", "id"])
    op.create_index(None, "webhook_deliveries", ["user_id", "created_at"])


def downgrade() -> None:
    op.drop_table("webhook_deliveries")
    op.drop_table("webhooks")


def owned() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("user_id", sa.Uuid, sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    )


def one_of(column: str, *words: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} IN ({', '.join(map(repr, words))})", name=column)
