"""Local days, weeks and working hours, worked out the slow and simple way from the words of the policy."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from afterview.policy.facts import Calendar

DAY = timedelta(days=1)


def there(at: datetime, zone: str) -> datetime:
    """What the clocks in that zone show."""
    return at.astimezone(UTC).astimezone(ZoneInfo(zone))


def when(day: date, clock: time, zone: str) -> datetime:
    """The instant at which that zone's clocks show this."""
    return datetime.combine(day, clock, ZoneInfo(zone)).astimezone(UTC)


def end_of(day: date, zone: str) -> datetime:
    """When that local day has ended."""
    return when(day + DAY, time(0), zone)


def days_after(at: datetime, days: int, zone: str) -> datetime:
    """The later of so many times 24 h, and the same wall clock so many days on."""
    local = there(at, zone)
    return max(at.astimezone(UTC) + days * DAY, when(local.date() + days * DAY, local.time(), zone))


def at_work(at: datetime, zone: str, calendar: Calendar) -> bool:
    """Whether that is inside working hours."""
    local = there(at, zone)
    day = local.date()
    free = day in calendar.holidays or day in calendar.region_holidays or day.isoweekday() > 5
    return not free and calendar.opens <= local.time() < calendar.closes


def next_at_work(at: datetime, zone: str, calendar: Calendar) -> datetime:
    """`at`, or the first instant after it inside working hours."""
    if at_work(at, zone, calendar):
        return at
    return next(opens for opens in _openings(at, zone, calendar) if opens >= at and at_work(opens, zone, calendar))


def _openings(at: datetime, zone: str, calendar: Calendar) -> Iterator[datetime]:
    for offset in range(-1, 800):
        yield when(there(at, zone).date() + offset * DAY, calendar.opens, zone)
