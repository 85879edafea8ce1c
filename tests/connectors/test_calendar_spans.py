"""From when to when: the ways in which an event may say so, and what is made of those that make no sense."""

from datetime import UTC, datetime, timedelta

import pytest

from afterview.connectors.calendar_files import Event, read_calendar
from tests.connectors.calendar_texts import calendar

TEN = datetime(2030, 4, 1, 10, tzinfo=UTC)


def read_event(*lines: str, zone: str = "UTC", method: str | None = "REQUEST") -> Event:
    [event] = read_calendar(calendar(*lines, method=method), default_zone=zone).events
    return event


@pytest.mark.parametrize(
    ("line", "hours"),
    [("DTEND:20300401T113000Z", 1.5), ("DURATION:PT2H", 2), ("DTEND;TZID=Europe/Berlin:20300401T130000", 1)],
)
def test_an_end_is_a_time_in_any_zone_or_a_length(line: str, hours: float) -> None:
    assert read_event("DTSTART:20300401T100000Z", line).ends_at == TEN + timedelta(hours=hours)


@pytest.mark.parametrize(
    "line",
    [
        "DTEND:20300401T100000Z",
        "DTEND:20300401T090000Z",
        "DTEND:20310401T090000Z",
        "DTEND;TZID=Nowhere:20300401T110000",
        "DURATION:-PT1H",
        "DURATION:P9999999D",
        "DURATION:P99999999999999999D",
        "DURATION:soon",
        "X-NO-END:at all",
    ],
)
def test_an_end_that_makes_no_sense_is_no_end(line: str) -> None:
    event = read_event("DTSTART:20300401T100000Z", line)
    assert (event.starts_at, event.ends_at) == (TEN, None)


def test_an_end_that_cannot_be_read_is_remarked_upon() -> None:
    event = read_event("DTSTART:20300401T100000Z", "DTEND:INVALID")
    assert event.remarks == ("The end of the event cannot be read.",)


@pytest.mark.parametrize(
    ("line", "days"),
    [("DTEND;VALUE=DATE:20300403", 2), ("DURATION:P3D", 3), ("X-NO-END:at all", 1), ("DTEND;VALUE=DATE:20300401", 1)],
)
def test_whole_days_are_at_least_one(line: str, days: int) -> None:
    event = read_event("DTSTART;VALUE=DATE:20300401", line)
    assert event.starts_at is not None
    assert event.ends_at == event.starts_at + timedelta(days=days)


def test_a_whole_day_has_23_hours_when_the_clocks_go_forward() -> None:
    event = read_event("DTSTART;VALUE=DATE:20300331", zone="Europe/Berlin")
    assert event.starts_at is not None
    assert event.ends_at == event.starts_at + timedelta(hours=23)


@pytest.mark.parametrize(
    ("line", "recurrence_id"),
    [
        ("RECURRENCE-ID:20300409T080000Z", "2030-04-09T08:00:00Z"),
        ("RECURRENCE-ID;TZID=Europe/Berlin:20300409T100000", "2030-04-09T08:00:00Z"),
        ("RECURRENCE-ID:20300409T080000", "2030-04-09T12:00:00Z"),
        ("RECURRENCE-ID;VALUE=DATE:20300409", "2030-04-09"),
        ("RECURRENCE-ID;TZID=Nowhere:20300409T100000", "2030-04-09 10:00:00"),
        ("RECURRENCE-ID:16010101T000000Z", "1601-01-01 00:00:00+00:00"),
        ("RECURRENCE-ID:the second one", "the second one"),
        ("X-NOTHING:at all", None),
    ],
)
def test_an_instance_is_named_so_that_it_is_found_again(line: str, recurrence_id: str | None) -> None:
    assert read_event("DTSTART:20300401T100000Z", line, zone="America/New_York").recurrence_id == recurrence_id


def test_the_first_of_several_starts_counts() -> None:
    assert read_event("DTSTART:20300401T100000Z", "DTSTART:20300402T100000Z").starts_at == TEN


def test_a_utc_time_stays_one_whatever_zone_it_is_given_besides() -> None:
    assert read_event("DTSTART;TZID=Europe/Berlin:20300401T100000Z").starts_at == TEN


def test_of_a_time_shown_twice_the_earlier_one_is_meant() -> None:
    event = read_event("DTSTART;TZID=Europe/Berlin:20301027T023000")
    assert event.starts_at == datetime(2030, 10, 27, 0, 30, tzinfo=UTC)
