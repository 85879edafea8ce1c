"""Who of an invitation is met, and as what."""

import pytest

from afterview.connectors.calendar_files import Event, read_calendar
from afterview.policy.terms import Role
from afterview.services.invited_people import Self, invited_people, plain_name
from tests.connectors.calendar_texts import calendar, invitation

KIM = Self("Kim Okafor", frozenset({"kim@example.com"}))


def an_event(*lines: str) -> Event:
    [event] = read_calendar(calendar("DTSTART:20300401T100000Z", *lines), default_zone="UTC").events
    return event


def names(*lines: str) -> tuple[list[str], list[str]]:
    """The names of those who lead the interview, and of those who only arranged it."""
    people = invited_people(an_event(*lines), KIM)
    return [person.name for person in people.interviewers], [person.name for person in people.arrangers]


def test_neither_rooms_nor_those_who_declined_nor_the_user_are_met() -> None:
    [event] = read_calendar(invitation("google-request"), default_zone="UTC").events
    assert [person.name for person in invited_people(event, KIM).interviewers] == ["Dana Reyes", "Omar Haddad"]


def test_the_user_is_known_by_address_in_any_case_and_by_name() -> None:
    assert names("ORGANIZER:mailto:KIM@example.com", 'ATTENDEE;CN="Okafor, Kim":mailto:k@other.example') == ([], [])


def test_a_recruiter_who_brings_others_only_arranges() -> None:
    lines = ("ORGANIZER;CN=Ida (Recruiting):mailto:ida@acme.example", "ATTENDEE;CN=Omar:mailto:omar@acme.example")
    assert names(*lines) == (["Omar"], ["Ida"])


def test_a_recruiter_alone_leads_the_interview() -> None:
    assert names("ORGANIZER;CN=Ida:mailto:talent@acme.example") == (["Ida"], [])


def test_a_recruiter_is_a_contact_of_that_role() -> None:
    people = invited_people(an_event("ORGANIZER;CN=Ida:mailto:talent@acme.example"), KIM)
    assert [person.role for person in people.interviewers] == [Role.RECRUITER]


def test_somebody_who_is_named_twice_is_one_person() -> None:
    lines = ("ORGANIZER;CN=Dana:mailto:dana@acme.example", "ATTENDEE;CN=Dana Reyes:mailto:DANA@acme.example")
    assert names(*lines) == (["Dana"], [])


def test_a_scheduling_services_address_is_nobodys() -> None:
    [event] = read_calendar(invitation("calendly-request"), default_zone="UTC").events
    people = invited_people(event, KIM)
    assert [(person.name, person.email) for person in people.interviewers] == [
        ("Mira Castellano", "mira@fernhill.example")
    ]


def test_behind_a_services_address_a_name_is_kept() -> None:
    people = invited_people(an_event("ORGANIZER;CN=Mira:mailto:notifications@calendly.com"), KIM)
    assert [(person.name, person.email) for person in people.interviewers] == [("Mira", None)]


@pytest.mark.parametrize("name", ["", ";CN=omar.haddad@acme.example", ";CN=\"'omar.haddad@acme.example'\""])
def test_an_address_alone_gives_a_name(name: str) -> None:
    assert names(f"ATTENDEE{name}:mailto:omar.haddad@acme.example") == (["Omar Haddad"], [])


def test_an_address_that_the_api_would_refuse_is_left_out() -> None:
    people = invited_people(an_event("ATTENDEE;CN=Omar:mailto:omar@localhost.localdomain.local"), KIM)
    assert [(person.name, person.email) for person in people.interviewers] == [("Omar", None)]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Dana Reyes", ("Dana Reyes", None)),
        ("Reyes, Dana", ("Dana Reyes", None)),
        ("'Reyes, Dana'", ("Dana Reyes", None)),
        ("Brandt, Ida (Talent Acquisition)", ("Ida Brandt", "Talent Acquisition")),
        ("Dana Reyes [External]", ("Dana Reyes", "External")),
        ("Reyes, Dana, PhD", ("Reyes, Dana, PhD", None)),
        ("(Dana)", ("(Dana)", None)),
    ],
)
def test_a_name_is_written_as_one_says_it(written: str, said: tuple[str, str | None]) -> None:
    assert plain_name(written) == said
