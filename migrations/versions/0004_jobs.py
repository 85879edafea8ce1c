"""Work for a worker: jobs, and when the clock alone changes the advice on an application."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
LEASED = sa.text("lease_owner IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("user_id", sa.Uuid, sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("payload", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=False),
        sa.Column("dedupe_key", sa.String),
        sa.Column("run_at", INSTANT),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("lease_owner", sa.String),
        sa.Column("error", sa.String),
        sa.Column("gave_up_at", INSTANT),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.UniqueConstraint("user_id", "dedupe_key"),
        sa.CheckConstraint("(run_at IS NULL) = (gave_up_at IS NOT NULL)", name="due_or_given_up"),
    )
    op.create_index(None, "jobs", ["run_at", "id"])
    op.create_index(None, "jobs", ["lease_owner"], postgresql_where=LEASED, sqlite_where=LEASED)
    op.add_column("applications", sa.Column("advice_changes_at", INSTANT))
    op.add_column("applications", sa.Column("told_action", sa.String))
    op.create_index(None, "applications", ["advice_changes_at"])
    # What was written before knows its next change from nobody: let the worker look at all that is not at rest.
    op.execute("UPDATE applications SET advice_changes_at = next_review_at")


def downgrade() -> None:
    op.drop_index("ix_applications_advice_changes_at", "applications")
    op.drop_column("applications", "told_action")
    op.drop_column("applications", "advice_changes_at")
    op.drop_table("jobs")
