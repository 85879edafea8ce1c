"""Which IANA zone is meant by what a file calls its zone."""

from datetime import UTC, datetime

import pytest

from afterview.connectors.calendar_files import read_calendar
from tests.connectors.calendar_texts import calendar, invitation, zone

EU = (
    "16011028T030000 +0200 +0100 FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "16010325T020000 +0100 +0200 FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
)
US = (
    "16011104T020000 -0400 -0500 FREQ=YEARLY;BYDAY=1SU;BYMONTH=11",
    "16010311T020000 -0500 -0400 FREQ=YEARLY;BYDAY=2SU;BYMONTH=3",
)
NO_SUMMER = ("16010101T000000 -0500 -0500",)


def meant(
    tzid: str, zones: str = "", *, home: str = "Asia/Tokyo", local: str = "20300701T100000"
) -> tuple[str | None, str | None]:
    """The zone of an event at ten o'clock, and its start in UTC (hour and minute)."""
    file = read_calendar(calendar(f'DTSTART;TZID="{tzid}":{local}', zones=zones), default_zone=home)
    [event] = file.events
    return event.timezone, event.starts_at.strftime("%H:%M") if event.starts_at else None


@pytest.mark.parametrize(
    ("tzid", "expected"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("eastern standard time", "America/New_York"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(GMT-08:00) Pacific Time (US and Canada), Tijuana", "America/Los_Angeles"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam"),
        ("Canberra, Melbourne, Sydney", "Australia/Canberra"),
        ("tzone://Microsoft/Utc", "UTC"),
    ],
)
def test_a_name_alone_may_say_which_zone_is_meant(tzid: str, expected: str) -> None:
    assert meant(tzid)[0] == expected


@pytest.mark.parametrize(
    "tzid",
    ["Headquarters", "tzone://Microsoft/Custom", "Customized Time Zone", "Eastern", "../etc/passwd", "localtime", "/"],
)
def test_a_name_that_says_nothing_leaves_the_time_open(tzid: str) -> None:
    assert meant(tzid) == (None, None)


def test_the_files_own_rules_stand_above_a_windows_name() -> None:
    assert meant("Eastern Standard Time", zone("Eastern Standard Time", *NO_SUMMER))[1] == "15:00"


def test_the_iana_database_stands_above_the_files_rules() -> None:
    assert meant("Europe/Berlin", zone("Europe/Berlin", *NO_SUMMER)) == ("Europe/Berlin", "08:00")


def test_rules_alone_find_a_zone_with_the_same_clocks() -> None:
    assert meant("Headquarters", zone("Headquarters", *US)) == ("America/New_York", "14:00")


def test_of_zones_with_the_same_clocks_the_readers_own_is_taken() -> None:
    assert meant("Headquarters", zone("Headquarters", *EU), home="Europe/Zurich")[0] == "Europe/Zurich"


def test_a_name_decides_between_zones_with_the_same_clocks() -> None:
    assert meant("Madrid", zone("Madrid", *EU), home="Europe/Zurich")[0] == "Europe/Madrid"


def test_rules_like_no_others_give_a_fixed_offset() -> None:
    odd = zone(
        "Odd",
        "20000101T000000 +0500 +0600 FREQ=YEARLY;BYDAY=1MO;BYMONTH=6",
        "20000101T000000 +0600 +0500 FREQ=YEARLY;BYDAY=1MO;BYMONTH=9",
    )
    assert meant("Odd", odd) == ("Etc/GMT-6", "04:00")
    assert meant("Odd", odd, local="20301201T100000") == ("Etc/GMT-5", "05:00")


def test_an_offset_that_no_zone_has_leaves_the_time_open() -> None:
    assert meant("Odd", zone("Odd", "20000101T000000 +0517 +0517")) == (None, None)


def test_rules_hold_from_their_day_on_and_until_theirs() -> None:
    rules = zone("Moved", "19900101T000000 +0100 +0100", "20250101T000000 +0100 +0900", "20320101T000000 +0900 +0100")
    assert meant("Moved", rules, home="UTC") == ("Asia/Tokyo", "01:00")


def test_a_rule_may_end() -> None:
    ended = zone(
        "Ended",
        "19900325T020000 +0100 +0200 FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3;UNTIL=20100328T010000Z",
        "19901028T030000 +0200 +0100 FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10;UNTIL=20101031",
    )
    assert meant("Ended", ended)[1] == "09:00"


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=YEARLY;BYSETPOS=1",
        "FREQ=YEARLY;BYMONTH=13;BYDAY=1SU",
        "FREQ=YEARLY;INTERVAL=2",
        "FREQ=YEARLY;UNTIL=120000",
        "INTERVAL=1",
        "FREQ=NEVER",
    ],
)
def test_a_rule_that_no_time_zone_needs_is_not_believed(rule: str) -> None:
    assert meant("Odd", zone("Odd", f"20000101T000000 +0100 +0200 {rule}")) == (None, None)


def test_days_of_the_month_may_stand_for_the_second_sunday() -> None:
    rules = zone(
        "Days",
        "19700308T020000 -0500 -0400 FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14",
        "19701101T020000 -0400 -0500 FREQ=YEARLY;BYMONTH=11;BYDAY=SU;BYMONTHDAY=1,2,3,4,5,6,7",
    )
    assert meant("Days", rules)[0] == "America/New_York"


def test_one_file_cannot_change_how_the_next_one_is_read() -> None:
    assert meant("Customized Time Zone", zone("Customized Time Zone", *EU))[1] == "08:00"
    assert meant("Customized Time Zone", zone("Customized Time Zone", *US))[1] == "14:00"
    assert meant("Customized Time Zone") == (None, None)


def test_a_zone_that_cannot_be_built_harms_nobody_who_does_not_use_it() -> None:
    odd = zone("Found nowhere else", "20000101T000000 +0100 +0100").replace(
        "END:STANDARD", "RDATE;VALUE=PERIOD:20000101T000000/PT1H\nEND:STANDARD"
    )
    assert meant("Europe/Berlin", odd) == ("Europe/Berlin", "08:00")
    assert meant("Found nowhere else", odd) == (None, None)


def test_a_zone_may_be_defined_after_it_is_used() -> None:
    lines = (
        calendar('DTSTART;TZID=" 1":20300701T100000')
        .decode()
        .replace("END:VEVENT\r\n", "END:VEVENT\r\n" + zone(" 1", *EU) + "\r\n")
    )
    [event] = read_calendar(lines.encode(), default_zone="UTC").events
    assert event.timezone == "Europe/Berlin"


def test_exchange_names_a_zone_that_only_the_file_knows() -> None:
    [event] = read_calendar(invitation("exchange-customized-zone"), default_zone="Europe/Berlin").events
    assert (event.timezone, event.starts_at) == ("America/New_York", datetime(2030, 3, 20, 14, tzinfo=UTC))
