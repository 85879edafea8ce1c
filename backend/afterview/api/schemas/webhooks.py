"""Bodies of `/webhooks`."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from afterview.api.schemas.fields import RequestModel, ResponseModel, WebAddress
from afterview.api.schemas.times import Instant
from afterview.services.events import EventType
from afterview.services.webhooks import DeliveryStatus, SwitchedOff, WebhookFields

EventName = Literal["action.due", "application.updated", "interview.created", "interview.updated", "touch.created"]


class WebhookWrite(RequestModel):
    """What a caller may say of a webhook."""

    url: WebAddress = Field(examples=["https://example.com/hooks/afterview"])
    events: Annotated[list[EventName], Field(min_length=1, max_length=100)] = Field(
        description="What to be told of.", examples=[["action.due", "interview.created"]]
    )
    active: bool = Field(default=True, description="One that is switched off is told of nothing.")

    def to_fields(self) -> WebhookFields:
        """The same for the service."""
        return WebhookFields(self.url, [EventType(name) for name in self.events], self.active)


class WebhookNew(WebhookWrite):
    """A new webhook."""


class Webhook(ResponseModel):
    """A receiver of events, without its secret."""

    id: UUID
    url: str
    events: list[EventName]
    active: bool
    switched_off: SwitchedOff | None = Field(
        description="Why it was switched off by itself: gone (it answered 410) or failing (for five days); else null."
    )
    failing_since: Instant | None = Field(description="When the first delivery since the last success failed.")
    previous_secret_until: Instant | None = Field(
        description="Until when deliveries are signed with the secret before the last rotation too."
    )
    created_at: Instant
    updated_at: Instant

    def writable(self) -> WebhookWrite:
        """The part that a caller may change."""
        return WebhookWrite.model_validate(self.model_dump(include=set(WebhookWrite.model_fields)))


class WebhookWithSecret(Webhook):
    """A webhook with its secret, which is shown this once."""

    secret: str = Field(
        description="Check signatures with it, after Standard Webhooks; nobody can read it again.",
        examples=["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
    )


class Delivery(ResponseModel):
    """One event on its way to one receiver."""

    id: UUID
    webhook_id: UUID
    event: EventType
    event_id: str = Field(description="The header `webhook-id`, the same at every attempt.")
    status: DeliveryStatus
    attempts: int = Field(description="How many attempts have ended.")
    response_status: int | None = Field(description="What the receiver answered last; null when nothing came.")
    error: str | None = Field(description="What went wrong last, in a sentence.")
    next_attempt_at: Instant | None
    last_attempt_at: Instant | None
    delivered_at: Instant | None
    created_at: Instant
