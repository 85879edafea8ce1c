"""Users and their keys, applications, contacts, interviews, touches, deferrals."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    accounts()
    keys()
    idempotency_records()
    applications()
    contacts()
    interviews()
    history()


def downgrade() -> None:
    for table in (
        "deferrals",
        "touches",
        "interviewers",
        "interviews",
        "contacts",
        "applications",
        "idempotency_records",
        "api_keys",
        "refresh_tokens",
        "users",
    ):
        op.drop_table(table)


def accounts() -> None:
    op.create_table(
        "users",
        sa.Column("id", sa.Uuid, primary_key=True),
        text("email", null=False),
        text("name", null=False),
        text("password_hash", null=False),
        text("timezone", null=False),
        text("signature"),
        text("holiday_region"),
        sa.Column("working_hours", JSON),
        sa.Column("preferences", JSON, nullable=False),
        sa.Column("policy", JSON, nullable=False),
        sa.Column("digest", JSON),
        instant("created_at", null=False),
        instant("updated_at", null=False),
        sa.UniqueConstraint("email"),
    )


def keys() -> None:
    op.create_table(
        "refresh_tokens",
        *owned(),
        sa.Column("family_id", sa.Uuid, nullable=False),
        text("token_hash", null=False),
        instant("created_at", null=False),
        instant("expires_at", null=False),
        instant("spent_at"),
        instant("revoked_at"),
        sa.UniqueConstraint("token_hash"),
    )
    index("refresh_tokens", "user_id", "expires_at")
    index("refresh_tokens", "family_id")
    op.create_table(
        "api_keys",
        *owned(),
        text("name", null=False),
        text("prefix", null=False),
        text("key_hash", null=False),
        sa.Column("scopes", JSON, nullable=False),
        instant("expires_at"),
        instant("last_used_at"),
        instant("created_at", null=False),
        sa.UniqueConstraint("key_hash"),
    )
    index("api_keys", "user_id", "id")


def idempotency_records() -> None:
    op.create_table(
        "idempotency_records",
        *owned(),
        text("key", null=False),
        text("request", null=False),
        text("request_hash", null=False),
        sa.Column("status", sa.Integer, nullable=False),
        sa.Column("headers", JSON, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        instant("created_at", null=False),
        sa.UniqueConstraint("user_id", "key"),
    )
    index("idempotency_records", "user_id", "created_at")


def applications() -> None:
    op.create_table(
        "applications",
        *owned(),
        text("company", null=False),
        text("role", null=False),
        text("search_key", null=False),
        text("status", null=False),
        instant("status_changed_at"),
        text("candidate_name"),
        text("candidate_email"),
        text("source"),
        text("external_id"),
        text("notes"),
        sa.Column("preferences", JSON),
        instant("next_review_at"),
        instant("act_by"),
        instant("created_at", null=False),
        instant("updated_at", null=False),
        one_of("status", "active", "offered", "accepted", "rejected", "withdrawn", "closed"),
        sa.CheckConstraint("next_review_at IS NULL OR act_by IS NOT NULL", name="act_by"),
    )
    index("applications", "user_id", "id")
    index("applications", "user_id", "status", "id")
    index("applications", "user_id", "next_review_at", "id")
    index("applications", "user_id", "act_by", "next_review_at", "id")
    index("applications", "user_id", "external_id")


def contacts() -> None:
    op.create_table(
        "contacts",
        *owned(),
        belongs_to("application_id", "applications"),
        sa.Column("position", sa.Integer, nullable=False),
        text("name", null=False),
        text("title"),
        text("role", null=False),
        text("email"),
        text("phone"),
        text("linkedin_url"),
        text("postal_address"),
        text("timezone"),
        instant("created_at", null=False),
        instant("updated_at", null=False),
        one_of("role", "interviewer", "hiring_manager", "recruiter", "other"),
    )
    index("contacts", "application_id", "user_id", "position", "id")
    index("contacts", "user_id", "email")


def interviews() -> None:
    op.create_table(
        "interviews",
        *owned(),
        belongs_to("application_id", "applications"),
        text("status", null=False),
        text("round"),
        text("format", null=False),
        instant("starts_at", null=False),
        instant("ends_at", null=False),
        text("timezone", null=False),
        text("location"),
        sa.Column("reply_expected_by", sa.Date),
        refers_to("reply_promised_by", "contacts", ondelete="SET NULL"),
        sa.Column("discussion_points", JSON, nullable=False),
        sa.Column("points_to_add", JSON, nullable=False),
        sa.Column("concerns", JSON, nullable=False),
        text("notes"),
        text("external_id"),
        text("recurrence_id", null=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        instant("dtstamp"),
        instant("created_at", null=False),
        instant("updated_at", null=False),
        one_of("status", "scheduled", "completed", "cancelled"),
        one_of("format", "phone", "video", "onsite", "other"),
        sa.CheckConstraint("starts_at < ends_at", name="starts_before_it_ends"),
        sa.UniqueConstraint("user_id", "external_id", "recurrence_id"),
    )
    index("interviews", "user_id", "starts_at", "id")
    index("interviews", "user_id", "status", "starts_at", "id")
    index("interviews", "application_id", "user_id", "starts_at", "id")
    index("interviews", "reply_promised_by")
    op.create_table(
        "interviewers",
        belongs_to("interview_id", "interviews", primary_key=True),
        belongs_to("contact_id", "contacts", primary_key=True),
        belongs_to("user_id", "users"),
        sa.Column("position", sa.Integer, nullable=False),
    )
    index("interviewers", "contact_id")
    index("interviewers", "user_id", "interview_id", "position")


def history() -> None:
    steps = (
        "answer",
        "rejection_thanks_email",
        "thank_you_email",
        "check_in_email",
        "follow_up_call",
        "additional_information_email",
        "handwritten_note",
        "linkedin_request",
    )
    op.create_table(
        "touches",
        *owned(),
        belongs_to("application_id", "applications"),
        refers_to("interview_id", "interviews", ondelete="SET NULL"),
        refers_to("contact_id", "contacts"),
        text("kind", null=False),
        instant("occurred_at", null=False),
        text("note"),
        sa.Column("carries", JSON, nullable=False),
        sa.Column("reply_expected_by", sa.Date),
        sa.Column("needs_answer", sa.Boolean, nullable=False),
        text("reached"),
        instant("created_at", null=False),
        one_of("kind", *steps, "other_outbound", "reply_received", "auto_reply_received"),
        one_of("reached", "spoke", "voicemail", "no_trace"),
        sa.CheckConstraint("reached IS NULL OR kind = 'follow_up_call'", name="reached_on_a_call"),
        sa.CheckConstraint(
            "kind = 'reply_received' OR (reply_expected_by IS NULL AND NOT needs_answer)", name="asked_in_a_reply"
        ),
    )
    index("touches", "application_id", "user_id", "occurred_at", "id")
    index("touches", "interview_id")
    index("touches", "contact_id")
    index("touches", "user_id")
    op.create_table(
        "deferrals",
        *owned(),
        belongs_to("application_id", "applications"),
        refers_to("contact_id", "contacts"),
        text("kind", null=False),
        instant("until"),
        text("reason"),
        instant("created_at", null=False),
        one_of("kind", *steps),
    )
    index("deferrals", "application_id", "user_id", "id")
    index("deferrals", "contact_id")
    index("deferrals", "user_id")


def owned() -> tuple[sa.Column[Any], sa.Column[Any]]:
    return sa.Column("id", sa.Uuid, primary_key=True), belongs_to("user_id", "users")


def belongs_to(name: str, table: str, *, primary_key: bool = False) -> sa.Column[Any]:
    target = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(name, sa.Uuid, target, nullable=False, primary_key=primary_key)


def refers_to(name: str, table: str, *, ondelete: str = "CASCADE") -> sa.Column[Any]:
    return sa.Column(name, sa.Uuid, sa.ForeignKey(f"{table}.id", ondelete=ondelete))


def text(name: str, *, null: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.String, nullable=null)


def instant(name: str, *, null: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=null)


def one_of(column: str, *words: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{word}'" for word in words)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=column)


def index(table: str, *columns: str) -> None:
    op.create_index(None, table, list(columns))
