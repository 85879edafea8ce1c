"""When an event takes place: its start, its end and its zone, from the several ways in which files say so."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Component

from afterview.connectors.calendar_files.properties import duration_of, moment_of, written, zone_of
from afterview.connectors.calendar_files.zones import Zones

LONGEST: Final = timedelta(days=31)
"""What lasts longer is no interview; its end is left out."""

_DAY: Final = timedelta(days=1)
_NO_START: Final = (
    "The event has no start that can be read, so it is left out. "
    "Enter the interview by hand, or ask for a new invitation."
)
_NO_END: Final = "The end of the event cannot be read."
_SHOWN: Final = 60


class Clock(NamedTuple):
    """How wall-clock times become instants: the file's zones, and the reader's own for days and floating times."""

    zones: Zones
    default_zone: str


class Moment(NamedTuple):
    """An instant (UTC) and the zone it was written in: an IANA name, `UTC`, or null for a floating time."""

    at: datetime
    zone: str | None


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when, as `Event` has it, with what should be said about it."""

    starts_at: datetime | None = None
    ends_at: datetime | None = None
    timezone: str | None = None
    all_day: bool = False
    floating: bool = False
    remarks: tuple[str, ...] = ()


def span_of(event: Component, clock: Clock, *, start_needed: bool) -> Span:
    """When the event takes place; a start that is missing or in an unknown zone is remarked upon where it is needed."""
    start = moment_of(event, "DTSTART")
    if start is None:
        return Span(remarks=(_NO_START,) if start_needed else ())
    broken_end = (_NO_END,) if any(name in {"DTEND", "DURATION"} for name, _ in event.errors) else ()
    if not isinstance(start, datetime):
        return _days(event, start, clock, broken_end)
    begins = _moment(event, "DTSTART", clock)
    if begins is None:
        return Span(remarks=(_unknown_zone(zone_of(event, "DTSTART") or ""),) if start_needed else ())
    ends_at = _end(event, begins, clock)
    if begins.zone is None:
        said = f"The file names no time zone; its times are read in yours, {clock.default_zone}."
        return Span(begins.at, ends_at, clock.default_zone, floating=True, remarks=(said, *broken_end))
    return Span(begins.at, ends_at, begins.zone, remarks=broken_end)


def recurrence_id_of(event: Component, clock: Clock) -> str | None:
    """Which instance of a recurring event this is: an instant in UTC, or a day; null for the event itself.

    One that cannot be read stands as it is written, so that it still names the same instance next time.
    """
    day = moment_of(event, "RECURRENCE-ID")
    if isinstance(day, date) and not isinstance(day, datetime):
        return day.isoformat()
    moment = _moment(event, "RECURRENCE-ID", clock)
    if moment is not None:
        return moment.at.isoformat().replace("+00:00", "Z")
    return written(event, "RECURRENCE-ID")


def _days(event: Component, first: date, clock: Clock, remarks: tuple[str, ...]) -> Span:
    """Whole days, from midnight to midnight; the day of DTEND is no longer part of it."""
    end = moment_of(event, "DTEND")
    length = duration_of(event) or _DAY
    if end is None or isinstance(end, datetime):
        end = first + max(_DAY, min(length, LONGEST))
    if not _DAY <= end - first <= LONGEST:
        end = first + _DAY
    starts_at, ends_at = (
        datetime.combine(day, time(0), tzinfo=ZoneInfo(clock.default_zone)).astimezone(UTC) for day in (first, end)
    )
    return Span(starts_at, ends_at, clock.default_zone, all_day=True, remarks=remarks)


def _end(event: Component, begins: Moment, clock: Clock) -> datetime | None:
    ends = _moment(event, "DTEND", clock)
    length = ends.at - begins.at if ends else duration_of(event)
    return begins.at + length if length and timedelta(0) < length <= LONGEST else None


def _moment(event: Component, name: str, clock: Clock) -> Moment | None:
    """A time as an instant; null when there is none, or nobody knows its zone."""
    moment = moment_of(event, name)
    if not isinstance(moment, datetime):
        return None
    if moment.tzinfo is not None:
        return Moment(moment.astimezone(UTC), "UTC")
    tzid = zone_of(event, name)
    zone = clock.zones.iana(tzid, moment) if tzid else clock.default_zone
    if zone is None:
        return None
    return Moment(moment.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC), zone if tzid else None)


def _unknown_zone(tzid: str) -> str:
    return (
        f"The file does not say what the time zone “{tzid[:_SHOWN]}” is, so the event is left out. "
        "Enter the interview by hand, with the right time."
    )
