"""Queries for interviews, with their interviewers in the order in which they were named."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlmodel import Session, col

from afterview.policy.terms import InterviewStatus
from afterview.store.paging import Order, Position, Slice, page
from afterview.store.tables import Application, Interview, Interviewer

EARLIEST_FIRST = Order((col(Interview.starts_at), col(Interview.id)))


class Filters(NamedTuple):
    """Which interviews are asked for: those that begin from `starts_from` on and before `starts_before`."""

    application_id: UUID | None = None
    status: InterviewStatus | None = None
    starts_from: datetime | None = None
    starts_before: datetime | None = None


def get(session: Session, user_id: UUID, interview_id: UUID, *, lock: bool = False) -> Interview | None:
    """One interview; `lock` holds it and its application against other writers."""
    query = select(Interview).where(col(Interview.user_id) == user_id, col(Interview.id) == interview_id)
    if lock:
        query = query.join(Application, col(Application.id) == col(Interview.application_id))
        query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    return session.execute(query).scalar_one_or_none()


def list_page(
    session: Session, user_id: UUID, wanted: Slice, filters: Filters
) -> tuple[list[Interview], Position | None]:
    """A page, earliest first."""
    query = select(Interview).where(col(Interview.user_id) == user_id)
    if filters.application_id is not None:
        query = query.where(col(Interview.application_id) == filters.application_id)
    if filters.status is not None:
        query = query.where(col(Interview.status) == filters.status)
    if filters.starts_from is not None:
        query = query.where(col(Interview.starts_at) >= filters.starts_from)
    if filters.starts_before is not None:
        query = query.where(col(Interview.starts_at) < filters.starts_before)
    return page(session, query, EARLIEST_FIRST, wanted)


def of_event(session: Session, user_id: UUID, external_id: str) -> list[Interview]:
    """The interviews made from one calendar event: the event itself, and moved instances of a recurring one."""
    query = (
        select(Interview)
        .where(col(Interview.user_id) == user_id, col(Interview.external_id) == external_id)
        .order_by(col(Interview.recurrence_id))
        .with_for_update(key_share=True)
    )
    return list(session.execute(query).scalars())


def of_group(session: Session, user_id: UUID, external_id: str) -> list[Interview]:
    """The interviews whose id in another system begins with this one and a slash."""
    query = (
        select(Interview)
        .where(
            col(Interview.user_id) == user_id, col(Interview.external_id).startswith(f"{external_id}/", autoescape=True)
        )
        .order_by(col(Interview.id))
        .with_for_update(key_share=True)
    )
    return list(session.execute(query).scalars())


def interviewer_ids(session: Session, user_id: UUID, interview_ids: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """The contacts who lead each of these interviews, in order; an interview without any has an empty list."""
    found: dict[UUID, list[UUID]] = {interview_id: [] for interview_id in interview_ids}
    query = (
        select(col(Interviewer.interview_id), col(Interviewer.contact_id))
        .where(col(Interviewer.user_id) == user_id, col(Interviewer.interview_id).in_(list(found)))
        .order_by(col(Interviewer.interview_id), col(Interviewer.position))
    )
    for interview_id, contact_id in session.execute(query):
        found[interview_id].append(contact_id)
    return found


def set_interviewers(session: Session, user_id: UUID, interview_id: UUID, contact_ids: Sequence[UUID]) -> None:
    """Replace the interviewers, keeping the order given; both the interview and the contacts must be stored already."""
    session.execute(
        delete(Interviewer).where(col(Interviewer.user_id) == user_id, col(Interviewer.interview_id) == interview_id)
    )
    if contact_ids:
        session.execute(
            insert(Interviewer),
            [
                {"interview_id": interview_id, "contact_id": contact_id, "user_id": user_id, "position": position}
                for position, contact_id in enumerate(contact_ids)
            ],
        )
