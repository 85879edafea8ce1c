"""Deferrals: advice that the candidate puts off or leaves out, and takes up again."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session

from afterview.errors import Invalid, NotFound
from afterview.policy.terms import Kind
from afterview.services.applications import get_application
from afterview.services.contacts import strangers
from afterview.services.reviewed import commit_reviewed
from afterview.store import deferrals
from afterview.store.paging import Position, Slice
from afterview.store.tables import Deferral


class NewDeferral(NamedTuple):
    """Which step is put off, until when (null: for ever), and why; without a contact it is put off for everybody."""

    kind: Kind
    contact_id: UUID | None = None
    until: datetime | None = None
    reason: str | None = None


def list_deferrals(
    session: Session, *, user_id: UUID, application_id: UUID, limit: int, after: Position | None = None
) -> tuple[list[Deferral], Position | None]:
    """A page of an application's deferrals, oldest first, and where it ends."""
    get_application(session, user_id=user_id, application_id=application_id)
    return deferrals.list_page(session, user_id, Slice(limit, after), application_id=application_id)


def get_deferral(session: Session, *, user_id: UUID, deferral_id: UUID, lock: bool = False) -> Deferral:
    """One of the user's deferrals; `lock` keeps other writers away from its application."""
    deferral = deferrals.get(session, user_id, deferral_id, lock=lock)
    if deferral is None:
        raise NotFound("There is no deferral with this id.")
    return deferral


def create_deferral(
    session: Session, *, user_id: UUID, application_id: UUID, new: NewDeferral, now: datetime
) -> Deferral:
    """Put a step off; the application is reviewed again at once."""
    get_application(session, user_id=user_id, application_id=application_id, lock=True)
    errors = strangers(session, user_id=user_id, application_id=application_id, named=[("/contact_id", new.contact_id)])
    if errors:
        raise Invalid(*errors)
    deferral = Deferral(user_id=user_id, application_id=application_id, created_at=now, **new._asdict())
    session.add(deferral)
    commit_reviewed(session, user_id=user_id, application_ids=[application_id], now=now)
    return deferral


def delete_deferral(session: Session, deferral: Deferral, *, now: datetime) -> None:
    """Take the step up again."""
    session.delete(deferral)
    commit_reviewed(session, user_id=deferral.user_id, application_ids=[deferral.application_id], now=now)
