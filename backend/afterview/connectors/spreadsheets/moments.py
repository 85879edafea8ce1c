"""Days and times as people and programs write them into cells. What may be two different days is not guessed."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final, NamedTuple

_MONTHS: Final = {
    "jan": 1, "feb": 2, "mar": 3, "mär": 3, "mrz": 3, "apr": 4, "may": 5, "mai": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12,
}  # fmt: skip
_TIME: Final = (
    r"(?:(?:[T,]|\s|um\s|at\s)+(?P<hour>\d{1,2})(?::(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?(?:\s*Uhr)?)?"
)
_OFFSET: Final = r"\s*\(?(?P<offset>Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d\d)?)?\)?"
_WEEKDAY: Final = r"(?:[^\W\d]{2,10}\.?,?\s+)?"
_FORMS: Final = tuple(
    re.compile(form + _TIME + _OFFSET, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        _WEEKDAY + r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d\d)",
        _WEEKDAY + r"(?P<name>[^\W\d]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})",
        _WEEKDAY + r"(?P<day>\d{1,2})(?:\.|st|nd|rd|th)?[\s-]+(?P<name>[^\W\d]{3,9})\.?,?[\s-]+(?P<year>\d{4}|\d\d)",
    )
)
_SLASHES = re.compile(_WEEKDAY + r"(?P<a>\d{1,2})[/-](?P<b>\d{1,2})[/-](?P<year>\d{4}|\d\d)" + _TIME + _OFFSET, re.I)
_ALONE = re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?\s*(?P<half>[ap]\.?m\.?)?", re.I)
_TO: Final = "→"


class Moment(NamedTuple):
    """A day, the time if there is one, and its offset from UTC if it says so."""

    day: date
    time: time | None
    offset: tzinfo | None

    def at(self, zone: tzinfo) -> datetime:
        """The instant, on the clocks of `zone` unless it says its offset itself; a day alone is its midnight."""
        return datetime.combine(self.day, self.time or time(), self.offset or zone).astimezone(UTC)


def day_first_of(texts: Iterable[str]) -> bool | None:
    """Whether 3/4 is the third of April in these cells, as one like 13/4 tells; null when none does, or they differ."""
    found = [(int(it["a"]), int(it["b"])) for it in map(_SLASHES.fullmatch, texts) if it]
    day_first, month_first = any(a > 12 for a, _ in found), any(b > 12 for _, b in found)
    return None if day_first == month_first else day_first


def read_moment(text: str, *, day_first: bool | None) -> Moment:
    """The day and the time; a `ValueError` with a sentence that says what to write instead."""
    for form in _FORMS:
        if found := form.fullmatch(text):
            said = found.groupdict()
            return _moment(said, _month(said), int(said["day"]))
    if found := _SLASHES.fullmatch(text):
        said, a, b = found.groupdict(), int(found["a"]), int(found["b"])
        if a <= 12 and b <= 12 and a != b and day_first is None:
            raise ValueError(f"{text} may be two different days; write it as 2026-11-23, the year first.")
        return _moment(said, b, a) if a > 12 or (day_first and b <= 12) else _moment(said, a, b)
    raise ValueError("Write a day and a time as 2026-11-23 10:00.")


def read_span(text: str, *, day_first: bool | None) -> tuple[Moment, Moment | None]:
    """A moment, and up to when it lasts if that is in the same cell: `November 23, 2026 10:00 AM → 11:00 AM`."""
    first, _, last = (part.strip() for part in text.partition(_TO))
    begins = read_moment(first, day_first=day_first)
    if not last:
        return begins, None
    if found := _ALONE.fullmatch(last):
        return begins, begins._replace(time=_time(found.groupdict()))
    return begins, read_moment(last, day_first=day_first)


def _month(said: dict[str, str | None]) -> int:
    name = said.get("name")
    if name is None:
        return int(said["month"] or 0)
    if name.casefold()[:3] not in _MONTHS:
        raise ValueError(f"There is no month {name}; write the day as 2026-11-23.")
    return _MONTHS[name.casefold()[:3]]


def _moment(said: dict[str, str | None], month: int, day: int) -> Moment:
    year = int(said["year"] or 0)
    try:
        on = date(year + 2000 if year < 100 else year, month, day)
        return Moment(on, _time(said), _offset(said["offset"]))
    except ValueError:
        raise ValueError("There is no such day or time; check the month, the day and the hour.") from None


def _time(said: dict[str, str | None]) -> time | None:
    if said["hour"] is None:
        return None
    hour, half = int(said["hour"]), (said["half"] or "")[:1].lower()
    if half and not 1 <= hour <= 12:
        raise ValueError("no such hour")
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return time(hour, int(said["minute"] or 0), int(said["second"] or 0))


def _offset(text: str | None) -> tzinfo | None:
    digits = re.fullmatch(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d\d)?", text or "", re.IGNORECASE)
    if digits is None:
        return UTC if text else None
    length = timedelta(hours=int(digits[2]), minutes=int(digits[3] or 0))
    return timezone(length if digits[1] == "+" else -length)
