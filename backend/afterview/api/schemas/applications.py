"""Bodies of `/applications`."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import ConfigDict, Field

from afterview.api.schemas.fields import Email, Name, RequestModel, ResponseModel, Text
from afterview.api.schemas.preferences import Preferences
from afterview.api.schemas.terms import Term
from afterview.api.schemas.times import Instant
from afterview.policy.terms import Status
from afterview.services.applications import ApplicationFields


class Candidate(RequestModel):
    """For whom an application is kept, when that is somebody else than the user."""

    model_config = ConfigDict(from_attributes=True)

    name: Name
    email: Email | None = None


class OwnPreferences(RequestModel):
    """The preferences of one application; what is left out is taken from the profile as it is now."""

    linkedin: bool | None = None
    handwritten_notes: Literal["welcome", "unknown", "unwelcome"] | None = None
    calls: bool | None = None
    linkedin_note_limit: Annotated[int, Field(ge=1, le=300)] | None = None


class ApplicationWrite(RequestModel):
    """What a caller may say of an application."""

    company: Name = Field(examples=["Acme"])
    role: Name = Field(examples=["Data engineer"])
    status: Term[Status] = Status.ACTIVE
    status_changed_at: Instant | None = Field(
        default=None, description="When the status became what it is; left out with a new status, that is now."
    )
    candidate: Candidate | None = None
    source: Name | None = Field(default=None, description="Where the vacancy came from.", examples=["a friend"])
    external_id: Name | None = Field(default=None, description="What another system calls this application.")
    notes: Text | None = None
    preferences: OwnPreferences | None = Field(
        default=None, description="Its own, instead of those in the profile; null keeps to the profile."
    )

    def to_fields(self) -> ApplicationFields:
        """The same for the service."""
        return ApplicationFields(
            company=self.company,
            role=self.role,
            status=self.status,
            status_changed_at=self.status_changed_at,
            candidate_name=self.candidate.name if self.candidate else None,
            candidate_email=self.candidate.email if self.candidate else None,
            source=self.source,
            external_id=self.external_id,
            notes=self.notes,
            preferences=self.preferences.model_dump(exclude_none=True) if self.preferences else None,
        )


class ApplicationNew(ApplicationWrite):
    """A new application."""


class Application(ResponseModel):
    """One candidacy for one role."""

    id: UUID
    company: str
    role: str
    status: Status
    status_changed_at: Instant | None = Field(description="When the status changed last; null when it never did.")
    candidate: Candidate | None
    source: str | None
    external_id: str | None
    notes: str | None
    preferences: Preferences | None
    next_review_at: Instant | None = Field(
        description="From when it wants attention, past when something is open now; null when nothing is left to come."
    )
    created_at: Instant
    updated_at: Instant

    def writable(self) -> ApplicationWrite:
        """The part that a caller may change."""
        return ApplicationWrite.model_validate(self.model_dump(include=set(ApplicationWrite.model_fields)))
