"""Every zone of a file becomes an IANA zone, or nothing: a time whose zone nobody knows is never read as UTC.

In this order: the IANA name itself; else the zone whose clocks agree with the file's own VTIMEZONE, preferring one that
the name suggests (it need agree only at that time), then one that agrees all year; else the fixed offset that the
VTIMEZONE gives at that time; and without a VTIMEZONE what the name means to Windows.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Component

from afterview.connectors.calendar_files.zone_names import CLDR_ZONES, iana_zone, plain, zones_that_could_be_meant
from afterview.connectors.calendar_files.zone_rules import ZoneRules, rules_of

_FIRST_CHOICES: Final = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Athens",
    "Asia/Kolkata",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Australia/Sydney",
)
_NOON: Final = time(12)

Offsets = tuple[tuple[int, timedelta], ...]
"""One year of a zone: from which day of the year (1 to 366) clocks are, at noon, how far ahead of UTC."""


class Zones:
    """The zones that one file defines and uses; where several fit, `default_zone` does if it is one of them."""

    def __init__(self, defined: Iterable[Component], default_zone: str) -> None:
        self._rules: dict[str, ZoneRules] = {}
        self._default_zone = default_zone
        self._found: dict[tuple[ZoneRules, int], str | None] = {}
        for zone in defined:
            tzid, rules = zone.get("TZID"), rules_of(zone)
            if isinstance(tzid, str) and rules is not None:
                self._rules.setdefault(plain(tzid), rules)

    def iana(self, tzid: str, local: datetime) -> str | None:
        """The IANA name of the zone that a file calls `tzid`, for a wall-clock time in it; null when nobody knows."""
        named = iana_zone(tzid)
        if named is not None:
            return named
        rules = self._rules.get(plain(tzid))
        suggested = zones_that_could_be_meant(tzid)
        if rules is None:
            return suggested[0] if suggested else None
        offset = rules.offset_at(local)
        for zone in suggested:
            if local.replace(tzinfo=ZoneInfo(zone)).utcoffset() == offset:
                return zone
        return self._alike(rules, local.year) or _fixed(offset)

    def _alike(self, rules: ZoneRules, year: int) -> str | None:
        if (rules, year) not in self._found:
            self._found[rules, year] = self._find_alike(rules, year)
        return self._found[rules, year]

    def _find_alike(self, rules: ZoneRules, year: int) -> str | None:
        days = {date(year, 1, 1)}
        for day in rules.changes_in(year):
            days |= {day, min(day + timedelta(days=1), date(year, 12, 31))}
        offsets = _changes((day, rules.offset_at(datetime.combine(day, _NOON))) for day in sorted(days))
        if offsets == _offsets_of(self._default_zone, year):
            return self._default_zone
        return _zones_of_year(year).get(offsets)


def _fixed(offset: timedelta) -> str | None:
    hours, rest = divmod(offset, timedelta(hours=1))
    if rest or not -12 <= hours <= 14:
        return None
    # These names count the other way: Etc/GMT-5 is five hours ahead of UTC.
    return f"Etc/GMT{-hours:+d}" if hours else "UTC"


@lru_cache(maxsize=256)
def _zones_of_year(year: int) -> dict[Offsets, str]:
    return {_offsets_of(zone, year): zone for zone in reversed((*_FIRST_CHOICES, *CLDR_ZONES))}


def _offsets_of(zone: str, year: int) -> Offsets:
    """Weekly looks at the clock, and a closer one in each week in which it changed."""
    there = ZoneInfo(zone)

    def offset_on(day: date) -> timedelta:
        return datetime.combine(day, _NOON, tzinfo=there).utcoffset() or timedelta()

    new_year = date(year, 1, 1)
    last = date(year, 12, 31)
    weeks = [new_year + timedelta(weeks=week) for week in range(53)] + [last]
    found = [(new_year, offset_on(new_year))]
    for before, after in pairwise(weeks):
        if offset_on(before) != offset_on(after):
            between = (before + timedelta(days=day) for day in range(1, (after - before).days + 1))
            found += [(day, offset_on(day)) for day in between]
    return _changes(found)


def _changes(offsets: Iterable[tuple[date, timedelta]]) -> Offsets:
    changes: list[tuple[int, timedelta]] = []
    for day, offset in offsets:
        if not changes or changes[-1][1] != offset:
            changes.append((day.timetuple().tm_yday, offset))
    return tuple(changes)
