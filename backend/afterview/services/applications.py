"""Applications: listed, made, found again, changed and deleted."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlmodel import Session

from afterview.errors import FieldError, Invalid, NotFound
from afterview.policy.terms import Status
from afterview.services import accounts
from afterview.services.events import EventType, note
from afterview.services.reviewed import commit_reviewed, write
from afterview.store import applications
from afterview.store.paging import Position, Slice
from afterview.store.tables import Application


class ApplicationFields(NamedTuple):
    """What a caller says of an application; `preferences` holds only those that were named."""

    company: str
    role: str
    status: Status = Status.ACTIVE
    status_changed_at: datetime | None = None
    candidate_name: str | None = None
    candidate_email: str | None = None
    source: str | None = None
    external_id: str | None = None
    notes: str | None = None
    preferences: dict[str, Any] | None = None


def list_applications(
    session: Session,
    *,
    user_id: UUID,
    limit: int,
    after: Position | None = None,
    status: Status | None = None,
    q: str | None = None,
    due_before: datetime | None = None,
) -> tuple[list[Application], Position | None]:
    """A page and where it ends: newest first, or with `due_before` the one that wants attention soonest first."""
    return applications.list_page(session, user_id, Slice(limit, after), status=status, q=q, due_before=due_before)


def get_application(session: Session, *, user_id: UUID, application_id: UUID, lock: bool = False) -> Application:
    """One of the user's applications; `lock` keeps other writers away from it until the transaction ends."""
    application = applications.get(session, user_id, application_id, lock=lock)
    if application is None:
        raise NotFound("There is no application with this id.")
    return application


def create_application(session: Session, *, user_id: UUID, fields: ApplicationFields, now: datetime) -> Application:
    """A new application."""
    application = add_application(session, user_id=user_id, fields=fields, now=now)
    commit_reviewed(session, user_id=user_id, application_ids=[application.id], now=now)
    return application


def add_application(session: Session, *, user_id: UUID, fields: ApplicationFields, now: datetime) -> Application:
    """A new application, written but not committed: a part of a larger change."""
    columns = _columns(session, user_id, fields, now)
    application = Application(user_id=user_id, created_at=now, updated_at=now, **columns)
    session.add(application)
    write(session)
    return application


def active_application(session: Session, *, user_id: UUID, company: str, role: str, now: datetime) -> Application:
    """The newest active application of that company and role, or a new one; written but not committed.

    Two at once never make two, because each waits for the other to let go of the account.
    """
    accounts.get_user(session, user_id=user_id, lock=True)
    found = applications.find_active(session, user_id, company, role)
    return found or add_application(session, user_id=user_id, fields=ApplicationFields(company, role), now=now)


def change_application(
    session: Session, application: Application, *, fields: ApplicationFields, now: datetime
) -> Application:
    """Replace what a caller may change; a new status without a time of its own changed now."""
    if fields.status != application.status and fields.status_changed_at == application.status_changed_at:
        fields = fields._replace(status_changed_at=now)
    application.sqlmodel_update(_columns(session, application.user_id, fields, now) | {"updated_at": now})
    note(session, EventType.APPLICATION_UPDATED, application)
    commit_reviewed(session, user_id=application.user_id, application_ids=[application.id], now=now)
    return application


def delete_application(session: Session, application: Application) -> None:
    """Delete an application with its contacts, interviews, touches and deferrals."""
    session.delete(application)
    session.commit()


def _columns(session: Session, user_id: UUID, fields: ApplicationFields, now: datetime) -> dict[str, Any]:
    changed_at = fields.status_changed_at
    if changed_at is not None and changed_at > now:
        raise Invalid(FieldError("/status_changed_at", "in_the_future", "Write when it changed: now at the latest."))
    if changed_at is None and fields.status != Status.ACTIVE:
        changed_at = now
    return fields._asdict() | {
        "search_key": applications.search_key(fields.company, fields.role),
        "status_changed_at": changed_at,
        "preferences": _own_preferences(session, user_id, fields.preferences),
    }


def _own_preferences(session: Session, user_id: UUID, named: dict[str, Any] | None) -> dict[str, Any] | None:
    """The preferences named, and for the rest those that the profile has at this moment."""
    return None if named is None else accounts.get_user(session, user_id=user_id).preferences | named
