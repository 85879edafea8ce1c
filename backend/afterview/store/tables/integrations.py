"""Connections to applicant-tracking tools, what they told us, and how far each thing they told of has come."""

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from afterview.store.columns import Json, UtcDateTime, Word, one_of
from afterview.store.tables.base import Owned


class EventOutcome(StrEnum):
    """What became of something that a vendor told us."""

    APPLIED = "applied"
    UNCHANGED = "unchanged"
    IGNORED = "ignored"
    WAITING = "waiting"
    FAILED = "failed"


class VendorThing(StrEnum):
    """What vendors tell us of."""

    APPLICATION = "application"
    INTERVIEW = "interview"


class Integration(Owned, table=True):
    """A connection to one vendor; its secrets are sealed. `company` is the employer where the vendor names none.

    `last_synced_at` is when the last pull that came to its end began; `sync_asked_at` is null unless one is asked for.
    """

    __tablename__: ClassVar[Any] = "integrations"
    __table_args__ = (Index(None, "user_id", "id"),)

    vendor: str
    name: str
    company: str | None = None
    api_base_url: str | None = None
    signing_secret: bytes | None = None
    api_key: bytes | None = None
    last_event_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    sync_asked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_synced_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_error: str | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)


class IntegrationEvent(Owned, table=True):
    """One event out of a delivery, which may hold several; `told` is all that is known of it, as JSON.

    The delivery and the position in it tell a repetition from something new.
    """

    __tablename__: ClassVar[Any] = "integration_events"
    __table_args__ = (
        one_of("outcome", EventOutcome),
        UniqueConstraint("integration_id", "delivery_id", "position"),
        Index(None, "user_id", "integration_id", "id"),
        Index(None, "user_id", "received_at"),
    )

    integration_id: UUID = Field(foreign_key="integrations.id", ondelete="CASCADE")
    delivery_id: str
    position: int
    received_at: datetime = Field(sa_type=UtcDateTime)
    event: str
    outcome: EventOutcome = Field(sa_type=Word(EventOutcome))
    detail: str | None = None
    told: dict[str, Any] = Field(sa_type=Json)


class VendorRecord(Owned, table=True):
    """How far one of a vendor's applications or interviews has come here, so that what is older never wins.

    `as_of` is the instant of the newest thing applied, null where the vendor names none. An interview that was
    called off stays so here, even one that was never seen. `application_id` is where it is filed.
    """

    __tablename__: ClassVar[Any] = "vendor_records"
    __table_args__ = (
        one_of("thing", VendorThing),
        UniqueConstraint("integration_id", "thing", "external_id"),
        Index(None, "application_id"),
    )

    integration_id: UUID = Field(foreign_key="integrations.id", ondelete="CASCADE")
    thing: VendorThing = Field(sa_type=Word(VendorThing))
    external_id: str
    application_id: UUID | None = Field(default=None, foreign_key="applications.id", ondelete="CASCADE")
    as_of: datetime | None = Field(default=None, sa_type=UtcDateTime)
    called_off: bool = False
