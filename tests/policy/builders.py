"""Facts for tests: one interview on a Friday afternoon in New York, and whatever a test says differently.

Instants may be given as text, such as `2026-11-20T21:00Z`. The interview ended at 16:00 in New York, which is 21:00Z.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from afterview.policy.facts import Application, Calendar, Contact, Deferral, Facts, Interview, Preferences, Touch
from afterview.policy.parameters import parameters
from afterview.policy.terms import InterviewFormat, InterviewStatus, Kind, Notes, Reached, Role, Status, TouchKind

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
WEEK = timedelta(days=7)
SECOND = timedelta(seconds=1)

NEW_YORK = "America/New_York"
DANA, SAM, REESE = "dana", "sam", "reese"

When = datetime | str


def at(when: When) -> datetime:
    """That instant, given as one or as RFC 3339 text."""
    return when if isinstance(when, datetime) else datetime.fromisoformat(when)


ENDED = at("2026-11-20T21:00Z")


def someone(
    id: str,
    role: Role = Role.INTERVIEWER,
    *,
    email: str | None = "somebody@acme.example",
    phone: str | None = "+12125550123",
    linkedin_url: str | None = "https://www.linkedin.com/in/somebody",
    postal_address: str | None = None,
    timezone: str | None = None,
) -> Contact:
    """A contact with every address but a postal one."""
    return Contact(id, id.title(), role, email, phone, linkedin_url, postal_address, timezone)


def dana(
    *,
    email: str | None = "dana@acme.example",
    phone: str | None = "+12125550123",
    linkedin_url: str | None = "https://www.linkedin.com/in/dana",
    postal_address: str | None = None,
    timezone: str | None = None,
) -> Contact:
    """The hiring manager, who interviews."""
    return someone(
        DANA,
        Role.HIRING_MANAGER,
        email=email,
        phone=phone,
        linkedin_url=linkedin_url,
        postal_address=postal_address,
        timezone=timezone,
    )


def sam(*, timezone: str | None = None, postal_address: str | None = None) -> Contact:
    """An engineer, who interviews when a test says so."""
    return someone(SAM, timezone=timezone, postal_address=postal_address)


def reese(*, timezone: str | None = None, phone: str | None = "+12125550199") -> Contact:
    """The recruiter, who does not interview."""
    return someone(REESE, Role.RECRUITER, timezone=timezone, phone=phone)


def interview(
    *,
    id: str = "i1",
    ends: When = ENDED,
    starts: When | None = None,
    timezone: str = NEW_YORK,
    status: InterviewStatus = InterviewStatus.SCHEDULED,
    who: tuple[str, ...] = (DANA,),
    reply_by: str | None = None,
    promised_by: str | None = None,
    topics: tuple[str, ...] = ("the move to event streams",),
    points: tuple[str, ...] = (),
    concerns: tuple[str, ...] = (),
) -> Interview:
    """An interview of an hour; `reply_by` is the day promised at its end."""
    return Interview(
        id=id,
        starts_at=at(ends) - HOUR if starts is None else at(starts),
        ends_at=at(ends),
        timezone=timezone,
        status=status,
        format=InterviewFormat.VIDEO,
        interviewer_ids=who,
        reply_expected_by=date.fromisoformat(reply_by) if reply_by else None,
        reply_promised_by=promised_by,
        discussion_points=topics,
        points_to_add=points,
        concerns=concerns,
    )


def touch(
    kind: TouchKind,
    when: When,
    who: str | None = DANA,
    *,
    interview: str | None = None,
    carries: tuple[Kind, ...] = (),
    reply_by: str | None = None,
    needs_answer: bool = False,
    reached: Reached = Reached.SPOKE,
) -> Touch:
    """Something that was sent to Dana, or received from her, unless said otherwise."""
    day = date.fromisoformat(reply_by) if reply_by else None
    return Touch(kind, at(when), who, interview, carries, day, needs_answer, reached)


def thanks(
    when: When = "2026-11-20T21:30Z",
    who: str | None = DANA,
    *,
    interview: str | None = None,
    carries: tuple[Kind, ...] = (),
) -> Touch:
    """A thank-you e-mail, half an hour after the interview unless said otherwise."""
    return touch(TouchKind.THANK_YOU_EMAIL, when, who, interview=interview, carries=carries)


def check_in(when: When, who: str | None = DANA, *, carries: tuple[Kind, ...] = ()) -> Touch:
    """A check-in e-mail."""
    return touch(TouchKind.CHECK_IN_EMAIL, when, who, carries=carries)


def call(when: When, who: str | None = DANA, *, reached: Reached = Reached.SPOKE) -> Touch:
    """A follow-up call."""
    return touch(TouchKind.FOLLOW_UP_CALL, when, who, reached=reached)


def reply(when: When, who: str | None = DANA, *, by: str | None = None, needs_answer: bool = False) -> Touch:
    """Somebody wrote; `by` is the day that they named for their answer."""
    return touch(TouchKind.REPLY_RECEIVED, when, who, reply_by=by, needs_answer=needs_answer)


def put_off(kind: Kind, until: When | None, who: str | None = None, reason: str | None = None) -> Deferral:
    """The candidate's own choice: not before `until`, or never."""
    return Deferral(kind, who, None if until is None else at(until), reason)


def calendar(*holidays: str) -> Calendar:
    """Usual working hours, and these holidays."""
    return Calendar(holidays=frozenset(date.fromisoformat(day) for day in holidays))


def some_facts(
    *,
    now: When = ENDED + HOUR,
    status: Status = Status.ACTIVE,
    changed: When | None = None,
    interviews: Iterable[Interview] | None = None,
    contacts: Iterable[Contact] | None = None,
    touches: Iterable[Touch] = (),
    deferrals: Iterable[Deferral] = (),
    linkedin: bool = True,
    notes: Notes = Notes.UNKNOWN,
    calls: bool = True,
    calendar: Calendar | None = None,
    policy: dict[str, object] | None = None,
) -> Facts:
    """The facts of one application; `changed` is when its status last changed, `policy` what the user overrides."""
    return Facts(
        now=at(now),
        application=Application("Acme", "Data engineer", status, None if changed is None else at(changed)),
        interviews=[interview()] if interviews is None else list(interviews),
        contacts=[dana()] if contacts is None else list(contacts),
        touches=list(touches),
        deferrals=list(deferrals),
        preferences=Preferences(linkedin, notes, calls),
        calendar=Calendar() if calendar is None else calendar,
        policy=parameters(policy or {}),
    )
