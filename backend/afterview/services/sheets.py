"""Applications and interviews as tables for spreadsheet programs, with headings that an import of CSV knows.

Times are written as such programs understand them, on the clock of the zone that stands beside them.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Final, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import Session

from afterview.connectors.spreadsheets import Delimiter, write_sheet
from afterview.policy.terms import InterviewStatus, Status
from afterview.services.accounts import get_user
from afterview.services.applications import list_applications
from afterview.services.interviews import Conversation, list_interviews
from afterview.store import applications, contacts
from afterview.store.paging import Position
from afterview.store.tables import Application, Contact

__all__ = ["Delimiter", "applications_sheet", "interviews_sheet"]

RowT = TypeVar("RowT")

_AT_ONCE: Final = 1_000
_APPLICATIONS: Final = (
    "Company", "Role", "Status", "Status changed at", "Timezone", "Candidate", "Candidate e-mail", "Source",
    "Attention from", "Added at", "Notes",
)  # fmt: skip
_INTERVIEWS: Final = (
    "Company", "Role", "Status", "Round", "Format", "Starts at", "Ends at", "Timezone", "Interview location",
    "Interviewers", "Reply expected by", "Talked about", "To add", "Concerns", "Interview notes",
)  # fmt: skip


def applications_sheet(
    session: Session,
    *,
    user_id: UUID,
    delimiter: Delimiter,
    status: Status | None = None,
    q: str | None = None,
    due_before: datetime | None = None,
) -> bytes:
    """All of the user's applications that match, in the order of the list."""
    zone = get_user(session, user_id=user_id).timezone
    rows = _every(
        lambda after: list_applications(
            session, user_id=user_id, limit=_AT_ONCE, after=after, status=status, q=q, due_before=due_before
        )
    )
    return write_sheet(_APPLICATIONS, (_application(row, zone) for row in rows), delimiter)


def interviews_sheet(
    session: Session,
    *,
    user_id: UUID,
    delimiter: Delimiter,
    application_id: UUID | None = None,
    status: InterviewStatus | None = None,
    starts_from: datetime | None = None,
    starts_before: datetime | None = None,
) -> bytes:
    """All of the user's interviews that match, earliest first."""
    found = list(
        _every(
            lambda after: list_interviews(
                session,
                user_id=user_id,
                limit=_AT_ONCE,
                after=after,
                application_id=application_id,
                status=status,
                starts_from=starts_from,
                starts_before=starts_before,
            )
        )
    )
    about = applications.get_many(session, user_id, list({it.interview.application_id for it in found}))
    people = contacts.by_id(session, user_id, {one for it in found for one in it.interviewer_ids})
    rows = (_interview(it, about[it.interview.application_id], people) for it in found)
    return write_sheet(_INTERVIEWS, rows, delimiter)


def _every(page_after: Callable[[Position | None], tuple[list[RowT], Position | None]]) -> Iterator[RowT]:
    """The rows of all pages."""
    after: Position | None = None
    while True:
        rows, after = page_after(after)
        yield from rows
        if after is None:
            return


def _application(row: Application, zone: str) -> tuple[str, ...]:
    return (
        row.company,
        row.role,
        row.status.value,
        _at(row.status_changed_at, zone),
        zone,
        row.candidate_name or "",
        row.candidate_email or "",
        row.source or "",
        _at(row.next_review_at, zone),
        _at(row.created_at, zone),
        row.notes or "",
    )


def _interview(it: Conversation, application: Application, people: dict[UUID, Contact]) -> tuple[str, ...]:
    row = it.interview
    return (
        application.company,
        application.role,
        row.status.value,
        row.round or "",
        row.format.value,
        _at(row.starts_at, row.timezone),
        _at(row.ends_at, row.timezone),
        row.timezone,
        row.location or "",
        "; ".join(_person(people[one]) for one in it.interviewer_ids),
        row.reply_expected_by.isoformat() if row.reply_expected_by else "",
        "; ".join(row.discussion_points),
        "; ".join(row.points_to_add),
        "; ".join(row.concerns),
        row.notes or "",
    )


def _person(contact: Contact) -> str:
    return f"{contact.name} <{contact.email}>" if contact.email else contact.name


def _at(instant: datetime | None, zone: str) -> str:
    """Such as `2026-11-23 10:00`; seconds only where there are any."""
    if instant is None:
        return ""
    there = instant.astimezone(ZoneInfo(zone))
    return there.strftime("%Y-%m-%d %H:%M:%S" if there.second else "%Y-%m-%d %H:%M")
