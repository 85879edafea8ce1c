"""A job search that never happened: ten applications in every state, for people who want to see the product at work."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import Session

from afterview.errors import Conflict
from afterview.policy.terms import InterviewFormat, Role, Status, TouchKind
from afterview.services.applications import ApplicationFields, add_application
from afterview.services.contacts import ContactFields
from afterview.services.interviews import InterviewFields, add_interview
from afterview.services.reviewed import commit_reviewed
from afterview.services.touches import NewTouch, add_touch
from afterview.store import applications

SOURCE: Final = "sample"


@dataclass(frozen=True, slots=True)
class Talk:
    """An interview so many working days ago (ahead, when negative); `promised` in so many working days from today."""

    days_ago: int
    hour: int
    round: str
    topics: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    promised: int | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """Something that happened so many working days ago."""

    kind: TouchKind
    days_ago: int
    hour: int
    needs_answer: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """One application, the person met there, and what happened."""

    company: str
    role: str
    person: str
    talks: tuple[Talk, ...]
    sent: tuple[Sent, ...] = ()
    status: Status = Status.ACTIVE
    changed_days_ago: int | None = None
    notes: str | None = None


THANKS, INVITED, REPLY = TouchKind.THANK_YOU_EMAIL, TouchKind.LINKEDIN_REQUEST, TouchKind.REPLY_RECEIVED

SAMPLES: Final = (
    Sample(
        "Lanternworks",
        "Product designer",
        "Maya Lindqvist",
        (Talk(1, 14, "First conversation", ("the new onboarding", "design reviews on Thursdays")),),
        notes="Met at the design meet-up in spring.",
    ),
    Sample(
        "Brightwater Labs",
        "Data engineer",
        "Rafael Herrera",
        (
            Talk(
                3, 10, "Technical round", ("late events",), ("How we cut the nightly load from 5 hours to 40 minutes",)
            ),
        ),
        (Sent(THANKS, 3, 14),),
    ),
    Sample(
        "Ferrystone",
        "Operations lead",
        "Ifeoma Adeyemi",
        (Talk(14, 11, "First conversation"), Talk(9, 15, "With the team", ("the move to the new depot",))),
        (Sent(THANKS, 14, 16), Sent(THANKS, 9, 18), Sent(INVITED, 7, 12)),
    ),
    Sample(
        "Harbour & Hale",
        "Financial analyst",
        "Jonas Weber",
        (Talk(4, 13, "Second round", ("the quarterly model",), promised=4),),
        (Sent(THANKS, 4, 16), Sent(INVITED, 2, 12)),
    ),
    Sample("Quillcraft", "Technical writer", "Priya Raman", (Talk(-2, 11, "First conversation"),)),
    Sample(
        "Mapleline Robotics",
        "Software engineer",
        "Hannah Okonkwo",
        (Talk(8, 10, "Final round", ("the gripper team",)),),
        (Sent(THANKS, 8, 13), Sent(REPLY, 1, 10, needs_answer=True)),
        Status.OFFERED,
        1,
    ),
    Sample(
        "Stonebridge Analytics",
        "Research assistant",
        "Lucas Moreau",
        (Talk(10, 9, "Panel", ("survey design",)),),
        (Sent(THANKS, 10, 12), Sent(REPLY, 1, 9)),
        Status.REJECTED,
        1,
    ),
    Sample(
        "Tidewell",
        "Community manager",
        "Aiko Tanaka",
        (Talk(20, 15, "Final round"),),
        (Sent(THANKS, 20, 18), Sent(INVITED, 16, 12), Sent(REPLY, 12, 11)),
        Status.ACCEPTED,
        11,
    ),
    Sample(
        "Copperfield & Sons",
        "Sales representative",
        "Nils Andersen",
        (Talk(15, 10, "First conversation"),),
        (Sent(THANKS, 15, 12),),
        Status.WITHDRAWN,
        12,
    ),
    Sample(
        "Ashgrove Media",
        "Junior editor",
        "Clara Novak",
        (Talk(40, 14, "First conversation"),),
        (Sent(THANKS, 40, 17), Sent(INVITED, 36, 12), Sent(TouchKind.CHECK_IN_EMAIL, 28, 10)),
        Status.CLOSED,
        18,
    ),
)
"""What there is in it."""


def add_sample_search(session: Session, *, user_id: UUID, zone: str, now: datetime) -> int:
    """Fill an account with the samples, all or none of them, and say how many; a second time is a `Conflict`."""
    if applications.find_active(session, user_id, SAMPLES[0].company, SAMPLES[0].role):
        raise Conflict("The sample job search is in this account already.")
    calendar = _Days(now, zone)
    made = [_add(session, user_id, sample, calendar) for sample in SAMPLES]
    commit_reviewed(session, user_id=user_id, application_ids=made, now=now)
    return len(made)


class _Days:
    """Working days counted from today, on one clock."""

    def __init__(self, now: datetime, zone: str) -> None:
        self.now = now
        self.zone = zone
        self._here = ZoneInfo(zone)
        self._today = now.astimezone(self._here).date()

    def day(self, days_ago: int) -> date:
        """The working day so many working days before today, or after it when negative."""
        day, left = self._today, abs(days_ago)
        while left:
            day += timedelta(days=-1 if days_ago > 0 else 1)
            left -= day.weekday() < 5
        return day

    def at(self, days_ago: int, hour: int) -> datetime:
        """That hour of that day."""
        return datetime.combine(self.day(days_ago), time(hour), self._here)


def _add(session: Session, user_id: UUID, sample: Sample, days: _Days) -> UUID:
    changed_at = None if sample.changed_days_ago is None else days.at(sample.changed_days_ago, 12)
    fields = ApplicationFields(
        sample.company, sample.role, sample.status, changed_at, source=SOURCE, notes=sample.notes
    )
    application_id = add_application(session, user_id=user_id, fields=fields, now=days.now).id
    who = None
    for talk in sample.talks:
        made = add_interview(
            session,
            user_id=user_id,
            application_id=application_id,
            fields=_interview(talk, days),
            people=[_person(sample)],
            now=days.now,
        )
        who = made.interviewer_ids[0]
    for sent in sample.sent:
        touch = NewTouch(sent.kind, days.at(sent.days_ago, sent.hour), who, needs_answer=sent.needs_answer)
        add_touch(session, user_id=user_id, application_id=application_id, touch=touch, now=days.now)
    return application_id


def _interview(talk: Talk, days: _Days) -> InterviewFields:
    starts_at = days.at(talk.days_ago, talk.hour)
    return InterviewFields(
        starts_at,
        starts_at + timedelta(hours=1),
        days.zone,
        round=talk.round,
        format=InterviewFormat.VIDEO,
        reply_expected_by=None if talk.promised is None else days.day(-talk.promised),
        discussion_points=talk.topics,
        points_to_add=talk.points,
    )


def _person(sample: Sample) -> ContactFields:
    name = sample.person.split()[0].lower()
    company = "".join(letter for letter in sample.company.lower() if letter.isalpha())
    return ContactFields(
        sample.person,
        title="Hiring manager",
        role=Role.HIRING_MANAGER,
        email=f"{name}@{company}.example",
        phone="+442079460123",
        linkedin_url=f"https://www.linkedin.com/in/{name}-{company}",
    )
