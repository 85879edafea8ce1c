"""The applications that are still open, with the addresses of the people met there: where an invitation may belong."""

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from afterview.policy.terms import Status
from afterview.store.tables import Application, Contact

OPEN = (Status.ACTIVE, Status.OFFERED)


class Candidacy(NamedTuple):
    """An open application and one of its contacts' addresses, or null for an application without any."""

    application_id: UUID
    company: str
    role: str
    email: str | None


def list_open(session: Session, user_id: UUID) -> Iterator[Candidacy]:
    """Every open application with every address known there, newest application first."""
    query = (
        select(col(Application.id), col(Application.company), col(Application.role), col(Contact.email))
        .outerjoin(Contact, (col(Contact.application_id) == col(Application.id)) & col(Contact.email).is_not(None))
        .where(col(Application.user_id) == user_id, col(Application.status).in_(OPEN))
        .order_by(col(Application.id).desc(), col(Contact.position))
    )
    for row in session.execute(query):
        yield Candidacy(*row)
