"""Days, weeks and working hours in somebody's time zone. Everything takes and returns aware instants."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from afterview.policy.facts import Calendar

_DAY = timedelta(days=1)
# Two years without one working day means a calendar that is all holidays; hours alone then have to do.
_SEARCH = 731


def local(at: datetime, zone: str) -> datetime:
    """The wall clock in that zone."""
    return at.astimezone(ZoneInfo(zone))


def at_wall_clock(day: date, clock: time, zone: str) -> datetime:
    """The instant (UTC) when that zone's clocks show this; a time skipped by a clock change is the moment after it."""
    return datetime.combine(day, clock, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def end_of_day(day: date, zone: str) -> datetime:
    """The instant when that local day is over."""
    return at_wall_clock(day + _DAY, time(0), zone)


def days_after(at: datetime, days: int, zone: str) -> datetime:
    """Days that are neither short in hours nor early on the clock: the later of days * 24 h and the same wall clock."""
    there = local(at, zone)
    same_clock = at_wall_clock(there.date() + timedelta(days=days), there.time(), zone)
    return max(at + timedelta(days=days), same_clock)


def is_working_day(day: date, calendar: Calendar) -> bool:
    """Monday to Friday, less holidays."""
    return day.weekday() < 5 and day not in calendar.holidays and day not in calendar.region_holidays


def _days_from(day: date) -> Iterator[date]:
    for offset in range(_SEARCH):
        yield day + timedelta(days=offset)


def next_working_moment(at: datetime, zone: str, calendar: Calendar) -> datetime:
    """`at` itself inside working hours, else the moment when they next begin."""
    there = local(at, zone)
    clock = there.time()
    today = there.date()
    for day in _days_from(today):
        if not is_working_day(day, calendar):
            continue
        if day > today or clock < calendar.opens:
            return at_wall_clock(day, calendar.opens, zone)
        if clock < calendar.closes:
            return at
    return at


def end_of_working_day(at: datetime, zone: str, calendar: Calendar) -> datetime:
    """When the working hours of that local day end."""
    return at_wall_clock(local(at, zone).date(), calendar.closes, zone)
