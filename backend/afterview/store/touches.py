"""Queries for touches."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from afterview.store.paging import Order, Position, Slice, page
from afterview.store.tables import Application, LoggedMessage, Touch

AS_IT_HAPPENED = Order((col(Touch.occurred_at), col(Touch.id)))


def get(session: Session, user_id: UUID, touch_id: UUID, *, lock: bool = False) -> Touch | None:
    """One touch; `lock` holds it and its application against other writers."""
    query = select(Touch).where(col(Touch.user_id) == user_id, col(Touch.id) == touch_id)
    if lock:
        query = query.join(Application, col(Application.id) == col(Touch.application_id))
        query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    return session.execute(query).scalar_one_or_none()


def list_page(
    session: Session, user_id: UUID, wanted: Slice, *, application_id: UUID
) -> tuple[list[Touch], Position | None]:
    """A page of what happened in an application, in the order in which it happened."""
    query = select(Touch).where(col(Touch.user_id) == user_id, col(Touch.application_id) == application_id)
    return page(session, query, AS_IT_HAPPENED, wanted)


def of_messages(session: Session, user_id: UUID, message_ids: Iterable[str]) -> list[Touch]:
    """The touches that were logged from e-mail messages with these ids, the latest first."""
    query = (
        select(Touch)
        .join(LoggedMessage, col(LoggedMessage.touch_id) == col(Touch.id))
        .where(col(LoggedMessage.user_id) == user_id, col(LoggedMessage.message_id).in_(list(message_ids)))
        .order_by(col(Touch.occurred_at).desc(), col(Touch.id).desc())
    )
    return list(session.execute(query).scalars())
