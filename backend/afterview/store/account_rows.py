"""Queries for a whole account: all rows of a table, and those that a document names by id."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from afterview.store.tables import (
    Application,
    Contact,
    Deferral,
    Interview,
    Interviewer,
    LoggedMessage,
    Template,
    Touch,
)
from afterview.store.tables.base import Owned

OwnedT = TypeVar("OwnedT", bound=Owned)

_AT_ONCE: Final = 5_000
"""How many ids one statement names."""

_ORDERS: Final[dict[type[Owned], tuple[Any, ...]]] = {
    Application: (Application.id,),
    Contact: (Contact.application_id, Contact.position, Contact.id),
    Interview: (Interview.application_id, Interview.starts_at, Interview.id),
    Touch: (Touch.application_id, Touch.occurred_at, Touch.id),
    Deferral: (Deferral.application_id, Deferral.id),
    LoggedMessage: (LoggedMessage.id,),
    Template: (Template.id,),
}


def stand_still(session: Session) -> None:
    """Let all that follows be read as it is at this instant, whatever others write meanwhile; forgets what came before.

    SQLite reads so by itself.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.rollback()
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})


def all_of(session: Session, user_id: UUID, table: type[OwnedT]) -> list[OwnedT]:
    """Every row of this user's in a table, in the order in which lists show them."""
    query = select(table).where(col(table.user_id) == user_id).order_by(*_ORDERS[table])
    return list(session.execute(query).scalars())


def all_interviewers(session: Session, user_id: UUID) -> dict[UUID, list[UUID]]:
    """Who leads each of this user's interviews, in order; those that name nobody are left out."""
    query = (
        select(col(Interviewer.interview_id), col(Interviewer.contact_id))
        .where(col(Interviewer.user_id) == user_id)
        .order_by(col(Interviewer.interview_id), col(Interviewer.position))
    )
    found: dict[UUID, list[UUID]] = {}
    for interview_id, contact_id in session.execute(query):
        found.setdefault(interview_id, []).append(contact_id)
    return found


def by_id(session: Session, user_id: UUID, table: type[OwnedT], ids: Iterable[UUID]) -> dict[UUID, OwnedT]:
    """Those of the rows with these ids that are this user's, by id."""
    found: dict[UUID, OwnedT] = {}
    for some in _in_portions(ids):
        query = select(table).where(col(table.user_id) == user_id, col(table.id).in_(some))
        found.update((row.id, row) for row in session.execute(query).scalars())
    return found


def taken(session: Session, user_id: UUID, table: type[Owned], ids: Iterable[UUID]) -> set[UUID]:
    """Those of these ids that this user cannot use, because a row of somebody else's has them."""
    found: set[UUID] = set()
    for some in _in_portions(ids):
        query = select(col(table.id)).where(col(table.user_id) != user_id, col(table.id).in_(some))
        found.update(session.execute(query).scalars())
    return found


def of_events(session: Session, user_id: UUID, external_ids: Iterable[str]) -> dict[tuple[str, str], UUID]:
    """The ids of this user's interviews from these calendar events, by the event's id and its instance."""
    found: dict[tuple[str, str], UUID] = {}
    for some in _in_portions(external_ids):
        query = select(col(Interview.external_id), col(Interview.recurrence_id), col(Interview.id)).where(
            col(Interview.user_id) == user_id, col(Interview.external_id).in_(some)
        )
        found.update(((external_id or "", instance), id_) for external_id, instance, id_ in session.execute(query))
    return found


def logged_messages(session: Session, user_id: UUID, message_ids: Iterable[str]) -> set[str]:
    """Those of these ids of e-mail messages from which a touch of this user's was logged."""
    found: set[str] = set()
    for some in _in_portions(message_ids):
        query = select(col(LoggedMessage.message_id)).where(
            col(LoggedMessage.user_id) == user_id, col(LoggedMessage.message_id).in_(some)
        )
        found.update(session.execute(query).scalars())
    return found


ItemT = TypeVar("ItemT")


def _in_portions(items: Iterable[ItemT]) -> Iterator[list[ItemT]]:
    waiting = iter(items)
    while some := list(islice(waiting, _AT_ONCE)):
        yield some
