"""How an interview takes place, by what its invitation says."""

import pytest

from afterview.connectors.calendar_files import read_calendar
from afterview.services.invitation_format import format_of
from tests.connectors.calendar_texts import calendar


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["LOCATION:https://us02web.zoom.us/j/881"], "video"),
        (["LOCATION:Microsoft Teams-Besprechung"], "video"),
        (["LOCATION:Room 4 and https://meet.google.com/abc"], "video"),
        (["LOCATION:Phone call: +1 212 555 0123"], "phone"),
        (["LOCATION:+1 (212) 555-0123"], "phone"),
        (["LOCATION:tel:+12125550123"], "phone"),
        (["LOCATION:500 Harbor Way, Oakland"], "onsite"),
        (["LOCATION:https://acme.example/visit"], "other"),
        (["SUMMARY:Onsite interview"], "onsite"),
        (["SUMMARY:Phone screen"], "phone"),
        (["SUMMARY:Video call"], "video"),
        (["SUMMARY:Interview", "DESCRIPTION:Join: https://zoom.us/j/1"], "video"),
        (["SUMMARY:Interview"], "other"),
    ],
)
def test_place_and_text_tell_how_it_takes_place(lines: list[str], expected: str) -> None:
    [event] = read_calendar(calendar("DTSTART:20300401T100000Z", *lines), default_zone="UTC").events
    assert format_of(event) == expected
