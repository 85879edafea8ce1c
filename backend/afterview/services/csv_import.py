"""Applications and interviews taken from a tracker's table: row by row, all or nothing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, NamedTuple
from uuid import UUID

from sqlmodel import Session

from afterview.policy.terms import InterviewFormat, InterviewStatus, Status
from afterview.services.accounts import get_user
from afterview.services.applications import ApplicationFields, add_application
from afterview.services.contacts import ContactFields, match_people
from afterview.services.interviews import InterviewFields, add_interview
from afterview.services.reviewed import commit_reviewed
from afterview.store import applications, contacts, interviews
from afterview.store.applications import search_key
from afterview.store.paging import Slice
from afterview.store.tables import Application

LONG_AGO: Final = timedelta(days=365)
UNDATED: Final = "The row does not say when this was decided, so it counts as long past."


class RowOutcome(StrEnum):
    """What became of a row."""

    CREATED = "created"
    UPDATED = "updated"
    SKIPPED = "skipped"


class Person(NamedTuple):
    """Somebody named in a row."""

    name: str
    email: str | None


@dataclass(frozen=True, slots=True)
class NewRow:
    """What a row says, checked; `number` is the row's in the table, `remarks` what was assumed in reading it."""

    number: int
    company: str
    role: str
    status: Status | None = None
    status_changed_at: datetime | None = None
    source: str | None = None
    notes: str | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    timezone: str | None = None
    round: str | None = None
    format: InterviewFormat | None = None
    interview_status: InterviewStatus | None = None
    location: str | None = None
    reply_expected_by: date | None = None
    interviewers: Sequence[Person] = ()
    remarks: Sequence[str] = ()


@dataclass(slots=True)
class FiledRow:
    """A row, what became of it, and where it is filed."""

    row: NewRow
    outcome: RowOutcome
    application_id: UUID
    interview_id: UUID | None = None
    remarks: list[str] = field(default_factory=list)


def file_rows(
    session: Session, *, user_id: UUID, rows: Iterable[NewRow], dry_run: bool, now: datetime
) -> list[FiledRow]:
    """File every row, all or nothing; a dry run does the same and takes it back.

    A row belongs to the application of its company and role, an active one first, and to the interview in it that
    begins at the same time. What is kept already stays; blanks in it are filled, and an active application ends when
    the table says so.
    """
    get_user(session, user_id=user_id, lock=True)
    groups: defaultdict[str, list[NewRow]] = defaultdict(list)
    for row in rows:
        groups[search_key(row.company, row.role)].append(row)
    filed: list[FiledRow] = []
    known = applications.find_named(session, user_id, groups)
    for key, group in groups.items():
        filed += _Group(session, user_id, group, now).file(known.get(key))
    changed = {one.application_id for one in filed if one.outcome is not RowOutcome.SKIPPED}
    if dry_run:
        session.rollback()
    else:
        commit_reviewed(session, user_id=user_id, application_ids=sorted(changed), now=now)
    return sorted(filed, key=lambda one: one.row.number)


class _Group:
    """The rows of one application."""

    def __init__(self, session: Session, user_id: UUID, rows: list[NewRow], now: datetime) -> None:
        self._session, self._user_id, self._rows, self._now = session, user_id, rows, now
        self._status = next((row.status for row in reversed(rows) if row.status), Status.ACTIVE)
        said = [row.status_changed_at for row in rows if row.status_changed_at]
        held = [row.ends_at for row in rows if row.ends_at and row.ends_at <= now]
        self._ended_at = max(said or held, default=None)

    def file(self, application: Application | None) -> list[FiledRow]:
        """Every row, in order, under this application or a new one."""
        first = self._rows[0]
        outcome = RowOutcome.SKIPPED
        if application is None:
            fields = ApplicationFields(
                first.company, first.role, self._status, self._changed_at(), source=self._said("source"),
                notes=self._said("notes"),
            )  # fmt: skip
            application = add_application(self._session, user_id=self._user_id, fields=fields, now=self._now)
            outcome = RowOutcome.CREATED
        elif self._complete(application):
            outcome = RowOutcome.UPDATED
        filed = []
        for row in self._rows:
            filed.append(self._file_row(row, application, outcome))
            outcome = RowOutcome.SKIPPED
        if self._status is not Status.ACTIVE and self._ended_at is None and filed[0].outcome is not RowOutcome.SKIPPED:
            filed[0].remarks.append(UNDATED)
        return filed

    def _file_row(self, row: NewRow, application: Application, outcome: RowOutcome) -> FiledRow:
        filed = FiledRow(row, outcome, application.id, remarks=list(row.remarks))
        people = [ContactFields(person.name, email=person.email) for person in row.interviewers]
        if row.starts_at is None or row.ends_at is None:
            if self._get_to_know(people, application) and outcome is RowOutcome.SKIPPED:
                filed.outcome = RowOutcome.UPDATED
            return filed
        filed.interview_id = self._known_at(row.starts_at, application)
        if filed.interview_id is None:
            fields = InterviewFields(
                row.starts_at,
                row.ends_at,
                row.timezone,
                row.interview_status or InterviewStatus.SCHEDULED,
                row.round,
                row.format or InterviewFormat.OTHER,
                row.location,
                reply_expected_by=row.reply_expected_by,
            )
            made = add_interview(
                self._session,
                user_id=self._user_id,
                application_id=application.id,
                fields=fields,
                people=people,
                now=self._now,
            )
            filed.interview_id = made.interview.id
            filed.outcome = RowOutcome.CREATED
        return filed

    def _get_to_know(self, people: list[ContactFields], application: Application) -> bool:
        """Add these people to the application; whether anybody was new."""
        before = contacts.next_position(self._session, self._user_id, application.id)
        match_people(self._session, user_id=self._user_id, application_id=application.id, people=people, now=self._now)
        return contacts.next_position(self._session, self._user_id, application.id) > before

    def _known_at(self, starts_at: datetime, application: Application) -> UUID | None:
        """The interview of the application that begins then."""
        filters = interviews.Filters(
            application.id, starts_from=starts_at, starts_before=starts_at + timedelta(seconds=1)
        )
        found, _ = interviews.list_page(self._session, self._user_id, Slice(1), filters)
        return found[0].id if found else None

    def _complete(self, application: Application) -> bool:
        """Fill in what was blank, and end what has ended; whether anything changed."""
        news: dict[str, object] = {
            name: said
            for name in ("source", "notes")
            if getattr(application, name) is None and (said := self._said(name)) is not None
        }
        if application.status is Status.ACTIVE and self._status is not Status.ACTIVE:
            news |= {"status": self._status, "status_changed_at": self._changed_at()}
        if news:
            application.sqlmodel_update({**news, "updated_at": self._now})
        return bool(news)

    def _said(self, name: str) -> str | None:
        return next((said for row in self._rows if (said := getattr(row, name))), None)

    def _changed_at(self) -> datetime | None:
        """When the outcome came: as said, else at the end of the last interview, else long ago.

        Long ago, because a rejection of today would have to be answered.
        """
        return None if self._status is Status.ACTIVE else self._ended_at or self._now - LONG_AGO
