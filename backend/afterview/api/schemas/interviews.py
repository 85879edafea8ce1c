"""Bodies of `/interviews`."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field

from afterview.api.schemas.contacts import ContactNew
from afterview.api.schemas.fields import Id, ListOf, Name, RequestModel, ResponseModel, Text
from afterview.api.schemas.terms import Term
from afterview.api.schemas.times import DateOnly, IanaZone, Instant
from afterview.errors import FieldError, Invalid
from afterview.policy.terms import InterviewFormat, InterviewStatus
from afterview.services.interviews import Conversation, InterviewFields, Place

Sequence = Annotated[int, Field(ge=0, lt=2**53, description="Which version of its calendar event it shows.")]


class InterviewWrite(RequestModel):
    """What a caller may say of an interview."""

    status: Term[InterviewStatus] = Field(
        default=InterviewStatus.SCHEDULED, description="A scheduled one whose end has passed counts as held."
    )
    round: Name | None = Field(default=None, examples=["second round"])
    format: Term[InterviewFormat] = InterviewFormat.OTHER
    starts_at: Instant
    ends_at: Instant = Field(examples=["2026-11-23T11:00:00-05:00"])
    timezone: IanaZone | None = Field(default=None, description="Left out, the user's.")
    location: Text | None = None
    interviewer_ids: ListOf[Id] = Field(default=[], description="Contacts of the application, in order.")
    reply_expected_by: DateOnly | None = Field(
        default=None, description="The day by which the candidate was promised an answer."
    )
    reply_promised_by: Id | None = Field(default=None, description="The contact who promised it.")
    discussion_points: ListOf[Text] = Field(default=[], description="What was talked about.")
    points_to_add: ListOf[Text] = Field(default=[], description="What the candidate wishes to have said or asked.")
    concerns: ListOf[Text] = Field(default=[], description="Doubts that the interviewers voiced.")
    notes: Text | None = None
    external_id: Name | None = Field(default=None, description="What another system calls this interview.")
    sequence: Sequence = 0

    def to_fields(self) -> InterviewFields:
        """The same for the service."""
        return InterviewFields(**self.model_dump(include=set(InterviewWrite.model_fields)))


class InterviewNew(InterviewWrite):
    """A new interview, of an application named by `application_id`, or else by `company` and `role`."""

    application_id: Id | None = None
    company: Name | None = Field(default=None, examples=["Acme"])
    role: Name | None = Field(default=None, examples=["Data engineer"])
    interviewers: ListOf[ContactNew] = Field(
        default=[],
        description="Interviewers who may not be contacts yet: matched by e-mail, then by name, and added if need be.",
    )

    def to_place(self) -> Place:
        """The application it belongs to; `Invalid` when that is said twice, or not at all."""
        names = {"company": self.company, "role": self.role}
        if self.application_id is not None:
            errors = [_twice(name) for name, value in names.items() if value is not None]
        else:
            errors = [_missing(name) for name, value in names.items() if value is None]
        if errors:
            raise Invalid(*errors)
        return Place(self.application_id, self.company or "", self.role or "")


class Interview(ResponseModel):
    """One conversation."""

    id: UUID
    application_id: UUID
    status: InterviewStatus
    round: str | None
    format: InterviewFormat
    starts_at: Instant
    ends_at: Instant
    timezone: str
    location: str | None
    interviewer_ids: list[UUID]
    reply_expected_by: date | None
    reply_promised_by: UUID | None
    discussion_points: list[str]
    points_to_add: list[str]
    concerns: list[str]
    notes: str | None
    external_id: str | None
    sequence: int
    created_at: Instant
    updated_at: Instant

    @classmethod
    def of(cls, conversation: Conversation) -> Self:
        """An interview and its interviewers as one resource."""
        interview, interviewer_ids = conversation
        return cls.model_validate(interview.model_dump() | {"interviewer_ids": interviewer_ids})

    def writable(self) -> InterviewWrite:
        """The part that a caller may change."""
        return InterviewWrite.model_validate(self.model_dump(include=set(InterviewWrite.model_fields)))


def _twice(name: str) -> FieldError:
    return FieldError(f"/{name}", "said_twice", f"Leave out {name}: application_id says which application it is.")


def _missing(name: str) -> FieldError:
    return FieldError(f"/{name}", "required", f"Say {name}, or name the application by its application_id.")
