"""Whom to tell of events, and what became of telling them."""

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from afterview.store.columns import Json, UtcDateTime, Word, one_of
from afterview.store.tables.base import Owned


class EventType(StrEnum):
    """What can have happened; `ping` is sent on request alone."""

    ACTION_DUE = "action.due"
    APPLICATION_UPDATED = "application.updated"
    INTERVIEW_CREATED = "interview.created"
    INTERVIEW_UPDATED = "interview.updated"
    TOUCH_CREATED = "touch.created"
    PING = "ping"


class DeliveryStatus(StrEnum):
    """Whether a receiver has been told, will be, or will not."""

    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"


class SwitchedOff(StrEnum):
    """Why a webhook was switched off by itself."""

    GONE = "gone"
    FAILING = "failing"


class Webhook(Owned, table=True):
    """A receiver of a user's events; its secrets are sealed.

    `failing_since` is when the first delivery after the last success failed. Until `quiet_until` it gets nothing,
    because it was overburdened.
    """

    __tablename__: ClassVar[Any] = "webhooks"
    __table_args__ = (one_of("switched_off", SwitchedOff), Index(None, "user_id", "id"))

    url: str
    events: list[str] = Field(sa_type=Json)
    active: bool
    switched_off: SwitchedOff | None = Field(default=None, sa_type=Word(SwitchedOff))
    secret: bytes
    previous_secret: bytes | None = None
    previous_secret_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    failing_since: datetime | None = Field(default=None, sa_type=UtcDateTime)
    quiet_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)


class WebhookDelivery(Owned, table=True):
    """One event on its way to one receiver; `event_id` is the same at every attempt, and for every receiver.

    `snapshot` is what the event is about, as it was stored when it happened.
    """

    __tablename__: ClassVar[Any] = "webhook_deliveries"
    __table_args__ = (
        one_of("event", EventType),
        one_of("status", DeliveryStatus),
        Index(None, "webhook_id", "event_id", unique=True),
        Index(None, "user_id", "webhook_id", "id"),
        Index(None, "user_id", "created_at"),
    )

    webhook_id: UUID = Field(foreign_key="webhooks.id", ondelete="CASCADE")
    event: EventType = Field(sa_type=Word(EventType))
    event_id: str
    snapshot: dict[str, Any] = Field(sa_type=Json)
    status: DeliveryStatus = Field(default=DeliveryStatus.PENDING, sa_type=Word(DeliveryStatus))
    attempts: int = 0
    response_status: int | None = None
    error: str | None = None
    next_attempt_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_attempt_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    delivered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)
