"""Who may come in: users, their refresh tokens and API keys, and the answers kept for repeated requests."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from afterview.ids import new_id
from afterview.store.columns import Json, UtcDateTime
from afterview.store.tables.base import Owned, Row


class User(Row, table=True):
    """One account. `preferences`, `policy`, `working_hours` and `digest` hold only what differs from the defaults.

    `digest_at` is when the next daily letter is due, `digested_at` when the last one was; `digest_refusals` counts the
    letters in a row that were refused because there is no such address.
    """

    __tablename__: ClassVar[Any] = "users"
    __table_args__ = (Index(None, "digest_at"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    email: str = Field(unique=True, description="In lower case.")
    name: str
    password_hash: str
    timezone: str
    signature: str | None = None
    holiday_region: str | None = None
    working_hours: dict[str, str] | None = Field(default=None, sa_type=Json)
    preferences: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    policy: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    digest: dict[str, Any] | None = Field(default=None, sa_type=Json)
    digest_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    digested_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    digest_refusals: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)


class RefreshToken(Owned, table=True):
    """One link in a chain of refresh tokens; using a spent one revokes its whole family."""

    __tablename__: ClassVar[Any] = "refresh_tokens"
    __table_args__ = (
        Index(None, "user_id", "expires_at"),
        Index(None, "family_id"),
    )

    family_id: UUID
    token_hash: str = Field(unique=True, description="SHA-256, in hexadecimal.")
    created_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    spent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ApiKey(Owned, table=True):
    """A key for an integration; only its first characters and its hash are kept."""

    __tablename__: ClassVar[Any] = "api_keys"
    __table_args__ = (Index(None, "user_id", "id"),)

    name: str
    prefix: str
    key_hash: str = Field(unique=True, description="SHA-256, in hexadecimal.")
    scopes: list[str] = Field(sa_type=Json)
    expires_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)


class IdempotencyRecord(Owned, table=True):
    """A request that carried an Idempotency-Key, and its answer: both are written in one transaction, or neither is."""

    __tablename__: ClassVar[Any] = "idempotency_records"
    __table_args__ = (
        UniqueConstraint("user_id", "key"),
        Index(None, "user_id", "created_at"),
    )

    key: str
    request: str = Field(description="Method and path.")
    request_hash: str = Field(description="A keyed hash of the body, in hexadecimal.")
    status: int
    headers: dict[str, str] = Field(sa_type=Json)
    body: bytes = Field(description="Encrypted.")
    created_at: datetime = Field(sa_type=UtcDateTime)
