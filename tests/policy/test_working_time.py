from datetime import date, time

import pytest

from afterview.policy.facts import Calendar
from afterview.policy.working_time import (
    at_wall_clock,
    days_after,
    end_of_day,
    is_working_day,
    next_working_moment,
)
from tests.policy.builders import NEW_YORK, at, calendar

BERLIN, KOLKATA, LORD_HOWE, CAIRO = "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Cairo"


@pytest.mark.parametrize(
    ("start", "zone", "end"),
    [
        pytest.param("2026-11-10T15:00Z", NEW_YORK, "2026-11-17T15:00Z", id="no clock changes"),
        pytest.param("2026-10-28T19:00Z", NEW_YORK, "2026-11-04T20:00Z", id="back in New York: the same clock"),
        pytest.param("2027-03-10T20:00Z", NEW_YORK, "2027-03-17T20:00Z", id="forward in New York: 168 hours"),
        pytest.param("2026-10-22T08:00Z", BERLIN, "2026-10-29T09:00Z", id="back in Berlin: the same clock"),
        pytest.param("2027-03-24T08:00Z", BERLIN, "2027-03-31T08:00Z", id="forward in Berlin: 168 hours"),
        pytest.param("2026-10-28T10:30Z", KOLKATA, "2026-11-04T10:30Z", id="half an hour off, and no change there"),
        pytest.param("2026-09-30T22:30Z", LORD_HOWE, "2026-10-07T22:30Z", id="forward by half an hour: 168 hours"),
        pytest.param("2027-03-31T22:00Z", LORD_HOWE, "2027-04-07T22:30Z", id="back by half an hour: the same clock"),
        pytest.param("2027-03-07T07:30Z", NEW_YORK, "2027-03-14T07:30Z", id="to a clock time that is skipped"),
        pytest.param("2026-10-25T05:30Z", NEW_YORK, "2026-11-01T05:30Z", id="to a clock time that comes twice"),
        pytest.param("2026-11-01T06:30Z", NEW_YORK, "2026-11-08T06:30Z", id="from a clock time that came twice"),
    ],
)
def test_a_week_later_is_neither_short_in_hours_nor_early_on_the_clock(start: str, zone: str, end: str) -> None:
    assert days_after(at(start), 7, zone) == at(end)


def test_ten_days_count_as_a_week_does() -> None:
    assert days_after(at("2026-10-28T19:00Z"), 10, NEW_YORK) == at("2026-11-07T20:00Z")


@pytest.mark.parametrize(
    ("day", "zone", "over_at"),
    [
        pytest.param(date(2026, 12, 1), NEW_YORK, "2026-12-02T05:00Z", id="New York"),
        pytest.param(date(2026, 11, 1), NEW_YORK, "2026-11-02T05:00Z", id="a day of 25 hours"),
        pytest.param(date(2027, 3, 14), NEW_YORK, "2027-03-15T04:00Z", id="a day of 23 hours"),
        pytest.param(date(2026, 10, 25), BERLIN, "2026-10-25T23:00Z", id="a day of 25 hours in Berlin"),
        pytest.param(date(2027, 3, 28), BERLIN, "2027-03-28T22:00Z", id="a day of 23 hours in Berlin"),
        pytest.param(date(2026, 12, 1), KOLKATA, "2026-12-01T18:30Z", id="half an hour off"),
        pytest.param(date(2026, 12, 31), "Pacific/Kiritimati", "2026-12-31T10:00Z", id="the last day, far east"),
        pytest.param(date(2026, 4, 23), CAIRO, "2026-04-23T22:00Z", id="midnight is skipped"),
        pytest.param(date(2028, 2, 28), "UTC", "2028-02-29T00:00Z", id="before a leap day"),
    ],
)
def test_a_day_is_over_at_the_midnight_that_follows_it_there(day: date, zone: str, over_at: str) -> None:
    assert end_of_day(day, zone) == at(over_at)


