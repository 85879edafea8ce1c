"""Templates of the users' own."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KINDS = (
    "answer",
    "rejection_thanks_email",
    "thank_you_email",
    "check_in_email",
    "follow_up_call",
    "additional_information_email",
    "handwritten_note",
    "linkedin_request",
)


def upgrade() -> None:
    op.create_table(
        "templates",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("user_id", sa.Uuid, sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("subject", sa.String),
        sa.Column("body", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(f"kind IN ({', '.join(map(repr, KINDS))})", name="kind"),
    )
    op.create_index(None, "templates", ["user_id", "id"])


def downgrade() -> None:
    op.drop_table("templates")
