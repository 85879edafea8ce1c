"""Queries for calendar subscriptions."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from afterview.store.paging import Order, Position, Slice, page
from afterview.store.tables import CalendarFeed

OLDEST_FIRST = Order((col(CalendarFeed.id),))


def find_by_hash(session: Session, token_hash: str) -> CalendarFeed | None:
    """The subscription whose secret has this hash, whoever it belongs to: this is how its user is found out."""
    query = select(CalendarFeed).where(col(CalendarFeed.token_hash) == token_hash)
    return session.execute(query).scalar_one_or_none()


def get(session: Session, user_id: UUID, feed_id: UUID, *, lock: bool = False) -> CalendarFeed | None:
    """One of this user's subscriptions."""
    query = select(CalendarFeed).where(col(CalendarFeed.user_id) == user_id, col(CalendarFeed.id) == feed_id)
    return session.execute(query.with_for_update() if lock else query).scalar_one_or_none()


def list_page(session: Session, user_id: UUID, wanted: Slice) -> tuple[list[CalendarFeed], Position | None]:
    """A page of this user's subscriptions in the order in which they were made, and where it ends."""
    return page(session, select(CalendarFeed).where(col(CalendarFeed.user_id) == user_id), OLDEST_FIRST, wanted)