@pytest.mark.parametrize(
    ("day", "clock", "instant"),
    [
        pytest.param(date(2026, 11, 30), time(9), "2026-11-30T14:00Z", id="in winter"),
        pytest.param(date(2026, 10, 30), time(9), "2026-10-30T13:00Z", id="in summer"),
        pytest.param(date(2027, 3, 14), time(2, 30), "2027-03-14T07:30Z", id="skipped"),
        pytest.param(date(2026, 11, 1), time(1, 30), "2026-11-01T05:30Z", id="twice: the first time"),
    ],
)
def test_a_wall_clock_names_an_instant(day: date, clock: time, instant: str) -> None:
    assert at_wall_clock(day, clock, NEW_YORK) == at(instant)


@pytest.mark.parametrize(
    ("moment", "zone", "working"),
    [
        pytest.param("2026-11-23T15:00Z", NEW_YORK, "2026-11-23T15:00Z", id="inside, itself"),
        pytest.param("2026-11-23T15:00:01Z", NEW_YORK, "2026-11-23T15:00:01Z", id="inside, to the second"),
        pytest.param("2026-11-23T14:00Z", NEW_YORK, "2026-11-23T14:00Z", id="at nine, itself"),
        pytest.param("2026-11-23T13:59:59Z", NEW_YORK, "2026-11-23T14:00Z", id="a second before nine"),
        pytest.param("2026-11-23T21:59:59Z", NEW_YORK, "2026-11-23T21:59:59Z", id="a second before five"),
        pytest.param("2026-11-23T22:00Z", NEW_YORK, "2026-11-24T14:00Z", id="at five"),
        pytest.param("2026-11-24T03:00Z", NEW_YORK, "2026-11-24T14:00Z", id="at night"),
        pytest.param("2026-11-27T22:00Z", NEW_YORK, "2026-11-30T14:00Z", id="on Friday at five"),
        pytest.param("2026-11-28T17:00Z", NEW_YORK, "2026-11-30T14:00Z", id="on Saturday"),
        pytest.param("2026-11-25T22:00Z", NEW_YORK, "2026-11-27T14:00Z", id="before a holiday"),
        pytest.param("2026-11-26T16:00Z", NEW_YORK, "2026-11-27T14:00Z", id="on a holiday"),
        pytest.param("2026-10-30T21:00Z", NEW_YORK, "2026-11-02T14:00Z", id="over the clock change in New York"),
        pytest.param("2027-03-26T16:00Z", BERLIN, "2027-03-29T07:00Z", id="over the clock change in Berlin"),
        pytest.param("2026-11-27T11:30Z", KOLKATA, "2026-11-30T03:30Z", id="half an hour off"),
        pytest.param("2026-11-22T22:00Z", "Asia/Tokyo", "2026-11-23T00:00Z", id="Sunday here is Monday there"),
    ],
)
def test_the_next_working_moment(moment: str, zone: str, working: str) -> None:
    assert next_working_moment(at(moment), zone, calendar("2026-11-26")) == at(working)


def test_the_next_working_moment_follows_the_calendars_hours() -> None:
    late = Calendar(opens=time(10, 30), closes=time(19))
    assert [next_working_moment(at(f"2026-11-23T{t}Z"), NEW_YORK, late) for t in ("15:00", "23:30")] == [
        at("2026-11-23T15:30Z"),
        at("2026-11-23T23:30Z"),
    ]


def test_a_calendar_of_nothing_but_holidays_still_gives_an_answer() -> None:
    class EveryDay:
        def __contains__(self, day: object) -> bool:
            return True

    moment = at("2026-11-23T15:00Z")
    assert next_working_moment(moment, NEW_YORK, Calendar(region_holidays=EveryDay())) >= moment


@pytest.mark.parametrize(
    ("day", "working"),
    [
        pytest.param(date(2026, 11, 23), True, id="Monday"),
        pytest.param(date(2026, 11, 27), True, id="Friday"),
        pytest.param(date(2026, 11, 28), False, id="Saturday"),
        pytest.param(date(2026, 11, 29), False, id="Sunday"),
        pytest.param(date(2026, 11, 26), False, id="a listed holiday"),
        pytest.param(date(2026, 12, 25), False, id="a holiday of the region"),
    ],
)
def test_a_working_day_is_monday_to_friday_less_holidays(day: date, working: bool) -> None:
    both = Calendar(holidays=frozenset({date(2026, 11, 26)}), region_holidays={date(2026, 12, 25)})
    assert is_working_day(day, both) is working
