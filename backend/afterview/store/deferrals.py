"""Queries for deferrals."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from afterview.store.paging import Order, Position, Slice, page
from afterview.store.tables import Application, Deferral

OLDEST_FIRST = Order((col(Deferral.id),))


def get(session: Session, user_id: UUID, deferral_id: UUID, *, lock: bool = False) -> Deferral | None:
    """One deferral; `lock` holds it and its application against other writers."""
    query = select(Deferral).where(col(Deferral.user_id) == user_id, col(Deferral.id) == deferral_id)
    if lock:
        query = query.join(Application, col(Application.id) == col(Deferral.application_id))
        query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    return session.execute(query).scalar_one_or_none()


def list_page(
    session: Session, user_id: UUID, wanted: Slice, *, application_id: UUID
) -> tuple[list[Deferral], Position | None]:
    """A page of what was put off or left out in an application, oldest first."""
    query = select(Deferral).where(col(Deferral.user_id) == user_id, col(Deferral.application_id) == application_id)
    return page(session, query, OLDEST_FIRST, wanted)
