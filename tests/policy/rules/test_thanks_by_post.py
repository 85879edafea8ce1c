import pytest

from afterview.policy.facts import Touch
from afterview.policy.terms import Kind, Notes, Status, TouchKind
from tests.policy.builders import DANA, DAY, ENDED, When, dana, interview, some_facts, thanks, touch
from tests.policy.reading import Advice, advise, around

NOTE = Kind.HANDWRITTEN_NOTE
EMAIL = Kind.THANK_YOU_EMAIL
AT_HOME = dana(email=None, postal_address="1 Main Street")
SPEAKS = some_facts(contacts=[AT_HOME])


def by_post(now: When = "2026-11-20T22:00Z", *touches: Touch, notes: Notes = Notes.UNKNOWN) -> Advice:
    return advise(some_facts(now=now, contacts=[AT_HOME], touches=touches, notes=notes))


def a_note(when: When = "2026-11-20T21:30Z", who: str | None = DANA) -> Touch:
    return touch(TouchKind.HANDWRITTEN_NOTE, when, who)


@pytest.mark.parametrize("notes", [Notes.WELCOME, Notes.UNKNOWN])
def test_where_only_a_postal_address_is_known_a_note_says_thank_you(notes: Notes) -> None:
    assert by_post(notes=notes).step == (NOTE, DANA)


@pytest.mark.parametrize("notes", [Notes.WELCOME, Notes.UNKNOWN])
def test_a_note_that_says_thank_you_should_be_written(notes: Notes) -> None:
    assert by_post(notes=notes).action["strength"] == "should"


def test_a_note_that_says_thank_you_names_this_rule() -> None:
    assert "thanks-by-post" in by_post().rules(NOTE, DANA)


def test_it_is_to_be_posted_within_the_day() -> None:
    assert by_post().window["closes_at"] == "2026-11-21T21:00:00Z"


def test_it_is_late_after_the_day() -> None:
    assert [by_post(now).action["late"] for now in ("2026-11-21T20:59:59Z", "2026-11-21T21:00Z")] == [False, True]


def test_late_or_not_it_is_welcome_for_a_week() -> None:
    assert around("2026-11-27T21:00Z", some_facts(contacts=[AT_HOME]), NOTE, DANA) == ("recommended", "no_longer")


def test_the_days_of_a_bonus_note_do_not_close_it() -> None:
    assert advise(some_facts(contacts=[AT_HOME], policy={"note_days": 1}), ENDED + 3 * DAY).step == (NOTE, DANA)


def test_the_email_is_never_the_thank_you_then() -> None:
    assert by_post().verdict(EMAIL, DANA) == "never"


def test_a_note_that_was_posted_is_done() -> None:
    done = by_post("2026-11-23T15:00Z", a_note())
    assert (done.verdict(NOTE, DANA), done.binding(NOTE, DANA).rule) == ("no_longer", "thank-each-person")


def test_a_note_for_everybody_in_the_interview_is_thanks_too() -> None:
    assert by_post("2026-11-23T15:00Z", a_note(who=None)).verdict(NOTE, DANA) == "no_longer"


def test_the_connection_request_follows_the_note_by_a_day() -> None:
    noted = some_facts(contacts=[AT_HOME], touches=[a_note()])
    assert around("2026-11-21T21:30Z", noted, Kind.LINKEDIN_REQUEST, DANA) == ("not_yet", "recommended")


def test_the_connection_request_waits_for_the_note() -> None:
    assert by_post("2026-11-23T15:00Z").not_before(Kind.LINKEDIN_REQUEST, DANA) is None


@pytest.mark.parametrize("who", [DANA, None])
def test_the_week_before_a_call_starts_with_the_note(who: str | None) -> None:
    noted = some_facts(contacts=[AT_HOME], touches=[a_note(who=who)])
    assert around("2026-11-27T21:30Z", noted, Kind.FOLLOW_UP_CALL, DANA) == ("not_yet", "recommended")


def test_a_note_for_everybody_is_no_thank_you_where_all_can_be_reached_by_email() -> None:
    noted = some_facts(contacts=[dana(postal_address="1 Main Street")], touches=[a_note(who=None)])
    assert around("2026-11-27T21:00Z", noted, Kind.CHECK_IN_EMAIL, DANA) == ("not_yet", "recommended")


def test_what_was_missed_rides_in_the_note() -> None:
    points = some_facts(contacts=[AT_HOME], interviews=[interview(points=("the migration",))])
    assert advise(points).action["carries"] == ["additional_information_email"]


def test_it_stays_a_thank_you_after_an_offer() -> None:
    offered = some_facts(contacts=[AT_HOME], status=Status.ACCEPTED, changed="2026-11-20T21:30Z")
    assert advise(offered).step == (NOTE, DANA)


def test_it_is_no_thank_you_after_a_rejection() -> None:
    rejected = some_facts(contacts=[AT_HOME], status=Status.REJECTED, changed="2026-11-20T21:30Z")
    assert advise(rejected).verdict(NOTE, DANA) == "never"


def test_where_notes_are_unwelcome_the_email_stays_the_thank_you() -> None:
    assert by_post(notes=Notes.UNWELCOME).step == (EMAIL, DANA)


def test_where_notes_are_unwelcome_the_email_address_is_to_be_found() -> None:
    assert by_post(notes=Notes.UNWELCOME).missing[0] == "contacts/dana/email"


def test_where_notes_are_unwelcome_the_note_is_never() -> None:
    assert by_post(notes=Notes.UNWELCOME).verdict(NOTE, DANA) == "never"


def test_with_both_addresses_the_email_is_the_thank_you() -> None:
    both = advise(some_facts(contacts=[dana(postal_address="1 Main Street")]))
    assert (both.step, "thanks-by-post" in both.rules(EMAIL, DANA)) == ((EMAIL, DANA), False)


def test_with_both_addresses_a_note_is_no_thank_you() -> None:
    noted = some_facts(contacts=[dana(postal_address="1 Main Street")], touches=[a_note()])
    assert advise(noted).step == (EMAIL, DANA)


def test_with_neither_address_the_email_is_the_thank_you() -> None:
    assert advise(some_facts(contacts=[dana(email=None)])).step == (EMAIL, DANA)


def test_thanks_by_email_all_the_same_are_thanks() -> None:
    assert by_post("2026-11-20T22:00Z", thanks()).verdict(NOTE, DANA) == "no_longer"


def test_only_a_note_is_the_thank_you_there() -> None:
    assert by_post("2026-11-20T22:00Z", touch(TouchKind.OTHER_OUTBOUND, "2026-11-20T21:30Z")).step == (NOTE, DANA)
