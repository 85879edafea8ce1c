"""What a zone's name alone says: which IANA zone is meant by a Windows name, a display name or a vendor's spelling."""

import re
from functools import cache
from typing import Final
from zoneinfo import available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

CLDR_ZONES: Final = tuple(WINDOWS_TO_OLSON.values())
"""One IANA zone for each zone that Windows knows, from Unicode's CLDR."""

_NOT_ZONES: Final = frozenset({"localtime", "posixrules", "Factory"})
_CONTINENTS: Final = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")
_STATES: Final = frozenset({"west", "north", "south"})
_OFFSET_IN_FRONT = re.compile(r"^\((?:utc|gmt)[^)]*\) ?")
_TIME_OF_AMERICA = re.compile(r"(eastern|central|mountain|pacific|atlantic)(?: standard| daylight)? time\b.*")
_TIMES_OF_AMERICA: Final = {
    "eastern": "America/New_York",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
    "atlantic": "America/Halifax",
}


def plain(tzid: str) -> str:
    """One spelling for all spellings of a name: without quotes, escapes, spare blanks and capitals."""
    unescaped = tzid.replace("\\", "").replace('"', "")
    return re.sub(r" ?, ?", ", ", " ".join(unescaped.split())).casefold()


def iana_zone(tzid: str) -> str | None:
    """The zone that is named outright: `Europe/Berlin`, also as `/vendor.example/20260101/Europe/Berlin`."""
    parts = plain(tzid).strip("/").split("/")
    for start in range(len(parts)):
        found = _iana().get("/".join(parts[start:]))
        if found is not None:
            return found
    return None


def zones_that_could_be_meant(tzid: str) -> list[str]:
    """IANA zones for a Windows name (`GMT Standard Time`) or display name (`(UTC+01:00) Paris, Rome`), best first."""
    name = plain(tzid)
    shown = _OFFSET_IN_FRONT.sub("", name)
    american = _TIME_OF_AMERICA.fullmatch(shown)
    candidates = [_windows().get(name), american and _TIMES_OF_AMERICA[american[1]]]
    candidates += [_cities().get(part) for part in shown.split(", ")]
    return [zone for zone in candidates if zone]


@cache
def _iana() -> dict[str, str]:
    return {zone.casefold(): zone for zone in sorted(available_timezones() - _NOT_ZONES)}


@cache
def _windows() -> dict[str, str]:
    return {plain(windows): zone for windows, zone in WINDOWS_TO_OLSON.items()}


@cache
def _cities() -> dict[str, str]:
    zones = sorted(zone for zone in available_timezones() if zone.startswith(_CONTINENTS))
    cities = {zone.rpartition("/")[2].replace("_", " ").casefold(): zone for zone in zones}
    return {city: zone for city, zone in cities.items() if city not in _STATES}
