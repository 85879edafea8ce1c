"""Bodies of `/touches`."""

from datetime import date
from uuid import UUID

from pydantic import Field

from afterview.api.schemas.fields import Id, ListOf, RequestModel, ResponseModel, Text
from afterview.api.schemas.terms import StepKind, Term
from afterview.api.schemas.times import DateOnly, Instant
from afterview.policy.terms import Reached, TouchKind
from afterview.services.touches import NewTouch


class TouchNew(RequestModel):
    """Something that was sent or received."""

    kind: Term[TouchKind]
    occurred_at: Instant | None = Field(default=None, description="Left out, now.")
    contact_id: Id | None = Field(default=None, description="Left out, it counts for everybody in its interview.")
    interview_id: Id | None = Field(default=None, description="Left out with the contact, it counts for everybody.")
    note: Text | None = None
    carries: ListOf[StepKind] = Field(
        default=[], description="What rode along, such as additional information in a thank-you."
    )
    reply_expected_by: DateOnly | None = Field(
        default=None, description="With reply_received: the day by which more was promised."
    )
    needs_answer: bool | None = Field(default=None, description="With reply_received: whether it asks something.")
    reached: Term[Reached] | None = Field(default=None, description="With follow_up_call; left out, spoke.")

    def to_new(self) -> NewTouch:
        """The same for the service."""
        return NewTouch(**self.model_dump() | {"needs_answer": self.needs_answer or False})


class Touch(ResponseModel):
    """One thing that happened between candidate and company."""

    id: UUID
    application_id: UUID
    interview_id: UUID | None
    contact_id: UUID | None
    kind: TouchKind
    occurred_at: Instant
    note: str | None
    carries: list[StepKind]
    reply_expected_by: date | None
    needs_answer: bool
    reached: Reached | None
    created_at: Instant
