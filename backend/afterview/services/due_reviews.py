"""Reviews that no change asked for: the clock alone has changed what is right."""

from datetime import datetime, timedelta
from typing import Final

from sqlmodel import Session

from afterview.services.reviewed import commit_reviewed
from afterview.store import reviews

_AFTER_TROUBLE: Final = timedelta(hours=1)


def review_next(session: Session, *, now: datetime) -> bool:
    """Review the application whose time came first, of all users; False when no time has come.

    One that cannot be reviewed raises, and is left alone for an hour, so that it never keeps the others waiting.
    """
    row = reviews.hold_next(session, now)
    if row is None:
        return False
    user_id, application_id = row.user_id, row.id
    try:
        commit_reviewed(session, user_id=user_id, application_ids=[application_id], now=now)
    except Exception:
        session.rollback()
        reviews.postpone(session, user_id, application_id, until=now + _AFTER_TROUBLE)
        session.commit()
        raise
    return True


def next_review_at(session: Session) -> datetime | None:
    """When the clock next changes the advice on any application."""
    return reviews.next_change_at(session)
