"""Which e-mail message a touch was logged from."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "logged_messages",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("user_id", sa.Uuid, sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
        sa.Column("touch_id", sa.Uuid, sa.ForeignKey("touches.id", ondelete="CASCADE"), nullable=False),
        sa.Column("message_id", sa.String, nullable=False),
    )
    op.create_index(None, "logged_messages", ["user_id", "message_id"], unique=True)
    op.create_index(None, "logged_messages", ["touch_id"])


def downgrade() -> None:
    op.drop_table("logged_messages")
