"""Bodies of `/deferrals`."""

from uuid import UUID

from pydantic import Field

from afterview.api.schemas.fields import Id, RequestModel, ResponseModel, Text
from afterview.api.schemas.terms import StepKind
from afterview.api.schemas.times import Instant
from afterview.services.deferrals import NewDeferral


class DeferralNew(RequestModel):
    """Advice that is put off, or left out for good."""

    kind: StepKind
    contact_id: Id | None = Field(default=None, description="Left out, the step is put off for everybody.")
    until: Instant | None = Field(default=None, description="Not before then; left out, never.")
    reason: Text | None = Field(default=None, examples=["She is on leave until Monday."])

    def to_new(self) -> NewDeferral:
        """The same for the service."""
        return NewDeferral(**self.model_dump())


class Deferral(ResponseModel):
    """Advice that the candidate overruled."""

    id: UUID
    application_id: UUID
    kind: StepKind
    contact_id: UUID | None
    until: Instant | None = Field(description="Not before then; null is never.")
    reason: str | None
    created_at: Instant
