"""Queries for daily letters: whose time has come, of all users and by index; and which steps were mentioned."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import case, select, update
from sqlmodel import Session, col

from afterview.store.tables import Application, User


def hold_next(session: Session, now: datetime) -> User | None:
    """The user whose letter has been due longest, held; None when there is none that nobody else holds."""
    query = (
        select(User)
        .where(col(User.digest_at) <= now)
        .order_by(col(User.digest_at))
        .limit(1)
        .with_for_update(key_share=True, skip_locked=True)
        .execution_options(populate_existing=True)
    )
    return session.execute(query).scalar_one_or_none()


def next_at(session: Session) -> datetime | None:
    """When the next letter of anybody is due."""
    query = select(col(User.digest_at)).where(col(User.digest_at).is_not(None)).order_by(col(User.digest_at)).limit(1)
    return session.execute(query).scalar_one_or_none()


def note_mentions(session: Session, user_id: UUID, mentioned: Mapping[UUID, str]) -> None:
    """Count that these actions, by application, were mentioned to the user once more."""
    for application_id in sorted(mentioned):
        action = mentioned[application_id]
        again = case((col(Application.mailed_action) == action, col(Application.mailed_times) + 1), else_=1)
        session.execute(
            update(Application)
            .where(col(Application.user_id) == user_id, col(Application.id) == application_id)
            .values(mailed_action=action, mailed_times=again)
        )
