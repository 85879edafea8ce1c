"""Candidacies and the people met on the way."""

from datetime import datetime
from typing import Any, ClassVar, NamedTuple
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from afterview.policy.terms import Role, Status
from afterview.store.columns import Json, UtcDateTime, Word, one_of
from afterview.store.tables.base import Owned


class Candidate(NamedTuple):
    """For whom an application is kept, when that is somebody else than the user."""

    name: str
    email: str | None


class Application(Owned, table=True):
    """One candidacy for one role.

    `next_review_at` is the instant from which it wants attention (past when something is open now), null when nothing
    is left to come; `act_by` is what the agenda is sorted by. Both follow from everything else, and every write that
    touches the application works them out anew, as does the worker at `advice_changes_at`, when the clock alone may
    change its advice. `told_action` is the due action that was last told of, `mailed_action` the one that was last
    mentioned in a daily letter, `mailed_times` so often. `preferences` are its own, which replace the profile's, or
    null.
    """

    __tablename__: ClassVar[Any] = "applications"
    __table_args__ = (
        one_of("status", Status),
        CheckConstraint("next_review_at IS NULL OR act_by IS NOT NULL", name="act_by"),
        Index(None, "user_id", "id"),
        Index(None, "user_id", "status", "id"),
        Index(None, "user_id", "next_review_at", "id"),
        Index(None, "user_id", "act_by", "next_review_at", "id"),
        Index(None, "user_id", "external_id"),
        Index(None, "advice_changes_at"),
    )

    company: str
    role: str
    search_key: str = Field(description="Company and role without regard to case, for finding it by either.")
    status: Status = Field(default=Status.ACTIVE, sa_type=Word(Status))
    status_changed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    candidate_name: str | None = None
    candidate_email: str | None = None
    source: str | None = None
    external_id: str | None = None
    notes: str | None = None
    preferences: dict[str, Any] | None = Field(default=None, sa_type=Json)
    next_review_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    act_by: datetime | None = Field(default=None, sa_type=UtcDateTime)
    advice_changes_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    told_action: str | None = None
    mailed_action: str | None = None
    mailed_times: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)

    @property
    def candidate(self) -> Candidate | None:
        """Whose application this is, or null when it is the user's own."""
        return None if self.candidate_name is None else Candidate(self.candidate_name, self.candidate_email)


class Contact(Owned, table=True):
    """A person at the company; `position` is their place in the listed order, which breaks ties in the advice."""

    __tablename__: ClassVar[Any] = "contacts"
    __table_args__ = (
        one_of("role", Role),
        Index(None, "application_id", "user_id", "position", "id"),
        Index(None, "user_id", "email"),
    )

    application_id: UUID = Field(foreign_key="applications.id", ondelete="CASCADE")
    position: int
    name: str
    title: str | None = None
    role: Role = Field(default=Role.INTERVIEWER, sa_type=Word(Role))
    email: str | None = None
    phone: str | None = None
    linkedin_url: str | None = None
    postal_address: str | None = None
    timezone: str | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)
