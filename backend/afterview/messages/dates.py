"""Days as people write them, exactly or roughly, and what day each can mean."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth"
    " twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
_DAY_NAMES: Final = {name: number for number, name in enumerate(_ORDINALS.split(" "), 1)}

_MEANT: Final = {
    "last": (-10, 0),
    "past": (-7, 0),
    "this": (-6, 7),
    "next": (1, 14),
    "coming": (1, 8),
    "following": (1, 14),
}
"""From how many days after today on, and up to how many, a weekday is meant that is named so."""

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b(?:\.(?=\s*\d))?"
)
_WEEKDAY: Final = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b"
_SPELT: Final = "|".join(sorted(_DAY_NAMES, key=len, reverse=True))
_NUMBER: Final = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\b|(?:{_SPELT})\b)"
_YEAR: Final = r"(?:,?\s+(?P<{}>20\d\d)\b)?"

_DATES: Final = re.compile(
    r"\b(?:"
    r"(?P<iso>20\d\d-\d\d?-\d\d?)"
    r"|(?P<part>early|mid|late|(?:the )?(?:beginning|start|middle|end) of)"
    rf"[ -](?P<part_month>{_MONTH}|this month|next month|last month|the month)"
    r"|(?P<week_part>(?:the )?(?:beginning|start|middle|end) of|early|late|mid)?[ -]?"
    r"\b(?P<week>this|last|next|that|the following|the)[ ]week\b"
    rf"|(?:the\s+)?(?P<day>{_NUMBER})(?:\s+of)?\s+(?P<month>{_MONTH}){_YEAR.format('year')}"
    rf"|(?P<month_first>{_MONTH})\s+(?:the\s+)?(?P<day_second>{_NUMBER}){_YEAR.format('year_last')}"
    r"|(?P<one>\d{1,2})[/.](?P<other>\d{1,2})(?:[/.](?P<numeric_year>(?:20)?\d\d))?(?!\d)"
    rf"|the\s+(?P<day_alone>\d{{1,2}}(?:st|nd|rd|th)|(?:{_SPELT}))\b(?!\s+(?:time|week|day|month|round|interview|stage|place"
    r"|of|step|thing|half|quarter|attempt|email|message|call|person|one|line))"
    rf"|(?:(?P<which>last|past|this|next|coming|following)[ ])?(?P<weekday>{_WEEKDAY})"
    r")",
    re.IGNORECASE,
)


_AT_MOST: Final = 6
"""How many days an exact one can mean: day and month either way round, in three years."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A day in a text: where it stands, and every day that it can mean."""

    start: int
    end: int
    days: frozenset[date]

    @property
    def is_exact(self) -> bool:
        """Whether it is one day, or the same one of several years or months."""
        return len(self.days) <= _AT_MOST


def dates_in(text: str, today: date, since: int = 0) -> Iterator[Mentioned]:
    """The days that a text mentions from there on, as somebody means them who writes it that day."""
    for found in _DATES.finditer(text, since):
        days = frozenset(_days(found, today))
        if days:
            yield Mentioned(found.start(), found.end(), days)


def _days(found: re.Match[str], today: date) -> Iterator[date]:
    if found["iso"]:
        year, month, day = (int(part) for part in found["iso"].split("-"))
        yield from _day(year, month, day)
    elif found["part_month"]:
        yield from _part_of_month(found["part"].lower(), found["part_month"].lower(), today)
    elif found["week"]:
        yield from _week(found["week_part"], found["week"].lower(), today)
    elif found["day"] or found["month_first"]:
        month = _MONTHS.index((found["month"] or found["month_first"])[:3].lower()) + 1
        given = found["year"] or found["year_last"]
        for year in [int(given)] if given else _years(today):
            yield from _day(year, month, _number(found["day"] or found["day_second"]))
    elif found["one"]:
        one, other = int(found["one"]), int(found["other"])
        years = [int(found["numeric_year"][-2:]) + 2000] if found["numeric_year"] else _years(today)
        for year in years:
            yield from _day(year, one, other)
            yield from _day(year, other, one)
    elif found["day_alone"]:
        for month in range(-1, 2):
            first = _month_on(today, month)
            yield from _day(first.year, first.month, _number(found["day_alone"]))
    else:
        begin, end = _MEANT.get((found["which"] or "").lower(), (-9, 10))
        weekday = _WEEKDAYS.index(found["weekday"][:3].lower())
        yield from (it for days in range(begin, end) if (it := today + timedelta(days)).weekday() == weekday)


def _day(year: int, month: int, day: int) -> Iterator[date]:
    if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        yield date(year, month, day)


def _years(today: date) -> range:
    return range(today.year - 1, today.year + 2)


def _number(written: str) -> int:
    digits = re.match(r"\d+", written)
    return int(digits[0]) if digits else _DAY_NAMES[written.lower()]


def _month_on(today: date, months: int) -> date:
    count = today.year * 12 + today.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _part_of_month(part: str, month: str, today: date) -> Iterator[date]:
    """The days of early, mid or late in a month, meant generously."""
    if month.endswith("month"):
        months = {"this": 0, "next": 1, "last": -1}.get(month.split(" ")[0])
        firsts = [_month_on(today, it) for it in ((-1, 0, 1) if months is None else (months,))]
    else:
        firsts = [date(year, _MONTHS.index(month[:3]) + 1, 1) for year in _years(today)]
    begin, end = (1, 12) if part.split(" ")[-1] == "early" or "beginning" in part or "start" in part else (9, 22)
    if part == "late" or "end" in part:
        begin, end = 19, 33
    for first in firsts:
        yield from (first + timedelta(days) for days in range(begin - 1, end))


def _week(part: str | None, which: str, today: date) -> Iterator[date]:
    """The days of a week, from Monday on; `the week` may be any near one."""
    monday = today - timedelta(today.weekday())
    weeks = {"this": (0,), "last": (-1,), "next": (1,)}.get(which, (-2, -1, 0, 1, 2))
    part = (part or "").lower()
    begin, end = (0, 3) if "begin" in part or "start" in part or part == "early" else (0, 7)
    begin, end = (3, 7) if "end" in part or part == "late" else (begin, end)
    for week in weeks:
        yield from (monday + timedelta(7 * week + day) for day in range(begin, end))
