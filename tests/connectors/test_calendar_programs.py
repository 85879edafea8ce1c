"""Invitations as the calendar programs in use write them."""

from datetime import UTC, datetime

from afterview.connectors.calendar_files import Event, read_calendar
from tests.connectors.calendar_texts import calendar, invitation


def events_of(name: str, zone: str = "Europe/Berlin") -> tuple[Event, ...]:
    return read_calendar(invitation(name), default_zone=zone).events


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2030, month, day, hour, minute, tzinfo=UTC)


def test_google_names_who_asks_whom_to_what() -> None:
    file = read_calendar(invitation("google-request"), default_zone="Europe/Berlin")
    [event] = file.events
    assert (file.method, event.uid, event.sequence) == ("REQUEST", "4m0k2acme7interview@google.com", 0)
    assert event.summary == "Interview: Data engineer at Acme"
    assert event.organizer is not None
    assert (event.organizer.name, event.organizer.email) == ("Dana Reyes", "dana@acme.example")
    assert [person.email for person in event.attendees] == [
        "kim@example.com",
        "dana@acme.example",
        "omar@acme.example",
        "c_188fishbowl@resource.calendar.google.com",
        "pia@acme.example",
    ]
    assert [person.participation.kind for person in event.attendees].count("RESOURCE") == 1
    assert event.attendees[-1].participation.status == "DECLINED"


def test_google_writes_times_in_utc() -> None:
    [event] = events_of("google-request")
    assert (event.starts_at, event.ends_at, event.timezone) == (at(3, 14, 15), at(3, 14, 15, 45), "UTC")
    assert not event.floating


def test_google_leaves_the_place_empty_and_gives_a_link() -> None:
    [event] = events_of("google-request")
    assert event.location == "https://meet.google.com/abc-defg-hij"


def test_google_calls_an_event_off() -> None:
    [event] = events_of("google-cancel")
    assert event.cancelled
    assert event.sequence == 2


def test_outlook_folds_with_tabs_and_quotes_its_windows_zone() -> None:
    [event] = events_of("outlook-request", zone="America/New_York")
    assert (event.starts_at, event.ends_at) == (at(4, 10, 8, 30), at(4, 10, 9, 30))
    assert event.timezone == "Europe/Berlin"
    assert event.organizer is not None
    assert event.organizer.name == "Brandt, Jürgen (Talent Acquisition)"
    assert event.organizer.email == "juergen.brandt@nordwind.example"
    assert event.uid is not None
    assert event.uid.endswith("F5DA01000000000000000010000000AA11BB22CC33DD44EE55FF6677889900")
    assert event.description is not None
    assert event.description.startswith("Liebe Frau Okafor,\n\nwir freuen uns auf Sie.")


def test_exchange_escapes_in_one_place_what_it_quotes_in_the_other() -> None:
    [event] = events_of("exchange-display-zone")
    assert (event.starts_at, event.timezone) == (at(7, 2, 20), "America/Los_Angeles")
    assert event.location == "500 Harbor Way, Oakland"


def test_a_sequence_may_exceed_32_bits() -> None:
    [event] = events_of("exchange-display-zone")
    assert event.sequence == 4_294_967_301


def test_a_sequence_beyond_what_json_holds_counts_as_the_highest() -> None:
    [event] = read_calendar(calendar("DTSTART:20300101T100000Z", f"SEQUENCE:{'9' * 40}"), default_zone="UTC").events
    assert event.sequence == 2**53 - 1


def test_a_cancellation_needs_no_start() -> None:
    [event] = events_of("exchange-cancel-bare")
    assert event.cancelled
    assert (event.starts_at, event.summary, event.remarks) == (None, None, ())


def test_a_cancelled_status_calls_an_event_off_under_any_method() -> None:
    [event] = read_calendar(calendar("STATUS:cancelled", method="PUBLISH"), default_zone="UTC").events
    assert event.cancelled


def test_a_reply_says_that_it_is_one() -> None:
    [event] = events_of("exchange-reply")
    assert event.method == "REPLY"


def test_apple_hides_addresses_in_a_parameter() -> None:
    first, *_ = events_of("apple-published")
    assert first.organizer is not None
    assert first.organizer.email == "rahel.frei@alpenblick.example"
    assert [person.email for person in first.attendees] == ["rahel.frei@alpenblick.example", "kim@example.com"]
    assert (first.starts_at, first.timezone) == (at(5, 6, 12), "Europe/Zurich")
    assert first.location == "Bahnhofstrasse 1, 8001 Zürich, Switzerland"


def test_a_whole_day_goes_from_midnight_to_midnight_in_the_readers_zone() -> None:
    _, day, _ = events_of("apple-published", zone="America/New_York")
    assert day.all_day
    assert not day.floating
    assert (day.starts_at, day.ends_at, day.timezone) == (at(5, 13, 4), at(5, 14, 4), "America/New_York")


def test_a_floating_time_is_read_in_the_readers_zone_and_says_so() -> None:
    *_, coffee = events_of("apple-published", zone="America/New_York")
    assert coffee.floating
    assert (coffee.starts_at, coffee.ends_at, coffee.timezone) == (at(5, 15, 14), at(5, 15, 14, 45), "America/New_York")
    assert coffee.remarks == ("The file names no time zone; its times are read in yours, America/New_York.",)


def test_zoom_names_no_attendees() -> None:
    [event] = events_of("zoom-request")
    assert event.attendees == ()
    assert event.location == "https://us02web.zoom.us/j/88123456789?pwd=a1b2c3"
    assert (event.starts_at, event.timezone) == (at(6, 10, 15), "America/New_York")


def test_calendly_organizes_in_its_own_name() -> None:
    [event] = events_of("calendly-request")
    assert event.organizer is not None
    assert (event.organizer.name, event.organizer.email) == ("Mira Castellano", "notifications@calendly.com")
    assert event.location == "Phone call: +1 212 555 0123"


def test_a_recurring_event_is_read_once_however_often_it_recurs() -> None:
    series, moved = events_of("google-series")
    assert series.starts_at == at(9, 2, 8)
    assert series.remarks == ("The event recurs; only its first date is read.",)
    assert (moved.recurrence_id, moved.starts_at) == ("2030-09-09T08:00:00Z", at(9, 10, 12))
    assert moved.remarks == ()


def test_an_event_in_a_zone_that_nobody_knows_is_never_read_as_utc() -> None:
    faraway, nearby = events_of("unknown-zone")
    assert (faraway.starts_at, faraway.timezone) == (None, None)
    assert "“Headquarters”" in faraway.remarks[0]
    assert (nearby.starts_at, nearby.timezone, nearby.remarks) == (at(4, 2, 8), "Europe/Berlin", ())


def test_a_body_with_raw_line_breaks_does_not_hide_the_rest() -> None:
    [event] = events_of("raw-line-breaks")
    assert event.summary == "Interview: Analyst at Larkspur"
    assert event.organizer is not None
    assert event.organizer.email == "iris@larkspur.example"


def test_problems_name_the_event() -> None:
    file = read_calendar(invitation("unknown-zone"), default_zone="UTC")
    assert [problem.uid for problem in file.problems] == ["nowhere@example.com"]
