"""What happened, and what the candidate decided to leave or put off."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from afterview.policy.terms import STEP_KINDS, Kind, Reached, TouchKind
from afterview.store.columns import Json, UtcDateTime, Word, one_of
from afterview.store.tables.base import Owned


class Touch(Owned, table=True):
    """One thing that happened between candidate and company.

    It outlives its interview, so that deleting one never makes the advice forget that somebody has been written to; it
    goes with its contact, because without one it would count for everybody.
    """

    __tablename__: ClassVar[Any] = "touches"
    __table_args__ = (
        one_of("kind", TouchKind),
        one_of("reached", Reached),
        CheckConstraint("reached IS NULL OR kind = 'follow_up_call'", name="reached_on_a_call"),
        CheckConstraint(
            "kind = 'reply_received' OR (reply_expected_by IS NULL AND NOT needs_answer)", name="asked_in_a_reply"
        ),
        Index(None, "application_id", "user_id", "occurred_at", "id"),
        Index(None, "interview_id"),
        Index(None, "contact_id"),
        Index(None, "user_id"),
    )

    application_id: UUID = Field(foreign_key="applications.id", ondelete="CASCADE")
    interview_id: UUID | None = Field(default=None, foreign_key="interviews.id", ondelete="SET NULL")
    contact_id: UUID | None = Field(default=None, foreign_key="contacts.id", ondelete="CASCADE")
    kind: TouchKind = Field(sa_type=Word(TouchKind))
    occurred_at: datetime = Field(sa_type=UtcDateTime)
    note: str | None = None
    carries: list[str] = Field(default_factory=list, sa_type=Json)
    reply_expected_by: date | None = None
    needs_answer: bool = False
    reached: Reached | None = Field(default=None, sa_type=Word(Reached))
    created_at: datetime = Field(sa_type=UtcDateTime)


class LoggedMessage(Owned, table=True):
    """The e-mail message that a touch was logged from, by the id it carries; forgotten when the touch is taken back."""

    __tablename__: ClassVar[Any] = "logged_messages"
    __table_args__ = (Index(None, "user_id", "message_id", unique=True), Index(None, "touch_id"))

    touch_id: UUID = Field(foreign_key="touches.id", ondelete="CASCADE")
    message_id: str


class Deferral(Owned, table=True):
    """Advice that the candidate overruled: not before `until`, or never when that is null."""

    __tablename__: ClassVar[Any] = "deferrals"
    __table_args__ = (
        one_of("kind", STEP_KINDS),
        Index(None, "application_id", "user_id", "id"),
        Index(None, "contact_id"),
        Index(None, "user_id"),
    )

    application_id: UUID = Field(foreign_key="applications.id", ondelete="CASCADE")
    contact_id: UUID | None = Field(default=None, foreign_key="contacts.id", ondelete="CASCADE")
    kind: Kind = Field(sa_type=Word(Kind))
    until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reason: str | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
