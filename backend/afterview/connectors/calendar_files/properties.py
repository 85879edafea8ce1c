"""Single values of an event, read kindly: what is missing or broken is null, never an exception."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

from icalendar import Component

from afterview.connectors.calendar_files.invitation import Participation, Person

FIRST_YEAR, LAST_YEAR = 1970, 2200
HIGHEST_SEQUENCE: Final = 2**53 - 1
"""What exceeds this, the highest that every JSON reader takes exactly, counts as this."""

_MANY_DIGITS: Final = 40

_LONGEST_NAME: Final = 200
_LONGEST_ADDRESS: Final = 254
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_ADDRESS = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+")


def values_of(component: Component, name: str) -> Iterator[object]:
    """Every value of a property, in the order in which they stand."""
    value = component.get(name)
    if isinstance(value, list):
        yield from value
    elif value is not None:
        yield value


def text_of(component: Component, name: str, longest: int) -> str | None:
    """The first value as text without control characters, cut at `longest` characters; null when empty."""
    for value in values_of(component, name):
        text = _CONTROL.sub("", str(value)).strip()[:longest].strip()
        if text:
            return text
    return None


def line_of(component: Component, name: str, longest: int) -> str | None:
    """The same on one line."""
    text = text_of(component, name, longest)
    return " ".join(text.split()) if text else None


def moment_of(component: Component, name: str) -> date | datetime | None:
    """A day, or a time as it is written (aware only when it is in UTC), within the years that interviews happen in."""
    moment = getattr(_first(component, name), "dt", None)
    if not isinstance(moment, date) or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    return moment


def written(component: Component, name: str) -> str | None:
    """A moment as it is written, when there is one that `moment_of` cannot read; cut at 100 characters."""
    value = getattr(_first(component, name), "dt", None)
    raw = dict(component.errors).get(name) if value is None else str(value)
    return _CONTROL.sub("", raw)[:100] if raw else None


def zone_of(component: Component, name: str) -> str | None:
    """The TZID of a time, as it is written; null for none."""
    tzid = _parameter(_first(component, name), "TZID")
    return tzid if tzid and tzid.strip() else None


def duration_of(component: Component) -> timedelta | None:
    """How long the event lasts, if it says so by a length."""
    length = getattr(_first(component, "DURATION"), "dt", None)
    return length if isinstance(length, timedelta) else None


def stamp_of(component: Component) -> datetime | None:
    """DTSTAMP in UTC; one without a zone, which the standard forbids, counts as UTC for want of better."""
    stamp = moment_of(component, "DTSTAMP")
    if not isinstance(stamp, datetime):
        return None
    return stamp.astimezone(UTC) if stamp.tzinfo else stamp.replace(tzinfo=UTC)


def sequence_of(component: Component) -> int:
    """How often the event was changed; 0 when it does not say. The library knows 32 bits; real ones have more."""
    value = _first(component, "SEQUENCE")
    digits = str(dict(component.errors).get("SEQUENCE") if value is None else value).strip()
    if not (digits.isascii() and digits.isdigit()):
        return 0
    return min(int(digits), HIGHEST_SEQUENCE) if len(digits) < _MANY_DIGITS else HIGHEST_SEQUENCE


def person_of(value: object) -> Person | None:
    """An ORGANIZER or ATTENDEE; null when neither a name nor an address can be read."""
    name, email = _parameter(value, "CN"), _address(value)
    name = " ".join(_CONTROL.sub("", name).split())[:_LONGEST_NAME] if name else None
    if not name and not email:
        return None
    status, role, kind = (_parameter(value, parameter) for parameter in ("PARTSTAT", "ROLE", "CUTYPE"))
    return Person(name or None, email, Participation(_capitals(status), _capitals(role), _capitals(kind)))


def _first(component: Component, name: str) -> object:
    return next(values_of(component, name), None)


def _parameter(value: object, name: str) -> str | None:
    found = getattr(value, "params", {}).get(name)
    return ", ".join(str(part) for part in found) if isinstance(found, list) else found and str(found)


def _capitals(word: str | None) -> str | None:
    return word.strip().upper() if word else None


def _address(value: object) -> str | None:
    """From `mailto:`, else from Apple's EMAIL parameter."""
    written = str(value).strip()
    scheme, colon, rest = written.partition(":")
    candidates = (rest if colon and scheme.lower() == "mailto" else written, _parameter(value, "EMAIL") or "")
    for candidate in candidates:
        if len(candidate) <= _LONGEST_ADDRESS and _ADDRESS.fullmatch(candidate.strip()) and "://" not in candidate:
            return candidate.strip()
    return None
