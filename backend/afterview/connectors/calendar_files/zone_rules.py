"""What a VTIMEZONE says: from when to when clocks are how far ahead of UTC.

Read by ourselves, because the library expands rules from the year 1601 on, and as often as a stranger's file asks for.
Only yearly rules are understood, which is all that time zones need.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta
from typing import Final, TypeVar

from icalendar import Component, vDDDTypes, vRecur, vUTCOffset

ValueT = TypeVar("ValueT")

MOST_OBSERVANCES: Final = 40
_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_UNDERSTOOD: Final = frozenset(
    {"FREQ", "INTERVAL", "WKST", "UNTIL", "BYMONTH", "BYDAY", "BYMONTHDAY", "BYHOUR", "BYMINUTE", "BYSECOND"}
)


@dataclass(frozen=True, slots=True)
class YearlyRule:
    """One day a year: of the days of `month` that fit `days` and `weekday`, the `nth` (from the end when negative)."""

    month: int
    days: frozenset[int]
    weekday: int | None
    nth: int
    until: datetime | None

    def day_in(self, year: int) -> date | None:
        """The day in that year, if there is one."""
        first_weekday, length = monthrange(year, self.month)
        fitting = [
            day
            for day in range(1, length + 1)
            if (self.weekday is None or (first_weekday + day - 1) % 7 == self.weekday)
            and (not self.days or day in self.days)
        ]
        place = self.nth - 1 if self.nth > 0 else self.nth
        return date(year, self.month, fitting[place]) if -len(fitting) <= place < len(fitting) else None


@dataclass(frozen=True, slots=True)
class Observance:
    """Standard or summer time: what clocks are ahead of UTC before and after each beginning (local, without a zone)."""

    starts: datetime
    before: timedelta
    after: timedelta
    rule: YearlyRule | None
    also: tuple[datetime, ...]

    def beginnings(self, years: range) -> Iterator[datetime]:
        """When it begins in those years, and when it first began."""
        yield self.starts
        yield from self.also
        for year in years if self.rule else ():
            day = self.rule.day_in(year) if self.rule and year > self.starts.year else None
            if day is not None:
                begins = datetime.combine(day, self.starts.time())
                if self.rule and (self.rule.until is None or begins <= self.rule.until):
                    yield begins


class ZoneRules:
    """The rules of one VTIMEZONE."""

    def __init__(self, observances: tuple[Observance, ...]) -> None:
        self._observances = observances

    def offset_at(self, local: datetime) -> timedelta:
        """How far ahead of UTC clocks are when they show this (without a zone)."""
        years = range(max(local.year - 1, MINYEAR), min(local.year, MAXYEAR) + 1)
        begun = [
            (beginning, observance.after)
            for observance in self._observances
            for beginning in observance.beginnings(years)
            if beginning <= local
        ]
        if begun:
            return max(begun)[1]
        return min(self._observances, key=lambda observance: observance.starts).before

    def changes_in(self, year: int) -> Iterator[date]:
        """The days of a year on which the offset may change."""
        for observance in self._observances:
            for beginning in observance.beginnings(range(year, year + 1)):
                if beginning.year == year:
                    yield beginning.date()


def rules_of(zone: Component) -> ZoneRules | None:
    """The rules of a VTIMEZONE, or null when it has none that we understand."""
    parts = [part for part in zone.subcomponents if part.name in {"STANDARD", "DAYLIGHT"}]
    if not 0 < len(parts) <= MOST_OBSERVANCES:
        return None
    if any(part.errors for part in parts):
        return None
    try:
        return ZoneRules(tuple(_observance(part) for part in parts))
    except (ValueError, OverflowError):
        # Its name may still say which zone is meant.
        return None


def _observance(part: Component) -> Observance:
    starts, before = _wall_clock(_value(part, "DTSTART", vDDDTypes)), _value(part, "TZOFFSETFROM", vUTCOffset).td
    dates = part.get("RDATE", [])
    lists = dates if isinstance(dates, list) else [dates]
    return Observance(
        starts=starts,
        before=before,
        after=_value(part, "TZOFFSETTO", vUTCOffset).td,
        rule=_yearly_rule(_value(part, "RRULE", vRecur), starts, before) if "RRULE" in part else None,
        also=tuple(_wall_clock(leaf) for several in lists for leaf in several.dts),
    )


def _value(part: Component, name: str, kind: type[ValueT]) -> ValueT:
    value = part.get(name)
    if not isinstance(value, kind):
        raise ValueError(f"no single {name}")
    return value


def _wall_clock(value: vDDDTypes) -> datetime:
    if not isinstance(value.dt, datetime):
        raise ValueError("no local time")
    return value.dt.replace(tzinfo=None)


def _yearly_rule(rule: vRecur, starts: datetime, before: timedelta) -> YearlyRule:
    unknown = {key.upper() for key in rule} - _UNDERSTOOD
    if unknown or rule.get("FREQ") != ["YEARLY"] or rule.get("INTERVAL", [1]) != [1]:
        raise ValueError("not a yearly rule")
    [month] = rule.get("BYMONTH", [starts.month])
    if not 1 <= int(month) <= 12:
        raise ValueError("no month")
    [last] = rule.get("UNTIL", [None])
    until = None if last is None else _until(last, before)
    days = frozenset(rule.get("BYMONTHDAY", []))
    if "BYDAY" not in rule:
        return YearlyRule(int(month), days or frozenset({starts.day}), None, 1, until)
    [weekday] = rule["BYDAY"]
    return YearlyRule(int(month), days, _WEEKDAYS.index(weekday.weekday), weekday.relative or 1, until)


def _until(last: object, before: timedelta) -> datetime:
    """The last moment of a rule as a wall-clock time, which the file gives in UTC, locally, or as a day."""
    if isinstance(last, datetime):
        return last if last.tzinfo is None else last.replace(tzinfo=None) + before
    if isinstance(last, date):
        return datetime.combine(last, time.max)
    raise ValueError("no moment")
