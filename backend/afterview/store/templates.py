"""Queries for templates."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from afterview.policy.terms import Kind
from afterview.store.paging import Order, Position, Slice, page
from afterview.store.tables import Template

OLDEST_FIRST = Order((col(Template.id),))


def get(session: Session, user_id: UUID, template_id: UUID, *, lock: bool = False) -> Template | None:
    """One template; `lock` holds it against other writers."""
    query = select(Template).where(col(Template.user_id) == user_id, col(Template.id) == template_id)
    if lock:
        query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    return session.execute(query).scalar_one_or_none()


def list_page(
    session: Session, user_id: UUID, wanted: Slice, *, kind: Kind | None = None, language: str | None = None
) -> tuple[list[Template], Position | None]:
    """A page of a user's templates, oldest first; of one kind and in one language, where these are given."""
    query = select(Template).where(col(Template.user_id) == user_id)
    if kind is not None:
        query = query.where(col(Template.kind) == kind)
    if language is not None:
        query = query.where(col(Template.language) == language)
    return page(session, query, OLDEST_FIRST, wanted)
