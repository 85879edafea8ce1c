"""What a user writes messages from, beside the templates that come with the program."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Index
from sqlmodel import Field

from afterview.policy.terms import STEP_KINDS, Kind
from afterview.store.columns import UtcDateTime, Word, one_of
from afterview.store.tables.base import Owned


class Template(Owned, table=True):
    """One template of a user's own, for one kind of step; without a subject it takes that of the built-in one."""

    __tablename__: ClassVar[Any] = "templates"
    __table_args__ = (
        one_of("kind", STEP_KINDS),
        Index(None, "user_id", "id"),
    )

    name: str
    kind: Kind = Field(sa_type=Word(Kind))
    subject: str | None = None
    body: str
    language: str
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)

    @property
    def built_in(self) -> bool:
        """Whether it came with the program."""
        return False
