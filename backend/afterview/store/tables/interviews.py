"""Conversations, and who led them."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from afterview.policy.terms import InterviewFormat, InterviewStatus
from afterview.store.columns import Json, UtcDateTime, Word, one_of
from afterview.store.tables.base import Owned, Row


class Interview(Owned, table=True):
    """One conversation. `external_id` and `recurrence_id` name a calendar event, `sequence` and `dtstamp` its version.

    `recurrence_id` is empty, not null, for an event that does not recur: null would escape the unique constraint.
    """

    __tablename__: ClassVar[Any] = "interviews"
    __table_args__ = (
        one_of("status", InterviewStatus),
        one_of("format", InterviewFormat),
        CheckConstraint("starts_at < ends_at", name="starts_before_it_ends"),
        UniqueConstraint("user_id", "external_id", "recurrence_id"),
        Index(None, "user_id", "starts_at", "id"),
        Index(None, "user_id", "status", "starts_at", "id"),
        Index(None, "application_id", "user_id", "starts_at", "id"),
        Index(None, "reply_promised_by"),
    )

    application_id: UUID = Field(foreign_key="applications.id", ondelete="CASCADE")
    status: InterviewStatus = Field(
        default=InterviewStatus.SCHEDULED,
        sa_type=Word(InterviewStatus),
    )
    round: str | None = None
    format: InterviewFormat = Field(
        default=InterviewFormat.OTHER,
        sa_type=Word(InterviewFormat),
    )
    starts_at: datetime = Field(sa_type=UtcDateTime)
    ends_at: datetime = Field(sa_type=UtcDateTime)
    timezone: str
    location: str | None = None
    reply_expected_by: date | None = None
    reply_promised_by: UUID | None = Field(default=None, foreign_key="contacts.id", ondelete="SET NULL")
    discussion_points: list[str] = Field(default_factory=list, sa_type=Json)
    points_to_add: list[str] = Field(default_factory=list, sa_type=Json)
    concerns: list[str] = Field(default_factory=list, sa_type=Json)
    notes: str | None = None
    external_id: str | None = None
    recurrence_id: str = ""
    sequence: int = Field(default=0, sa_type=BigInteger)
    dtstamp: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)


class Interviewer(Row, table=True):
    """That a contact leads an interview; `position` keeps the order in which they were named."""

    __tablename__: ClassVar[Any] = "interviewers"
    __table_args__ = (Index(None, "user_id", "interview_id", "position"), Index(None, "contact_id"))

    interview_id: UUID = Field(foreign_key="interviews.id", ondelete="CASCADE", primary_key=True)
    contact_id: UUID = Field(foreign_key="contacts.id", ondelete="CASCADE", primary_key=True)
    user_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE")
    position: int
