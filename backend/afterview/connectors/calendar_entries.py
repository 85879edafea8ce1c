"""What stands in a calendar, written as iCalendar (RFC 5545): one event for each entry."""

import re
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Final, NamedTuple
from uuid import UUID

from icalendar import Alarm, Calendar, Event

from afterview.policy.judgement import Reason
from afterview.policy.recommendation import Action
from afterview.policy.wording import sentence

STEP_LENGTH: Final = timedelta(minutes=15)
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One event: an hour from `starts_at` to `ends_at`, or whole days when these are dates, the last one not included.

    `rings` when it begins; it is `busy` when nothing else can be done meanwhile.
    """

    uid: str
    application_id: UUID
    summary: str
    description: str
    starts_at: datetime | date
    ends_at: datetime | date
    location: str | None = None
    url: str | None = None
    rings: bool = False
    busy: bool = False

    @property
    def digest(self) -> str:
        """Tells two versions of an entry apart: 64 hexadecimal digits."""
        return sha256(repr(astuple(self)).encode()).hexdigest()


class Version(NamedTuple):
    """Which version of an entry is shown, counted from 0, and since when it has been so."""

    sequence: int
    changed_at: datetime


def uid_of_step(application_id: UUID, action: Action, number: int) -> str:
    """What a step is called in every calendar: the first, second, ... of its kind to that contact."""
    return f"{application_id}-{action.kind.value}-{action.contact_id or 'all'}-{number}@afterview"


def why(reasons: Iterable[Reason]) -> list[str]:
    """The reasons of a step as sentences."""
    return [sentence(effect, about) for _, effect, about in reasons]


def event_of(entry: Entry, version: Version) -> Event:
    """The entry as an event; what is said of its version follows RFC 5545 for calendars without a METHOD."""
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", version.changed_at)
    event.add("last-modified", version.changed_at)
    event.add("sequence", version.sequence)
    event.add("dtstart", entry.starts_at)
    event.add("dtend", entry.ends_at)
    event.add("summary", _plain(entry.summary))
    event.add("description", _plain(entry.description))
    if entry.location:
        event.add("location", _plain(entry.location))
    if entry.url:
        event.add("url", entry.url)
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE" if entry.busy else "TRANSPARENT")
    if entry.rings:
        event.add_component(_alarm(entry))
    return event


def new_calendar(name: str) -> Calendar:
    """A calendar without events."""
    calendar = Calendar()
    calendar.add("prodid", "-//Afterview//Afterview//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", _plain(name))
    return calendar


def _alarm(entry: Entry) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _plain(entry.summary))
    alarm.add("trigger", timedelta(0))
    return alarm


def _plain(text: str) -> str:
    """Text that RFC 5545 allows: no control characters but line breaks."""
    return _CONTROL.sub(" ", text.replace("\r\n", "\n"))
