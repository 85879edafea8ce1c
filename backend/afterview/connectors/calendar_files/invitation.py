"""What a calendar file says, once it is read. Instants are aware and in UTC."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Participation:
    """How somebody takes part, in the words of RFC 5545 and in capitals; null where the file is silent."""

    status: str | None = None
    role: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """An organizer or attendee; name and address are as written, and either may be missing."""

    name: str | None
    email: str | None
    participation: Participation = Participation()


@dataclass(frozen=True, slots=True)
class Event:
    """One event, or one instance of a recurring one when it has a `recurrence_id` (an instant or a day).

    Without `starts_at` it can be cancelled but not held; without `ends_at` the file names no usable end. `timezone` is
    an IANA name, and `UTC` when the file gives no local time. `remarks` are sentences about what was hard to read.
    """

    uid: str | None
    recurrence_id: str | None
    method: str | None
    sequence: int
    dtstamp: datetime | None
    status: str | None
    summary: str | None
    description: str | None
    location: str | None
    starts_at: datetime | None
    ends_at: datetime | None
    timezone: str | None
    all_day: bool
    floating: bool
    organizer: Person | None
    attendees: tuple[Person, ...]
    remarks: tuple[str, ...]

    @property
    def cancelled(self) -> bool:
        """Whether it was called off, by the file's method or by its own status."""
        return self.method == "CANCEL" or self.status == "CANCELLED"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about one event that its reader should know."""

    uid: str | None
    detail: str


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A file's events in the order in which they stand; `method` is the first calendar's."""

    method: str | None
    events: tuple[Event, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The remarks of all events."""
        return tuple(Problem(event.uid, remark) for event in self.events for remark in event.remarks)
