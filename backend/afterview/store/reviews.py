"""Queries for the worker that reviews applications when their time has come: those of everybody, found by index."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlmodel import Session, col

from afterview.store.tables import Application


def hold_next(session: Session, now: datetime) -> Application | None:
    """The application whose advice the clock changed first, held; None when there is none that nobody else holds."""
    query = (
        select(Application)
        .where(col(Application.advice_changes_at) <= now)
        .order_by(col(Application.advice_changes_at))
        .limit(1)
        .with_for_update(key_share=True, skip_locked=True)
        .execution_options(populate_existing=True)
    )
    return session.execute(query).scalar_one_or_none()


def next_change_at(session: Session) -> datetime | None:
    """When the clock next changes the advice on any application."""
    query = (
        select(col(Application.advice_changes_at))
        .where(col(Application.advice_changes_at).is_not(None))
        .order_by(col(Application.advice_changes_at))
        .limit(1)
    )
    return session.execute(query).scalar_one_or_none()


def postpone(session: Session, user_id: UUID, application_id: UUID, *, until: datetime) -> None:
    """Let the worker leave an application alone until then."""
    mine = (col(Application.user_id) == user_id, col(Application.id) == application_id)
    session.execute(update(Application).where(*mine).values(advice_changes_at=until))
