"""Queries for messages that wait to be looked at."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from afterview.ids import new_id
from afterview.store.paging import Order, Position, Slice, page
from afterview.store.tables import MailProposal

OLDEST_FIRST = Order((col(MailProposal.id),))


class NewProposal(NamedTuple):
    """A message, sealed in `raw`, and what is shown of it unopened."""

    message_key: str
    subject: str | None
    sender_name: str | None
    sender_email: str | None
    sent_at: datetime | None
    raw: bytes


def add(session: Session, user_id: UUID, new: NewProposal, *, now: datetime) -> None:
    """Let a message wait, unless it waits or was settled already."""
    insert = sqlite.insert if session.connection().dialect.name == "sqlite" else postgresql.insert
    values: dict[str, Any] = {"id": new_id(), "user_id": user_id, "arrived_at": now, **new._asdict()}
    session.execute(
        insert(MailProposal)
        .values(**values)
        .on_conflict_do_nothing(index_elements=[col(MailProposal.user_id), col(MailProposal.message_key)])
    )


def get(session: Session, user_id: UUID, proposal_id: UUID, *, lock: bool = False) -> MailProposal | None:
    """One of this user's messages that wait."""
    query = select(MailProposal).where(
        col(MailProposal.user_id) == user_id,
        col(MailProposal.id) == proposal_id,
        col(MailProposal.settled_at).is_(None),
    )
    return session.execute(query.with_for_update() if lock else query).scalar_one_or_none()


def list_page(session: Session, user_id: UUID, wanted: Slice) -> tuple[list[MailProposal], Position | None]:
    """A page of this user's messages that wait, in the order in which they came, and where it ends."""
    query = select(MailProposal).where(col(MailProposal.user_id) == user_id, col(MailProposal.settled_at).is_(None))
    return page(session, query, OLDEST_FIRST, wanted)


def count(session: Session, user_id: UUID) -> int:
    """How many of this user's messages wait."""
    mine = (col(MailProposal.user_id) == user_id, col(MailProposal.settled_at).is_(None))
    found: int = session.execute(select(func.count(col(MailProposal.id))).where(*mine)).scalar_one()
    return found


def forget(session: Session, *, before: datetime) -> None:
    """Forget everybody's messages that came before then, whatever became of them."""
    old = delete(MailProposal).where(col(MailProposal.arrived_at) < before)
    session.execute(old, execution_options={"synchronize_session": False})
