"""When the next daily letter is due: at the user's own hour, on their own clock, and never twice on a day of theirs."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from afterview.store.tables import User

_DAY = timedelta(days=1)
_STANDARD_HOUR = 8


def next_digest_at(zone: str, hour: int, *, last_at: datetime | None, now: datetime) -> datetime:
    """The first time after `now` that the clock of that zone shows the hour, on a later day there than `last_at`.

    Where the clocks skip the hour, it is the moment after; where they show it twice, the first time.
    """
    day = _day(zone, now)
    if last_at is not None:
        day = max(day, _day(zone, last_at) + _DAY)
    at = _at(zone, day, hour)
    return at if at > now else _at(zone, day + _DAY, hour)


def local_day(user: User, at: datetime) -> date:
    """The user's day at an instant."""
    return _day(user.timezone, at)


def wants_digest(user: User) -> bool:
    """Whether the user wishes to be written to."""
    return bool(_wishes(user).get("enabled", False))


def schedule(user: User, *, now: datetime) -> None:
    """Write down when the user's next letter is due; null when they want none."""
    hour = _wishes(user).get("hour", _STANDARD_HOUR)
    user.digest_at = (
        next_digest_at(user.timezone, hour, last_at=user.digested_at, now=now) if wants_digest(user) else None
    )


def _wishes(user: User) -> dict[str, Any]:
    return user.digest or {}


def _day(zone: str, at: datetime) -> date:
    return at.astimezone(ZoneInfo(zone)).date()


def _at(zone: str, day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), ZoneInfo(zone)).astimezone(UTC)
