"""Work that is to be done later, or outside: written in the transaction that asks for it, carried out by a worker."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from afterview.store.columns import Json, UtcDateTime
from afterview.store.tables.base import Owned


class Job(Owned, table=True):
    """One thing to do, which goes when it is done.

    A lease is a later `run_at` with the name of a worker on it: when the worker dies, the job is due again by itself.
    `attempts` counts how often a worker has begun. A job that has failed too often has no `run_at` any more.
    """

    __tablename__: ClassVar[Any] = "jobs"
    __table_args__ = (
        UniqueConstraint("user_id", "dedupe_key"),
        CheckConstraint("(run_at IS NULL) = (gave_up_at IS NOT NULL)", name="due_or_given_up"),
        Index(None, "run_at", "id"),
        Index(
            None,
            "lease_owner",
            postgresql_where=text("lease_owner IS NOT NULL"),
            sqlite_where=text("lease_owner IS NOT NULL"),
        ),
    )

    kind: str
    payload: dict[str, Any] = Field(sa_type=Json)
    dedupe_key: str | None = Field(default=None, description="No two jobs of a user have the same.")
    run_at: datetime | None = Field(sa_type=UtcDateTime, description="Not before then; while leased, the lease's end.")
    attempts: int = 0
    lease_owner: str | None = None
    error: str | None = Field(default=None, description="What went wrong last.")
    gave_up_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)
