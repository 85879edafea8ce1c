"""Calendar subscriptions, and what calendars have been shown."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from afterview.store.columns import UtcDateTime
from afterview.store.tables.base import Owned


class CalendarFeed(Owned, table=True):
    """A calendar subscription; of the secret in its address only the first characters and the hash are kept."""

    __tablename__: ClassVar[Any] = "calendar_feeds"
    __table_args__ = (Index(None, "user_id", "id"),)

    name: str
    prefix: str
    token_hash: str = Field(unique=True, description="SHA-256, in hexadecimal.")
    created_at: datetime = Field(sa_type=UtcDateTime)


class CalendarVersion(Owned, table=True):
    """How an entry of the user's calendar was shown last: a digest of it, its SEQUENCE, and since when it is so.

    It says nothing of what was shown, and stays when the entry disappears, in case it comes back.
    """

    __tablename__: ClassVar[Any] = "calendar_versions"
    __table_args__ = (UniqueConstraint("user_id", "uid"), Index(None, "application_id"))

    application_id: UUID = Field(foreign_key="applications.id", ondelete="CASCADE")
    uid: str
    digest: str
    sequence: int
    changed_at: datetime = Field(sa_type=UtcDateTime)
