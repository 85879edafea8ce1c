"""Queries for contacts."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import Session, col

from afterview.policy.terms import Status
from afterview.store.paging import Order, Position, Slice, page
from afterview.store.tables import Application, Contact


class Acquaintance(NamedTuple):
    """Somebody with a known address, in lower case, and the application in which they are known."""

    application_id: UUID
    status: Status
    contact_id: UUID
    address: str


AS_LISTED = Order((col(Contact.position), col(Contact.id)))


def get(session: Session, user_id: UUID, contact_id: UUID, *, lock: bool = False) -> Contact | None:
    """One contact; `lock` holds it and its application against other writers."""
    query = select(Contact).where(col(Contact.user_id) == user_id, col(Contact.id) == contact_id)
    if lock:
        query = query.join(Application, col(Application.id) == col(Contact.application_id))
        query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    return session.execute(query).scalar_one_or_none()


def list_page(
    session: Session, user_id: UUID, wanted: Slice, *, application_id: UUID
) -> tuple[list[Contact], Position | None]:
    """A page of an application's contacts, in the listed order."""
    query = select(Contact).where(col(Contact.user_id) == user_id, col(Contact.application_id) == application_id)
    return page(session, query, AS_LISTED, wanted)


def of_application(session: Session, user_id: UUID, application_id: UUID) -> list[Contact]:
    """All contacts of an application, in the listed order."""
    query = (
        select(Contact)
        .where(col(Contact.user_id) == user_id, col(Contact.application_id) == application_id)
        .order_by(*AS_LISTED.columns)
    )
    return list(session.execute(query).scalars())


def known_ids(session: Session, user_id: UUID, application_id: UUID, ids: Iterable[UUID]) -> set[UUID]:
    """Those of `ids` that are contacts of the application."""
    query = select(col(Contact.id)).where(
        col(Contact.user_id) == user_id, col(Contact.application_id) == application_id, col(Contact.id).in_(ids)
    )
    return set(session.execute(query).scalars())


def by_id(session: Session, user_id: UUID, ids: Iterable[UUID]) -> dict[UUID, Contact]:
    """Those of `ids` that are contacts of the user's, by id."""
    query = select(Contact).where(col(Contact.user_id) == user_id, col(Contact.id).in_(ids))
    return {row.id: row for row in session.execute(query).scalars()}


def next_position(session: Session, user_id: UUID, application_id: UUID) -> int:
    """The place behind an application's last contact."""
    query = select(func.max(col(Contact.position))).where(
        col(Contact.user_id) == user_id, col(Contact.application_id) == application_id
    )
    last = session.execute(query).scalar_one()
    return 0 if last is None else last + 1


def with_addresses(session: Session, user_id: UUID, addresses: Iterable[str]) -> list[Acquaintance]:
    """The contacts with one of these addresses (in lower case), in all of the user's applications."""
    address = func.lower(col(Contact.email))
    query = (
        select(col(Application.id), col(Application.status), col(Contact.id), address)
        .join(Application, col(Application.id) == col(Contact.application_id))
        .where(col(Contact.user_id) == user_id, address.in_(list(addresses)))
        .order_by(col(Application.id).desc(), *AS_LISTED.columns)
    )
    return [Acquaintance(*row) for row in session.execute(query)]
