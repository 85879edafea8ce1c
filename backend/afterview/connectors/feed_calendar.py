"""A subscription that calendar programs fetch again and again (RFC 5545, RFC 7986)."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from afterview.connectors.calendar_entries import Entry, Version, event_of, new_calendar

REFRESH: Final = timedelta(hours=1)
"""How often a calendar program had better look; each does as it likes."""

_NAME: Final = "Afterview"


def write_feed(entries: Iterable[tuple[Entry, Version]]) -> bytes:
    """The subscription as it is now: what is no longer in it disappears from the calendar.

    It has no METHOD, because nobody is invited, and because DTSTAMP is then the time of the last change, so that
    nothing in the file changes when nothing has changed.
    """
    calendar = new_calendar(_NAME)
    calendar.add("name", _NAME)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for entry, version in entries:
        calendar.add_component(event_of(entry, version))
    written: bytes = calendar.to_ical()
    return written
