"""Queries for applications."""

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import Session, col

from afterview.policy.terms import Status
from afterview.store.paging import Order, Position, Slice, page
from afterview.store.tables import Application

NEWEST_FIRST = Order((col(Application.id),), descending=True)
SOONEST_FIRST = Order((col(Application.next_review_at), col(Application.id)))
MOST_URGENT_FIRST = Order((col(Application.act_by), col(Application.next_review_at), col(Application.id)))

_BEFORE_ALL = datetime.min.replace(tzinfo=UTC)


def search_key(company: str, role: str) -> str:
    """What an application is found by: company and role without regard to case, spacing or how accents are written."""
    return "\n".join(_folded(name) for name in (company, role))


def get(session: Session, user_id: UUID, application_id: UUID, *, lock: bool = False) -> Application | None:
    """One application; `lock` keeps other writers away from it and all that belongs to it."""
    query = select(Application).where(col(Application.user_id) == user_id, col(Application.id) == application_id)
    if lock:
        query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    return session.execute(query).scalar_one_or_none()


def get_many(session: Session, user_id: UUID, application_ids: Sequence[UUID]) -> dict[UUID, Application]:
    """Those of the applications that are the user's, by id."""
    query = select(Application).where(col(Application.user_id) == user_id, col(Application.id).in_(application_ids))
    return {row.id: row for row in session.execute(query).scalars()}


def all_ids(session: Session, user_id: UUID) -> list[UUID]:
    """Every application of this user's, all held against other writers."""
    query = select(col(Application.id)).where(col(Application.user_id) == user_id).order_by(col(Application.id))
    return list(session.execute(query.with_for_update(key_share=True)).scalars())


def list_page(
    session: Session,
    user_id: UUID,
    wanted: Slice,
    *,
    status: Status | None = None,
    q: str | None = None,
    due_before: datetime | None = None,
) -> tuple[list[Application], Position | None]:
    """A page, newest first, or with `due_before` soonest first; `q` are words of company or role."""
    query = select(Application).where(col(Application.user_id) == user_id)
    if status is not None:
        query = query.where(col(Application.status) == status)
    for word in _folded(q or "").split(" "):
        query = query.where(col(Application.search_key).contains(word, autoescape=True)) if word else query
    if due_before is None:
        return page(session, query, NEWEST_FIRST, wanted)
    return page(session, query.where(col(Application.next_review_at) < due_before), SOONEST_FIRST, wanted)


def due_page(
    session: Session, user_id: UUID, wanted: Slice, *, until: datetime, act_from: datetime = _BEFORE_ALL
) -> tuple[list[Application], Position | None]:
    """A page of the applications that want attention by `until`, the one to act on first at the top.

    `act_from` leaves out those to act on before then.
    """
    query = select(Application).where(
        col(Application.user_id) == user_id,
        col(Application.next_review_at) <= until,
        col(Application.act_by) >= act_from,  # even if it excludes nothing: else SQLite reads all, and sorts
    )
    return page(session, query, MOST_URGENT_FIRST, wanted)


def find_active(session: Session, user_id: UUID, company: str, role: str) -> Application | None:
    """The newest active application of that company and role."""
    query = (
        select(Application)
        .where(
            col(Application.user_id) == user_id,
            col(Application.status) == Status.ACTIVE,
            col(Application.search_key) == search_key(company, role),
        )
        .order_by(col(Application.id).desc())
        .limit(1)
        .with_for_update(key_share=True)
    )
    return session.execute(query).scalar_one_or_none()


def find_named(session: Session, user_id: UUID, keys: Iterable[str]) -> dict[str, Application]:
    """By search key the newest application of that company and role, an active one before all others.

    All of them are held against other writers.
    """
    query = (
        select(Application)
        .where(col(Application.user_id) == user_id, col(Application.search_key).in_(list(keys)))
        .order_by(col(Application.status) == Status.ACTIVE, col(Application.id))
        .with_for_update(key_share=True)
    )
    return {row.search_key: row for row in session.execute(query).scalars()}


def find_external(session: Session, user_id: UUID, external_id: str) -> Application | None:
    """The newest application under an id of another system's, held against other writers."""
    query = (
        select(Application)
        .where(col(Application.user_id) == user_id, col(Application.external_id) == external_id)
        .order_by(col(Application.id).desc())
        .limit(1)
        .with_for_update(key_share=True)
    )
    return session.execute(query).scalar_one_or_none()


def of_candidate(session: Session, user_id: UUID, email: str | None, role: str | None) -> list[Application]:
    """The applications of the candidate with this address, null for the user's own; active ones first, newest first.

    With a `role` only those for it. All of them are held against other writers.
    """
    is_theirs = (
        col(Application.candidate_name).is_(None)
        if email is None
        else func.lower(col(Application.candidate_email)) == email.lower()
    )
    query = select(Application).where(col(Application.user_id) == user_id, is_theirs)
    if role is not None:
        query = query.where(col(Application.search_key).endswith(f"\n{_folded(role)}", autoescape=True))
    newest_first = query.order_by((col(Application.status) == Status.ACTIVE).desc(), col(Application.id).desc())
    return list(session.execute(newest_first.with_for_update(key_share=True)).scalars())


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def candidate_addresses(session: Session, user_id: UUID, addresses: Iterable[str]) -> set[str]:
    """Those of these addresses (in lower case) that are a candidate's, of whom the user keeps an application."""
    address = func.lower(col(Application.candidate_email))
    query = select(address).where(col(Application.user_id) == user_id, address.in_(list(addresses))).distinct()
    return set(session.execute(query).scalars())
