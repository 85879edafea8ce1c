"""What a calendar subscription shows of an account: its interviews, and what is to be done when."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import Session

from afterview.connectors.calendar_entries import STEP_LENGTH, Entry, uid_of_step, why
from afterview.policy.terms import InterviewFormat, InterviewStatus
from afterview.policy.wording import day_and_time
from afterview.services.accounts import get_user
from afterview.services.advice import advise_many
from afterview.services.due_steps import DueStep, due_steps
from afterview.store import applications, contacts, interviews
from afterview.store.paging import Slice
from afterview.store.tables import Application, Interview

AHEAD: Final = timedelta(days=30)
"""How far ahead steps are shown: what is further off is likely to change."""

BEHIND: Final = timedelta(days=30)
"""How long interviews, and steps that nobody took, stay in the calendar."""

MOST_APPLICATIONS: Final = 200
"""Of how many applications steps are shown, the most urgent ones."""

MOST_INTERVIEWS: Final = 1_000

_FORMATS: Final = {
    InterviewFormat.PHONE: "By phone.",
    InterviewFormat.VIDEO: "By video.",
    InterviewFormat.ONSITE: "In person.",
}


def feed_entries(session: Session, *, user_id: UUID, public_url: str, now: datetime) -> list[Entry]:
    """Every entry, the earliest first; `public_url` is where the pages are that entries link to."""
    entries = [*_interviews(session, user_id, public_url, now), *_steps(session, user_id, public_url, now)]
    return sorted(entries, key=lambda entry: (entry.starts_at.isoformat(), entry.uid))


def _steps(session: Session, user_id: UUID, public_url: str, now: datetime) -> Iterator[Entry]:
    zone = ZoneInfo(get_user(session, user_id=user_id).timezone)
    until = now + AHEAD
    rows, _ = applications.due_page(session, user_id, Slice(MOST_APPLICATIONS), until=until, act_from=now - BEHIND)
    for it in advise_many(session, user_id=user_id, application_ids=[row.id for row in rows], now=now):
        company, link = it.facts.application.company, page_of(public_url, it.application_id)
        for step in due_steps(it.facts, it.recommendation, until=until, zone=zone):
            yield _step(step, it.application_id, company, link)


def _step(step: DueStep, application_id: UUID, company: str, link: str) -> Entry:
    action, window = step.action, step.action.window
    if isinstance(step.at, datetime):
        begins: date = step.at.astimezone(UTC)
        ends: date = begins + STEP_LENGTH
    else:
        begins, ends = step.at, step.at + timedelta(days=1)
    said = why(step.reasons)
    if window is not None and window.closes_at is not None:
        said.append(f"Good until {day_and_time(window.closes_at, action.zone)}.")
    if step.hoped:
        said.append("This is for the case that nothing happens before then.")
    return Entry(
        uid=uid_of_step(application_id, action, step.number),
        application_id=application_id,
        summary=f"{action.headline} ({company})",
        description="\n".join([*said, link]),
        starts_at=begins,
        ends_at=ends,
        url=link,
        rings=isinstance(step.at, datetime),
    )


def _interviews(session: Session, user_id: UUID, public_url: str, now: datetime) -> Iterator[Entry]:
    filters = interviews.Filters(starts_from=now - BEHIND)
    rows, _ = interviews.list_page(session, user_id, Slice(MOST_INTERVIEWS), filters)
    shown = [row for row in rows if row.status is not InterviewStatus.CANCELLED]
    about = applications.get_many(session, user_id, list({row.application_id for row in shown}))
    people = interviews.interviewer_ids(session, user_id, [row.id for row in shown])
    known = contacts.by_id(session, user_id, {one for ids in people.values() for one in ids})
    for row in shown:
        met = [known[one].name for one in people[row.id]]
        yield _interview(row, about[row.application_id], met, page_of(public_url, row.application_id))


def _interview(row: Interview, application: Application, met: list[str], link: str) -> Entry:
    """An interview, without what the candidate took down about it: other people may see a calendar."""
    called = f"Interview: {application.role}, {application.company}"
    said = [f"With {', '.join(met)}."] if met else []
    if row.format in _FORMATS:
        said.append(_FORMATS[row.format])
    return Entry(
        uid=f"interview-{row.id}@afterview",
        application_id=application.id,
        summary=f"{called} ({row.round})" if row.round else called,
        description="\n".join([*said, link]),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        location=row.location,
        url=link,
        busy=True,
    )


def page_of(public_url: str, application_id: UUID) -> str:
    """The address of the page about an application."""
    return f"{public_url}/#/applications/{application_id}"
