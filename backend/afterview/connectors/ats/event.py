"""What an applicant-tracking tool tells us, in our own words: the same for every vendor.

What a payload does not say is null, never guessed.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EventName(StrEnum):
    """What happened; `ignored` is what we have no use for."""

    INTERVIEW_SCHEDULED = "interview_scheduled"
    INTERVIEW_RESCHEDULED = "interview_rescheduled"
    INTERVIEW_CANCELLED = "interview_cancelled"
    APPLICATION_REJECTED = "application_rejected"
    APPLICATION_WITHDRAWN = "application_withdrawn"
    APPLICATION_REOPENED = "application_reopened"
    STAGE_CHANGED = "stage_changed"
    OFFER_EXTENDED = "offer_extended"
    HIRED = "hired"
    PING = "ping"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorInterviewer:
    """Somebody who interviews, as far as the vendor names them."""

    name: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorInterview:
    """An interview under the vendor's id; `timezone` is an IANA name, times are aware.

    An id of several parts, as in `a/b`, belongs to `a`: what calls `a` off calls it off too. `replaces` is the id that
    the same interview had before it was moved, where moving changes the id.
    """

    external_id: str
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    timezone: str | None = None
    title: str | None = None
    location: str | None = None
    interviewers: tuple[VendorInterviewer, ...] = ()
    replaces: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorEvent:
    """One thing that happened to one application, and to one interview at most.

    `as_of` is the instant for which the vendor says so, where it names one: what is older never wins. `said` is the
    vendor's own name of the event, such as ``interviewScheduleUpdate``.
    """

    name: EventName
    said: str
    as_of: datetime | None = None
    application_id: str | None = None
    company: str | None = None
    role: str | None = None
    candidate_name: str | None = None
    candidate_email: str | None = None
    stage: str | None = None
    interview: VendorInterview | None = None
