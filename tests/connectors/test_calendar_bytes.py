"""Bytes as they arrive: encodings, broken files, bombs, and whatever chance makes of a good file."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterview.connectors.calendar_files import read_calendar
from afterview.errors import Invalid
from tests.connectors.calendar_texts import INVITATIONS, calendar, invitation

ZURICH = calendar("DTSTART:20300401T100000Z", "SUMMARY:Zürich – 面接").decode()
FILES = sorted(path.read_bytes() for path in INVITATIONS.glob("*.ics"))
FRAGMENTS = [
    b";",
    b":",
    b",",
    b'"',
    b"\\",
    b"=",
    b"\x00",
    b"\xff",
    b"\r\n",
    b"\r\n ",
    b"-",
    b"9" * 30,
    b"P",
    b"T",
    b"Z",
    b"/",
]
FRAGMENTS += [
    b"BEGIN:VEVENT\r\n",
    b"END:VEVENT\r\n",
    b"END:VCALENDAR\r\n",
    b"VALUE=DATE",
    b"VALUE=PERIOD",
    b"TZID=",
    b"DTSTART",
]


def refusal(raw: bytes) -> str:
    """The one sentence with which a file is refused."""
    with pytest.raises(Invalid) as caught:
        read_calendar(raw, default_zone="UTC")
    [error] = caught.value.errors
    assert error.pointer == ""
    assert error.detail == caught.value.detail
    return error.code


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(ZURICH.encode("utf-8"), id="UTF-8"),
        pytest.param(ZURICH.encode("utf-8-sig"), id="byte order mark"),
        pytest.param(ZURICH.encode("utf-16"), id="UTF-16"),
        pytest.param(ZURICH.replace("\r\n", "\n").encode(), id="line feeds"),
        pytest.param(ZURICH.replace("\r\n", "\r").encode(), id="carriage returns"),
        pytest.param(ZURICH.replace("Zürich", "Zü\r\n rich").encode(), id="folded"),
        pytest.param(ZURICH.encode().replace(b"\xc3\xbc", b"\xc3\r\n\t\xbc"), id="folded within a character"),
        pytest.param(ZURICH.replace("Zürich", "Z\x00\x07ürich").encode(), id="control characters"),
        pytest.param(ZURICH.replace("SUMMARY", "summary").encode(), id="small letters"),
        pytest.param(ZURICH.removesuffix("\r\n").encode(), id="no line end at the end"),
    ],
)
def test_a_text_reads_the_same_however_it_is_written_down(raw: bytes) -> None:
    [event] = read_calendar(raw, default_zone="UTC").events
    assert event.summary == "Zürich – 面接"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_bytes_that_are_not_utf_8_come_from_western_windows(mark: bytes) -> None:
    raw = mark + ZURICH.replace("面接", "“Büro”").encode("cp1252")
    [event] = read_calendar(raw, default_zone="UTC").events
    assert event.summary == "Zürich – “Büro”"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\x00" * 4_000,
        b"<!doctype html><title>Not found</title>",
        b"%PDF-1.7\n1 0 obj",
        b"name,date\nAcme,2030-01-01",
        b"END:VCALENDAR\r\n",
        b"SUMMARY:Interview\r\nDTSTART:20300101T100000Z\r\n",
    ],
)
def test_what_is_no_calendar_is_refused(raw: bytes) -> None:
    assert refusal(raw) == "no_calendar"


@pytest.mark.parametrize("name", sorted(path.stem for path in INVITATIONS.glob("*.ics")))
def test_a_file_that_breaks_off_is_refused(name: str) -> None:
    whole = invitation(name)
    assert refusal(whole[: whole.rindex(b"END:VCALENDAR")]) == "calendar_cut_off"


def test_a_calendar_without_an_event_is_refused() -> None:
    assert refusal(b"BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:1\r\nEND:VTODO\r\nEND:VCALENDAR\r\n") == "no_event"


@pytest.mark.parametrize(
    "start",
    [
        "DTSTART:INVALID",
        "DTSTART;;VALUE=DATE-TIME:20300401T100000",
        "DTSTART:16010101T000000Z",
        "DTSTART:",
        "X-START:none",
    ],
)
def test_an_event_that_never_starts_is_refused(start: str) -> None:
    assert refusal(calendar(start)) == "no_start"


def test_a_good_event_survives_beside_a_broken_one() -> None:
    broken = calendar("DTSTART:INVALID").decode().partition("BEGIN:VEVENT")[2].rpartition("END:VCALENDAR")[0]
    good = calendar("DTSTART:20300401T100000Z").decode()
    file = read_calendar(
        good.replace("END:VCALENDAR", f"BEGIN:VEVENT{broken}END:VCALENDAR").encode(), default_zone="UTC"
    )
    assert [event.starts_at for event in file.events] == [datetime(2030, 4, 1, 10, tzinfo=UTC), None]
    assert len(file.problems) == 1


def test_an_event_without_a_calendar_around_it_is_read() -> None:
    bare = b"BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20300401T100000Z\r\nEND:VEVENT\r\n"
    assert len(read_calendar(bare, default_zone="UTC").events) == 1


def test_several_calendars_may_stand_in_one_file() -> None:
    file = read_calendar(invitation("google-request") + invitation("google-cancel"), default_zone="UTC")
    assert [event.cancelled for event in file.events] == [False, True]
    assert file.method == "REQUEST"


def test_more_events_than_anybody_has_interviews_are_refused() -> None:
    event = re.search(rb"BEGIN:VEVENT.*END:VEVENT\r\n", calendar("DTSTART:20300401T100000Z"), re.DOTALL)
    assert event is not None
    assert refusal(b"BEGIN:VCALENDAR\r\n" + event[0] * 501 + b"END:VCALENDAR\r\n") == "calendar_too_long"


def test_only_a_hundred_people_are_read() -> None:
    crowd = [f"ATTENDEE:mailto:p{number}@example.com" for number in range(130)]
    [event] = read_calendar(calendar("DTSTART:20300401T100000Z", *crowd), default_zone="UTC").events
    assert len(event.attendees) == 100
    assert "130" in event.remarks[0]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("ATTENDEE;CN=Dana:mailto:dana@acme.example", ("Dana", "dana@acme.example")),
        ("ATTENDEE;CN=Dana:MAILTO:Dana@Acme.example", ("Dana", "Dana@Acme.example")),
        ("ATTENDEE;CN=Dana:dana@acme.example", ("Dana", "dana@acme.example")),
        ("ATTENDEE;CN=Dana:invalid:nomail", ("Dana", None)),
        ("ATTENDEE;CN=Dana:https://dana@acme.example/x", ("Dana", None)),
        ('ATTENDEE;CN="Reyes, Dana":mailto:dana@acme.example', ("Reyes, Dana", "dana@acme.example")),
        ("ATTENDEE;CN=Reyes, Dana:mailto:dana@acme.example", ("Reyes, Dana", "dana@acme.example")),
        ("ATTENDEE:mailto:dana@acme.example", (None, "dana@acme.example")),
    ],
)
def test_people_are_named_as_they_are_written(line: str, read: tuple[str | None, str | None]) -> None:
    [event] = read_calendar(calendar("DTSTART:20300401T100000Z", line), default_zone="UTC").events
    assert [(person.name, person.email) for person in event.attendees] == [read]


def test_somebody_without_name_and_address_is_nobody() -> None:
    [event] = read_calendar(calendar("DTSTART:20300401T100000Z", "ATTENDEE:urn:uuid:1"), default_zone="UTC").events
    assert event.attendees == ()


@given(
    raw=st.sampled_from(FILES),
    changes=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 25), st.one_of(st.binary(max_size=3), st.sampled_from(FRAGMENTS))),
        min_size=1,
        max_size=8,
    ),
)
@settings(max_examples=400)
def test_whatever_happens_to_a_file_it_is_read_or_refused(raw: bytes, changes: list[tuple[float, int, bytes]]) -> None:
    for place, length, instead in changes:
        start = int(place * len(raw))
        raw = raw[:start] + instead + raw[start + length :]
    try:
        file = read_calendar(raw, default_zone="Europe/Berlin")
    except Invalid:
        return
    for event in file.events:
        assert event.starts_at or event.cancelled or event.remarks
        assert (event.starts_at is None) == (event.timezone is None)
