"""When the next daily letter is due, on clocks of all kinds."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview.services.digest_times import next_digest_at

ZONES = [
    "UTC", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Havana",
    "Africa/Cairo", "Pacific/Apia", "Pacific/Chatham", "America/Los_Angeles", "Pacific/Kiritimati",
]  # fmt: skip


def due(zone: str, hour: int, *, after: str, last: str | None = None) -> str:
    """When the next letter is due, by the clock of the zone, for instants of that clock."""
    there = ZoneInfo(zone)
    now = datetime.fromisoformat(after).replace(tzinfo=there)
    last_at = datetime.fromisoformat(last).replace(tzinfo=there) if last else None
    at = next_digest_at(zone, hour, last_at=last_at and last_at.astimezone(UTC), now=now.astimezone(UTC))
    return at.astimezone(there).isoformat(timespec="minutes")


def test_the_hour_to_come_is_today() -> None:
    assert due("America/New_York", 8, after="2026-11-23T07:59") == "2026-11-23T08:00-05:00"


def test_the_hour_that_has_come_is_tomorrow() -> None:
    assert due("America/New_York", 8, after="2026-11-23T08:00") == "2026-11-24T08:00-05:00"


def test_after_a_letter_the_next_one_is_on_another_day() -> None:
    assert due("Europe/Berlin", 20, after="2026-11-23T09:00", last="2026-11-23T08:00") == "2026-11-24T20:00+01:00"


def test_an_hour_that_the_clocks_skip_is_the_moment_after() -> None:
    assert due("America/New_York", 2, after="2027-03-14T00:30") == "2027-03-14T03:00-04:00"
    assert due("America/Havana", 0, after="2026-03-07T12:00") == "2026-03-08T01:00-04:00"


def test_an_hour_that_comes_twice_is_the_first_of_them_and_then_the_next_day() -> None:
    assert due("America/New_York", 1, after="2026-10-31T12:00") == "2026-11-01T01:00-04:00"
    assert due("America/New_York", 1, after="2026-11-01T01:00", last="2026-11-01T01:00") == "2026-11-02T01:00-05:00"


def test_a_day_that_a_country_left_out_has_no_letter_of_its_own() -> None:
    first = due("Pacific/Apia", 8, after="2011-12-29T09:00", last="2011-12-29T08:00")
    assert first == "2011-12-31T08:00+14:00"
    assert due("Pacific/Apia", 8, after="2011-12-31T08:00", last="2011-12-31T08:00") == "2012-01-01T08:00+14:00"


@given(
    st.sampled_from(ZONES),
    st.integers(0, 23),
    st.datetimes(datetime(2000, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC)),
)
def test_from_letter_to_letter_every_day_has_one(zone: str, hour: int, begin: datetime) -> None:
    there, last, days = ZoneInfo(zone), None, []
    now = begin
    for _ in range(10):
        at = next_digest_at(zone, hour, last_at=last, now=now)
        assert at > now
        days.append(at.astimezone(there).date())
        now = last = at
    assert len(set(days)) == len(days)
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    assert set(gaps) == {1} or (zone == "Pacific/Apia" and set(gaps) == {1, 2})


@pytest.mark.parametrize("hours", [1, 5, 20, 30])
@given(st.sampled_from(ZONES), st.sampled_from(ZONES), st.integers(0, 23), st.integers(0, 23))
def test_whoever_travels_gets_no_two_on_a_day_of_theirs(
    hours: int, zone: str, other: str, hour: int, later: int
) -> None:
    first = next_digest_at(zone, hour, last_at=None, now=datetime(2026, 11, 23, 15, tzinfo=UTC))
    second = next_digest_at(other, later, last_at=first, now=first + timedelta(hours=hours))
    assert second.astimezone(ZoneInfo(other)).date() > first.astimezone(ZoneInfo(other)).date()
