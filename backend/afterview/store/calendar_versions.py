"""Queries for the versions in which calendar entries were shown."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from afterview.store.tables import CalendarVersion


def of_uids(session: Session, user_id: UUID, uids: Iterable[str]) -> dict[str, CalendarVersion]:
    """The versions in which this user's entries with these UIDs were shown last, by UID."""
    query = select(CalendarVersion).where(
        col(CalendarVersion.user_id) == user_id, col(CalendarVersion.uid).in_(list(uids))
    )
    return {row.uid: row for row in session.execute(query).scalars()}
