import pytest

from afterview.policy.terms import Kind, Notes
from tests.policy.builders import (
    DANA,
    NEW_YORK,
    SAM,
    SECOND,
    at,
    calendar,
    dana,
    interview,
    sam,
    some_facts,
    thanks,
)
from tests.policy.reading import advise, around

THANKS = Kind.THANK_YOU_EMAIL
SPEAKS = some_facts()


def test_thanks_open_at_the_very_end_of_the_interview() -> None:
    assert around("2026-11-20T21:00Z", some_facts(), THANKS, DANA) == ("not_yet", "recommended")


def test_before_the_end_thanks_name_the_end_as_their_opening() -> None:
    assert advise(some_facts(), "2026-11-20T12:00Z").not_before(THANKS, DANA) == "2026-11-20T21:00:00Z"


def test_the_end_is_the_actual_one_when_the_interview_overran() -> None:
    overran = some_facts(interviews=[interview(starts="2026-11-20T20:00Z", ends="2026-11-20T22:30Z")])
    assert around("2026-11-20T22:30Z", overran, THANKS, DANA) == ("not_yet", "recommended")


A_DAY_ON = [
    pytest.param("2026-11-20T21:00Z", NEW_YORK, "2026-11-21T21:00:00Z", id="into a Saturday"),
    pytest.param("2026-11-25T21:00Z", NEW_YORK, "2026-11-26T21:00:00Z", id="into a holiday"),
    pytest.param("2026-10-31T20:00Z", NEW_YORK, "2026-11-01T20:00:00Z", id="the clocks go back in New York"),
    pytest.param("2027-03-13T21:00Z", NEW_YORK, "2027-03-14T21:00:00Z", id="the clocks go forward in New York"),
    pytest.param("2026-10-24T14:00Z", "Europe/Berlin", "2026-10-25T14:00:00Z", id="the clocks go back in Berlin"),
    pytest.param("2027-03-27T15:00Z", "Europe/Berlin", "2027-03-28T15:00:00Z", id="the clocks go forward in Berlin"),
    pytest.param("2026-11-20T11:30Z", "Asia/Kolkata", "2026-11-21T11:30:00Z", id="a zone with half an hour"),
    pytest.param("2026-10-03T06:00Z", "Australia/Lord_Howe", "2026-10-04T06:00:00Z", id="half an hour is put forward"),
]


@pytest.mark.parametrize(("ends", "timezone", "late_after"), A_DAY_ON)
def test_thanks_are_on_time_for_24_elapsed_hours(ends: str, timezone: str, late_after: str) -> None:
    facts = some_facts(interviews=[interview(ends=ends, timezone=timezone)], calendar=calendar("2026-11-26"))
    assert advise(facts, ends).window["closes_at"] == late_after


@pytest.mark.parametrize(("ends", "timezone", "late_after"), A_DAY_ON)
def test_thanks_are_late_from_then_on_and_not_a_second_sooner(ends: str, timezone: str, late_after: str) -> None:
    facts = some_facts(interviews=[interview(ends=ends, timezone=timezone)], calendar=calendar("2026-11-26"))
    late = [advise(facts, now).action["late"] for now in (at(late_after) - SECOND, at(late_after))]
    assert late == [False, True]


def test_the_recipients_own_zone_changes_nothing_about_the_day() -> None:
    in_tokyo = some_facts(contacts=[dana(timezone="Asia/Tokyo")])
    assert advise(in_tokyo).window["closes_at"] == "2026-11-21T21:00:00Z"


def test_the_hours_are_the_users() -> None:
    hurried = some_facts(policy={"thank_you_hours": 3})
    assert advise(hurried).window["closes_at"] == "2026-11-21T00:00:00Z"


def test_thanks_are_late_after_the_users_hours() -> None:
    hurried = some_facts(policy={"thank_you_hours": 3})
    late = [advise(hurried, now).action["late"] for now in ("2026-11-20T23:59:59Z", "2026-11-21T00:00Z")]
    assert late == [False, True]


def test_the_rule_is_the_binding_reason_for_thanks() -> None:
    assert advise(some_facts()).reasons[0].rule == "thank-within-a-day"


def test_the_reason_names_the_end_and_the_day_that_follows() -> None:
    named = advise(some_facts()).reasons[0].facts.values()
    assert {"2026-11-20T21:00:00Z", "2026-11-21T21:00:00Z"} <= set(named)


def test_the_reason_tells_the_end_on_the_recipients_clock() -> None:
    assert "Fri 20 Nov, 16:00 (New York)" in advise(some_facts()).reasons[0].because


def test_every_interviewer_has_the_same_day() -> None:
    panel = some_facts(interviews=[interview(who=(DANA, SAM))], contacts=[dana(), sam()], touches=[thanks()])
    assert advise(panel).window["closes_at"] == "2026-11-21T21:00:00Z"


def test_two_interviews_in_one_day_each_have_their_own() -> None:
    loop = some_facts(
        interviews=[interview(id="i1", ends="2026-11-20T18:00Z", who=(SAM,)), interview(id="i2", who=(DANA,))],
        contacts=[dana(), sam()],
    )
    assert (advise(loop).who, advise(loop).window["closes_at"]) == (SAM, "2026-11-21T18:00:00Z")


def test_thanks_that_went_out_are_not_asked_for_again() -> None:
    assert advise(some_facts(touches=[thanks()])).kind != THANKS


def test_a_connection_request_is_bound_to_no_day() -> None:
    thanked = some_facts(touches=[thanks()], now="2026-11-23T15:00Z")
    assert "thank-within-a-day" not in advise(thanked).rules(Kind.LINKEDIN_REQUEST, DANA)


def test_a_note_beside_the_thank_you_is_bound_to_no_day() -> None:
    with_note = some_facts(
        contacts=[dana(postal_address="1 Main Street")],
        touches=[thanks()],
        notes=Notes.WELCOME,
        now="2026-11-23T15:00Z",
    )
    note = advise(with_note)
    assert (note.kind, note.action["late"], "thank-within-a-day" in note.rules(note.kind, DANA)) == (
        Kind.HANDWRITTEN_NOTE,
        False,
        False,
    )


def test_on_time_and_late_are_told_apart() -> None:
    assert advise(some_facts()).reasons[0].because != advise(some_facts(), "2026-11-24T15:00Z").reasons[0].because
