"""Interviews: listed, made (with their application and interviewers if need be), changed and deleted."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlmodel import Session

from afterview.errors import Conflict, FieldError, Invalid, NotFound
from afterview.policy.terms import InterviewFormat, InterviewStatus
from afterview.services import accounts
from afterview.services.applications import active_application
from afterview.services.contacts import ContactFields, match_people, strangers
from afterview.services.events import EventType, note
from afterview.services.reviewed import commit_reviewed, write
from afterview.store import applications, interviews
from afterview.store.paging import Position, Slice
from afterview.store.tables import Interview

MOST_INTERVIEWERS: Final = 100


class InterviewFields(NamedTuple):
    """What a caller says of an interview; without a zone it takes place in that of the user."""

    starts_at: datetime
    ends_at: datetime
    timezone: str | None = None
    status: InterviewStatus = InterviewStatus.SCHEDULED
    round: str | None = None
    format: InterviewFormat = InterviewFormat.OTHER
    location: str | None = None
    interviewer_ids: Sequence[UUID] = ()
    reply_expected_by: date | None = None
    reply_promised_by: UUID | None = None
    discussion_points: Sequence[str] = ()
    points_to_add: Sequence[str] = ()
    concerns: Sequence[str] = ()
    notes: str | None = None
    external_id: str | None = None
    sequence: int = 0


class EventVersion(NamedTuple):
    """Which instance of a calendar event an interview was made from, and when that version was written."""

    recurrence_id: str = ""
    dtstamp: datetime | None = None


NO_EVENT: Final = EventVersion()


class Place(NamedTuple):
    """Where an interview is filed: under an application by id, or by company and role."""

    application_id: UUID | None = None
    company: str = ""
    role: str = ""


class Conversation(NamedTuple):
    """An interview, and the ids of its interviewers in the order in which they were named."""

    interview: Interview
    interviewer_ids: list[UUID]


def list_interviews(
    session: Session,
    *,
    user_id: UUID,
    limit: int,
    after: Position | None = None,
    application_id: UUID | None = None,
    status: InterviewStatus | None = None,
    starts_from: datetime | None = None,
    starts_before: datetime | None = None,
) -> tuple[list[Conversation], Position | None]:
    """A page, earliest first, and where it ends."""
    filters = interviews.Filters(application_id, status, starts_from, starts_before)
    rows, last = interviews.list_page(session, user_id, Slice(limit, after), filters)
    people = interviews.interviewer_ids(session, user_id, [row.id for row in rows])
    return [Conversation(row, people[row.id]) for row in rows], last


def get_interview(session: Session, *, user_id: UUID, interview_id: UUID, lock: bool = False) -> Conversation:
    """One of the user's interviews; `lock` keeps other writers away from its application."""
    interview = interviews.get(session, user_id, interview_id, lock=lock)
    if interview is None:
        raise NotFound("There is no interview with this id.")
    return Conversation(interview, interviews.interviewer_ids(session, user_id, [interview_id])[interview_id])


def create_interview(
    session: Session,
    *,
    user_id: UUID,
    place: Place,
    fields: InterviewFields,
    people: Sequence[ContactFields] = (),
    now: datetime,
) -> Conversation:
    """A new interview; an application that is named by company and role is found, or made with it."""
    application_id = _file_under(session, user_id, place, now)
    made = add_interview(session, user_id=user_id, application_id=application_id, fields=fields, people=people, now=now)
    commit_reviewed(session, user_id=user_id, application_ids=[application_id], now=now)
    return made


def add_interview(
    session: Session,
    *,
    user_id: UUID,
    application_id: UUID,
    fields: InterviewFields,
    people: Sequence[ContactFields] = (),
    version: EventVersion = NO_EVENT,
    now: datetime,
) -> Conversation:
    """A new interview in an application that is held already; written but not committed, a part of a larger change.

    `people` lead it too, after `fields.interviewer_ids`; those not known yet become contacts.
    """
    columns = _columns(session, user_id, application_id, fields)
    interview = Interview(user_id=user_id, application_id=application_id, created_at=now, updated_at=now, **columns)
    note(session, EventType.INTERVIEW_CREATED, interview)
    return _write(session, interview, fields, people, version, now)


