"""The facts that advice rests on. Instants are aware, dates are local days, zones are IANA names, ids any strings.

Values are not checked here: api/schemas/facts.py refuses what makes no sense, with a pointer. They are plain slotted
classes, not frozen ones, because a batch builds tens of thousands of them; nothing changes them after they are built.
"""

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date, datetime, time

from afterview.policy.parameters import Parameters
from afterview.policy.terms import InterviewFormat, InterviewStatus, Kind, Notes, Reached, Role, Status, TouchKind


@dataclass(slots=True)
class Application:
    """One candidacy for one role; `status_changed_at` is null while nothing ever changed."""

    company: str
    role: str
    status: Status = Status.ACTIVE
    status_changed_at: datetime | None = None


@dataclass(slots=True)
class Contact:
    """A person at the company; `timezone` null means that of the interview."""

    id: str
    name: str
    role: Role = Role.INTERVIEWER
    email: str | None = None
    phone: str | None = None
    linkedin_url: str | None = None
    postal_address: str | None = None
    timezone: str | None = None


@dataclass(slots=True)
class Interview:
    """One conversation; `reply_expected_by` is the day by which an answer was promised at its end."""

    id: str
    starts_at: datetime
    ends_at: datetime
    timezone: str
    status: InterviewStatus = InterviewStatus.SCHEDULED
    format: InterviewFormat = InterviewFormat.OTHER
    interviewer_ids: tuple[str, ...] = ()
    reply_expected_by: date | None = None
    reply_promised_by: str | None = None
    discussion_points: tuple[str, ...] = ()
    points_to_add: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()


@dataclass(slots=True)
class Touch:
    """One thing that happened between candidate and company; without a contact it counts for everybody concerned."""

    kind: TouchKind
    occurred_at: datetime
    contact_id: str | None = None
    interview_id: str | None = None
    carries: tuple[Kind, ...] = ()
    reply_expected_by: date | None = None
    needs_answer: bool = False
    reached: Reached = Reached.SPOKE


@dataclass(slots=True)
class Deferral:
    """The candidate overrules advice: not before `until`, or never when that is null."""

    kind: Kind
    contact_id: str | None = None
    until: datetime | None = None
    reason: str | None = None


@dataclass(slots=True)
class Preferences:
    """What the candidate is willing to do."""

    linkedin: bool = True
    handwritten_notes: Notes = Notes.UNKNOWN
    calls: bool = True


@dataclass(slots=True)
class Calendar:
    """When people are at work: hours on Monday to Friday, less the region's holidays and the listed ones.

    `region_holidays` answers `day in region_holidays` for `holiday_region`; whoever builds the facts supplies it, so
    that the policy needs no holiday tables.
    """

    holiday_region: str | None = None
    holidays: frozenset[date] = frozenset()
    opens: time = time(9)
    closes: time = time(17)
    region_holidays: Container[date] = frozenset()


@dataclass(slots=True)
class Facts:
    """Everything a decision may depend on, `now` included."""

    now: datetime
    application: Application
    interviews: list[Interview]
    contacts: list[Contact] = field(default_factory=list)
    touches: list[Touch] = field(default_factory=list)
    deferrals: list[Deferral] = field(default_factory=list)
    preferences: Preferences = field(default_factory=Preferences)
    calendar: Calendar = field(default_factory=Calendar)
    policy: Parameters = field(default_factory=Parameters)
