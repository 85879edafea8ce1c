"""What all tables share: one metadata with a naming convention, an id, an owner."""

from typing import ClassVar
from uuid import UUID

from sqlalchemy import MetaData
from sqlmodel import Field, SQLModel

from afterview.ids import new_id

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


class Row(SQLModel):
    """The root of all tables."""

    metadata: ClassVar[MetaData] = METADATA


class Owned(Row):
    """A row of one user's; it goes when the user goes."""

    id: UUID = Field(default_factory=new_id, primary_key=True)
    user_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE")