def change_interview(session: Session, interview: Interview, *, fields: InterviewFields, now: datetime) -> Conversation:
    """Replace what a caller may change."""
    version = EventVersion(interview.recurrence_id, interview.dtstamp)
    changed = revise_interview(session, interview, fields=fields, version=version, now=now)
    commit_reviewed(session, user_id=interview.user_id, application_ids=[interview.application_id], now=now)
    return changed


def revise_interview(
    session: Session,
    interview: Interview,
    *,
    fields: InterviewFields,
    people: Sequence[ContactFields] = (),
    version: EventVersion,
    now: datetime,
) -> Conversation:
    """The same, written but not committed, and with the version of the calendar event that it follows from now on."""
    columns = _columns(session, interview.user_id, interview.application_id, fields)
    interview.sqlmodel_update(columns | {"updated_at": now})
    note(session, EventType.INTERVIEW_UPDATED, interview)
    return _write(session, interview, fields, people, version, now)


def delete_interview(session: Session, interview: Interview, *, now: datetime) -> None:
    """Delete an interview; what was sent and received about it stays."""
    session.delete(interview)
    commit_reviewed(session, user_id=interview.user_id, application_ids=[interview.application_id], now=now)


def fields_of(conversation: Conversation) -> InterviewFields:
    """What a caller could say to get this interview."""
    interview, interviewer_ids = conversation
    said = {name: getattr(interview, name) for name in InterviewFields._fields if name != "interviewer_ids"}
    return InterviewFields(**said, interviewer_ids=interviewer_ids)


def _file_under(session: Session, user_id: UUID, place: Place, now: datetime) -> UUID:
    if place.application_id is None:
        return active_application(session, user_id=user_id, company=place.company, role=place.role, now=now).id
    if applications.get(session, user_id, place.application_id, lock=True) is None:
        raise Invalid(FieldError("/application_id", "unknown_id", "Name one of your applications by its id."))
    return place.application_id


def _columns(session: Session, user_id: UUID, application_id: UUID, fields: InterviewFields) -> dict[str, Any]:
    errors = list(_misfits(session, user_id, application_id, fields))
    if errors:
        raise Invalid(*errors)
    columns = fields._asdict()
    del columns["interviewer_ids"]
    return columns | {
        "timezone": fields.timezone or accounts.get_user(session, user_id=user_id).timezone,
        "discussion_points": list(fields.discussion_points),
        "points_to_add": list(fields.points_to_add),
        "concerns": list(fields.concerns),
    }


def _write(
    session: Session,
    interview: Interview,
    fields: InterviewFields,
    people: Sequence[ContactFields],
    version: EventVersion,
    now: datetime,
) -> Conversation:
    user_id = interview.user_id
    interview.recurrence_id, interview.dtstamp = version
    _check_external_id(session, interview)
    session.add(interview)
    write(session)
    matched = match_people(session, user_id=user_id, application_id=interview.application_id, people=people, now=now)
    interviewer_ids = list(dict.fromkeys([*fields.interviewer_ids, *matched]))
    if len(interviewer_ids) > MOST_INTERVIEWERS:
        raise Invalid(FieldError("/interviewers", "too_many", f"Name at most {MOST_INTERVIEWERS} interviewers."))
    interviews.set_interviewers(session, user_id, interview.id, interviewer_ids)
    return Conversation(interview, interviewer_ids)


def _misfits(session: Session, user_id: UUID, application_id: UUID, fields: InterviewFields) -> Iterator[FieldError]:
    if fields.ends_at <= fields.starts_at:
        yield FieldError("/ends_at", "ends_too_early", "Let the interview end after it starts.")
    ids = fields.interviewer_ids
    for n, contact_id in enumerate(ids):
        if contact_id in ids[:n]:
            yield FieldError(f"/interviewer_ids/{n}", "repeated_id", "Name each interviewer once.")
    named = [("/reply_promised_by", fields.reply_promised_by)]
    named += [(f"/interviewer_ids/{n}", contact_id) for n, contact_id in enumerate(ids)]
    yield from strangers(session, user_id=user_id, application_id=application_id, named=named)


def _check_external_id(session: Session, interview: Interview) -> None:
    """Two interviews from one calendar event are a mistake; looked at without writing what is pending."""
    if interview.external_id is None:
        return
    with session.no_autoflush:
        others = interviews.of_event(session, interview.user_id, interview.external_id)
    if any(other.recurrence_id == interview.recurrence_id and other.id != interview.id for other in others):
        raise Conflict("Another interview has this external_id already; change that one instead.")
