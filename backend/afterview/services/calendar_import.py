"""Invitations become interviews: new ones are filed, later versions move or cancel them, older ones change nothing."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from afterview.connectors.calendar_files import CalendarFile, read_calendar
from afterview.errors import FieldError, Invalid
from afterview.services import accounts
from afterview.services.event_filing import EventFiling
from afterview.services.filed_events import FiledCalendar
from afterview.services.reviewed import commit_reviewed
from afterview.store import applications


def read_invitations(session: Session, *, user_id: UUID, raw: bytes) -> CalendarFile:
    """What a calendar file says to this user, in whose zone its floating times are read; `Invalid` if it says nothing.

    It may take a while, and keeps nobody waiting as long as `session` stores nothing.
    """
    return read_calendar(raw, default_zone=accounts.get_user(session, user_id=user_id).timezone)


def file_invitations(
    session: Session, *, user_id: UUID, file: CalendarFile, application_id: UUID | None, dry_run: bool, now: datetime
) -> FiledCalendar:
    """File every event of a calendar file, all or nothing; a dry run does the same and takes it back.

    New ones go to `application_id`, else where another instance of the same event is, else by the organizer's domain,
    else to a new application. Two files at once wait for each other, so that one event never becomes two interviews.
    """
    me = accounts.get_user(session, user_id=user_id, lock=True)
    if application_id is not None and applications.get(session, user_id, application_id) is None:
        raise Invalid(FieldError("/application_id", "unknown_id", "Name one of your applications by its id."))
    filing = EventFiling(session, me, application_id, now)
    filed = FiledCalendar(file.method, tuple(filing.file(event) for event in file.events))
    if dry_run:
        session.rollback()
        return filed.rehearsed()
    commit_reviewed(session, user_id=user_id, application_ids=filing.touched, now=now)
    return filed
