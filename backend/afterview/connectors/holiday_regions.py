"""Public holidays by region: a country's ISO 3166 code such as `US`, or one of its parts such as `US-NY`.

The library is large, so it is imported when the first region is asked for, and each year of a region is worked out
once per process. Its calendars are the one source: whether a day is a holiday depends on nothing kept elsewhere.
"""

import re
import warnings
from collections.abc import Container
from datetime import date
from functools import lru_cache
from threading import Lock
from typing import Final

_SHAPE = re.compile(r"(?P<country>[A-Z]{2})(?:-(?P<part>[A-Z0-9]{1,3}))?", re.ASCII)
_REGIONS_KEPT: Final = 1_000
# The library speaks through warnings (a lunar calendar that ends in 2035); switching them off is process-wide.
_library = Lock()


class RegionHolidays:
    """Answers `day in holidays` for one region; years are worked out when they are first asked about."""

    def __init__(self, region: str) -> None:
        self._region = region
        self._years: dict[int, frozenset[date]] = {}

    def __contains__(self, day: object) -> bool:
        if not isinstance(day, date):
            return False
        days = self._years.get(day.year)
        if days is None:
            days = self._years[day.year] = frozenset(_days_of(self._region, day.year) or ())
        return day in days


@lru_cache(maxsize=_REGIONS_KEPT)
def holidays_of(region: str | None) -> Container[date]:
    """The public holidays of a region, none at all for null; a `ValueError` for a region that nobody knows."""
    if region is None:
        return frozenset()
    if not is_known_region(region):
        raise ValueError(f"No holidays are known for {region!r}.")
    return RegionHolidays(region)


@lru_cache(maxsize=_REGIONS_KEPT)
def is_known_region(region: str) -> bool:
    """Whether holidays are known for this country or part of a country."""
    return _days_of(region, None) is not None


def _days_of(region: str, year: int | None) -> set[date] | None:
    """The holidays of one year, or none of them for a null year; null when the region is unknown."""
    code = _SHAPE.fullmatch(region)
    if code is None:
        return None
    with _library, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import holidays

        try:
            found = holidays.country_holidays(code["country"], subdiv=code["part"], years=year, expand=False)
        except NotImplementedError:
            return None
        return set(found)
