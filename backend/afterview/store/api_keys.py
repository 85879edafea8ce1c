"""Queries for API keys."""

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlmodel import Session, col

from afterview.store.paging import Order, Position, Slice, page
from afterview.store.tables import ApiKey

OLDEST_FIRST: Final = Order((ApiKey.id,))


def find_by_hash(session: Session, key_hash: str, now: datetime) -> ApiKey | None:
    """The key with this hash that has not expired, whoever it belongs to: this is how its user is found out."""
    query = select(ApiKey).where(
        col(ApiKey.key_hash) == key_hash, or_(col(ApiKey.expires_at).is_(None), col(ApiKey.expires_at) > now)
    )
    return session.execute(query).scalar_one_or_none()


def get(session: Session, user_id: UUID, key_id: UUID, *, lock: bool = False) -> ApiKey | None:
    """One of this user's keys."""
    query = select(ApiKey).where(col(ApiKey.user_id) == user_id, col(ApiKey.id) == key_id)
    return session.execute(query.with_for_update() if lock else query).scalar_one_or_none()


def list_page(session: Session, user_id: UUID, wanted: Slice) -> tuple[list[ApiKey], Position | None]:
    """A page of this user's keys in the order in which they were made, and where it ends."""
    return page(session, select(ApiKey).where(col(ApiKey.user_id) == user_id), OLDEST_FIRST, wanted)
