"""Connections to applicant-tracking tools, what they told us, and how far each thing they told of has come."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "integrations",
        *owned(),
        sa.Column("vendor", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("company", sa.String),
        sa.Column("api_base_url", sa.String),
        sa.Column("signing_secret", sa.LargeBinary),
        sa.Column("api_key", sa.LargeBinary),
        sa.Column("last_event_at", INSTANT),
        sa.Column("sync_asked_at", INSTANT),
        sa.Column("last_synced_at", INSTANT),
        sa.Column("last_error", sa.String),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
    )
    op.create_index(None, "integrations", ["user_id", "id"])
    op.create_table(
        "integration_events",
        *owned(),
        integration(),
        sa.Column("delivery_id", sa.String, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("event", sa.String, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("detail", sa.String),
        sa.Column("told", JSON, nullable=False),
        one_of("outcome", "applied", "unchanged", "ignored", "waiting", "failed"),
        sa.UniqueConstraint("integration_id", "delivery_id", "position"),
    )
    op.create_index(None, "integration_events", ["user_id", "integration_id", "id"])
    op.create_index(None, "integration_events", ["user_id", "received_at"])
    op.create_table(
        "vendor_records",
        *owned(),
        integration(),
        sa.Column("thing", sa.String, nullable=False),
        sa.Column("external_id", sa.String, nullable=False),
        sa.Column("application_id", sa.Uuid, sa.ForeignKey("applications.id", ondelete="CASCADE")),
        sa.Column("as_of", INSTANT),
        sa.Column("called_off", sa.Boolean, nullable=False),
        one_of("thing", "application", "interview"),
        sa.UniqueConstraint("integration_id", "thing", "external_id"),
    )
    op.create_index(None, "vendor_records", ["application_id"])


def downgrade() -> None:
    op.drop_table("vendor_records")
    op.drop_table("integration_events")
    op.drop_table("integrations")


def owned() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("user_id", sa.Uuid, sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    )


def integration() -> sa.Column[object]:
    return sa.Column("integration_id", sa.Uuid, sa.ForeignKey("integrations.id", ondelete="CASCADE"), nullable=False)


def one_of(column: str, *words: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} IN ({', '.join(map(repr, words))})", name=column)
