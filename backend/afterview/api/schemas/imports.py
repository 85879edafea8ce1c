"""Answers of `/imports`."""

from typing import Self
from uuid import UUID

from pydantic import Field

from afterview.api.schemas.fields import ResponseModel
from afterview.api.schemas.times import Instant
from afterview.services.filed_events import FiledCalendar, FiledEvent, Outcome


class InvitedPerson(ResponseModel):
    """An organizer or attendee, as written in the file."""

    name: str | None
    email: str | None


class ImportedEvent(ResponseModel):
    """An event of the file, and what became of it."""

    uid: str | None
    recurrence_id: str | None = Field(description="Which instance of a recurring event: an instant in UTC, or a day.")
    outcome: Outcome
    summary: str | None
    starts_at: Instant | None = Field(description="Null when the file does not say, or not in a zone that is known.")
    ends_at: Instant | None
    timezone: str | None = Field(description="The IANA zone meant; UTC when the file has no local time.")
    all_day: bool
    floating: bool = Field(description="Whether the file names no zone, so that the user's was taken.")
    organizer: InvitedPerson | None
    attendees: list[InvitedPerson]
    interview_id: UUID | None = Field(description="The interview it is kept as; null when there is none (yet).")
    company: str | None = Field(description="The company of the application it is filed under; null when it is not.")
    role: str | None = Field(description="The role of that application.")

    @classmethod
    def of(cls, filed: FiledEvent) -> Self:
        """The event as it was read, with its outcome."""
        event = filed.event
        became = {name: getattr(filed, name) for name in ("outcome", "interview_id", "company", "role")}
        said = {name: getattr(event, name) for name in cls.model_fields if name not in became}
        return cls.model_validate(said | became)


class ImportProblem(ResponseModel):
    """Something about an event that its reader should know."""

    uid: str | None
    detail: str


class CalendarImport(ResponseModel):
    """What became of a calendar file: counts, problems in words, and every event."""

    method: str | None = Field(examples=["REQUEST"])
    created: int
    updated: int
    cancelled: int
    skipped: int
    problems: list[ImportProblem]
    events: list[ImportedEvent]

    @classmethod
    def of(cls, filed: FiledCalendar) -> Self:
        """The whole answer."""
        return cls(
            method=filed.method,
            created=filed.count(Outcome.CREATED),
            updated=filed.count(Outcome.UPDATED),
            cancelled=filed.count(Outcome.CANCELLED),
            skipped=filed.count(Outcome.SKIPPED),
            problems=[ImportProblem.model_validate(problem) for problem in filed.problems],
            events=[ImportedEvent.of(one) for one in filed.events],
        )
