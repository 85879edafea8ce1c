"""Messages that people have had read from a mailbox, and how far that has been read."""

from datetime import datetime
from typing import Any, ClassVar, NamedTuple

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlmodel import Field

from afterview.store.columns import UtcDateTime
from afterview.store.tables.base import Owned, Row


class MailFolder(Row, table=True):
    """How far a folder of the installation's own mailbox has been read: to `last_uid`, under that `uid_validity`.

    It is nobody's, and says nothing about any message.
    """

    __tablename__: ClassVar[Any] = "mail_folders"

    name: str = Field(primary_key=True, description="Whose mailbox, on which server, and the folder.")
    uid_validity: int | None = Field(default=None, sa_type=BigInteger)
    last_uid: int = Field(default=0, sa_type=BigInteger)
    next_read_at: datetime = Field(sa_type=UtcDateTime)


class Sender(NamedTuple):
    """Who wrote a message, as it says."""

    name: str | None
    email: str | None


class MailProposal(Owned, table=True):
    """A message that waits for its reader to say what becomes of it.

    `raw` is the message, sealed, and goes when it is settled; that it was here is remembered for a while.
    """

    __tablename__: ClassVar[Any] = "mail_proposals"
    __table_args__ = (
        UniqueConstraint("user_id", "message_key"),
        Index(
            None,
            "user_id",
            "id",
            postgresql_where=text("settled_at IS NULL"),
            sqlite_where=text("settled_at IS NULL"),
        ),
        Index(None, "arrived_at"),
    )

    message_key: str = Field(description="Its Message-ID, or a hash of it when it has none.")
    subject: str | None = None
    sender_name: str | None = None
    sender_email: str | None = None
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    raw: bytes | None = None
    arrived_at: datetime = Field(sa_type=UtcDateTime)
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    @property
    def sender(self) -> Sender:
        """Who wrote it."""
        return Sender(self.sender_name, self.sender_email)
