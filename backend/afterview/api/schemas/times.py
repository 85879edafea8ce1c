"""Times as the contract writes them: RFC 3339 with an offset in, UTC with `Z` out; dates; IANA zone names."""

import re
from datetime import UTC, date, datetime
from functools import cache
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

FIRST_YEAR, LAST_YEAR = 1970, 2200

_RFC_3339 = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)[Tt ](?P<time>\d\d:\d\d:\d\d)(?P<fraction>\.\d+)?"
    r"(?P<offset>[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)?",
    re.ASCII,
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def parse_instant(value: object) -> datetime:
    """The instant that an RFC 3339 text names, in UTC; a naive or impossible one is refused in a sentence."""
    if isinstance(value, datetime):
        return _in_range(_aware(value).astimezone(UTC))
    found = _RFC_3339.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError(
            "time_format",
            "Write a time as 2026-11-23T10:00:00-05:00, with its offset from UTC (in an address, + is %2B).",
        )
    if found["offset"] is None:
        raise PydanticCustomError(
            "time_without_offset",
            "Say the offset from UTC too, as in 2026-11-23T10:00:00-05:00, or end with Z for UTC.",
        )
    try:
        microseconds = (found["fraction"] or "")[:7]
        written = f"{found['day']}T{found['time']}{microseconds}{found['offset'].upper()}"
        instant = datetime.fromisoformat(written).astimezone(UTC)
    except (ValueError, OverflowError):
        raise PydanticCustomError(
            "time_impossible", "There is no such time; check the month, the day, the hour and the offset."
        ) from None
    return _in_range(instant)


def parse_day(value: object) -> date:
    """The calendar day that a `YYYY-MM-DD` text names."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise PydanticCustomError("date_format", "Write a date as 2026-11-23, with nothing after the day.")
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("date_impossible", "There is no such day; check the month and the day.") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _year_error()
    return day


def check_zone(value: object) -> str:
    """The name, if it is an IANA time zone such as `America/New_York`."""
    if isinstance(value, str) and value in zone_names():
        return value
    raise PydanticCustomError("unknown_zone", "Name an IANA time zone, such as America/New_York or Europe/Berlin.")


@cache
def zone_names() -> frozenset[str]:
    """Every IANA zone name that this installation knows."""
    return frozenset(available_timezones() - {"localtime", "posixrules", "Factory"})


def write_instant(instant: datetime) -> str:
    """`2026-11-23T15:00:00Z`; fractions of a second appear only when there are any."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _aware(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise PydanticCustomError("time_without_offset", "A time needs its offset from UTC.")
    return value


def _in_range(instant: datetime) -> datetime:
    if not FIRST_YEAR <= instant.year <= LAST_YEAR:
        raise _year_error()
    return instant


def _year_error() -> PydanticCustomError:
    return PydanticCustomError(
        "year_out_of_range",
        "Name a year from {first} to {last}.",
        {"first": FIRST_YEAR, "last": LAST_YEAR},
    )


Instant = Annotated[
    datetime,
    BeforeValidator(parse_instant),
    PlainSerializer(write_instant, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "format": "date-time", "examples": ["2026-11-23T10:00:00-05:00"]}),
]
"""A point in time: any offset in, UTC out."""

DateOnly = Annotated[
    date, BeforeValidator(parse_day), WithJsonSchema({"type": "string", "format": "date", "examples": ["2026-11-23"]})
]
"""A calendar day, without a zone."""

IanaZone = Annotated[
    str, BeforeValidator(check_zone), WithJsonSchema({"type": "string", "examples": ["America/New_York"]})
]
"""The name of a time zone."""
