"""Reading a calendar file: one event at a time, each as far as it can be read, and what could not be, in words."""

from typing import Final

from icalendar import Component

from afterview.connectors.calendar_files.components import parse_components
from afterview.connectors.calendar_files.invitation import CalendarFile, Event
from afterview.connectors.calendar_files.lines import LONGEST_LINE, content_lines, refusal
from afterview.connectors.calendar_files.properties import (
    line_of,
    moment_of,
    person_of,
    sequence_of,
    stamp_of,
    text_of,
    values_of,
)
from afterview.connectors.calendar_files.spans import Clock, recurrence_id_of, span_of
from afterview.connectors.calendar_files.zones import Zones

MOST_PEOPLE: Final = 100
LONGEST_NAME: Final = 200
LONGEST_UID: Final = 1_000
LONGEST_PLACE: Final = 2_000
_PLACES: Final = ("LOCATION", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "CONFERENCE", "URL")


def read_calendar(raw: bytes, *, default_zone: str) -> CalendarFile:
    """The events of a calendar file; days and floating times are read in `default_zone` (IANA).

    `Invalid` when it is no calendar, is cut off, is far too long, or holds no event that can be understood. Recurring
    events are never expanded.
    """
    calendars = parse_components(content_lines(raw))
    defined = [zone for calendar in calendars for zone in calendar.walk("VTIMEZONE")]
    clock = Clock(Zones(defined, default_zone), default_zone)
    found = [(event, _method(calendar)) for calendar in calendars for event in calendar.walk("VEVENT")]
    if not found:
        raise refusal("no_event", "The calendar file holds no event. Send the .ics file that came with the invitation.")
    events = tuple(_read_event(event, method, clock) for event, method in found)
    if not any(event.cancelled for event in events) and not any(moment_of(event, "DTSTART") for event, _ in found):
        raise refusal("no_start", events[0].remarks[0])
    return CalendarFile(method=found[0][1], events=events)


def _method(calendar: Component) -> str | None:
    method = line_of(calendar, "METHOD", LONGEST_NAME)
    return method.upper() if method else None


def _read_event(event: Component, method: str | None, clock: Clock) -> Event:
    status = line_of(event, "STATUS", LONGEST_NAME)
    status = status.upper() if status else None
    people = [person for value in values_of(event, "ATTENDEE") if (person := person_of(value))]
    organizers = (person for value in values_of(event, "ORGANIZER") if (person := person_of(value)))
    span = span_of(event, clock, start_needed=method != "CANCEL" and status != "CANCELLED")
    remarks = list(span.remarks)
    if span.starts_at and ("RRULE" in event or "RDATE" in event) and "RECURRENCE-ID" not in event:
        remarks.append("The event recurs; only its first date is read.")
    if len(people) > MOST_PEOPLE:
        remarks.append(f"The event has {len(people)} attendees; only the first {MOST_PEOPLE} are read.")
    return Event(
        uid=line_of(event, "UID", LONGEST_UID),
        recurrence_id=recurrence_id_of(event, clock),
        method=method,
        sequence=sequence_of(event),
        dtstamp=stamp_of(event),
        status=status,
        summary=line_of(event, "SUMMARY", LONGEST_NAME),
        description=text_of(event, "DESCRIPTION", LONGEST_LINE),
        location=next((place for name in _PLACES if (place := line_of(event, name, LONGEST_PLACE))), None),
        starts_at=span.starts_at,
        ends_at=span.ends_at,
        timezone=span.timezone,
        all_day=span.all_day,
        floating=span.floating,
        organizer=next(organizers, None),
        attendees=tuple(people[:MOST_PEOPLE]),
        remarks=tuple(remarks),
    )
