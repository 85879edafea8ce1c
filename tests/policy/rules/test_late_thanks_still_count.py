from dataclasses import replace

import pytest

from afterview.policy.facts import Facts
from afterview.policy.terms import Kind
from tests.policy.builders import (
    DANA,
    NEW_YORK,
    REESE,
    SAM,
    WEEK,
    calendar,
    check_in,
    dana,
    interview,
    reese,
    sam,
    some_facts,
    thanks,
)
from tests.policy.reading import advise, around

THANKS = Kind.THANK_YOU_EMAIL
SPEAKS = some_facts(now="2026-11-24T15:00Z")


def ended(ends: str, timezone: str = NEW_YORK, **promise: str) -> Facts:
    return some_facts(interviews=[interview(ends=ends, timezone=timezone, reply_by=promise.get("by"))])


A_WEEK = [
    pytest.param(ended("2026-11-20T21:00Z"), "2026-11-27T21:00:00Z", id="Friday to Friday"),
    pytest.param(ended("2026-11-20T23:00Z"), "2026-11-30T14:00:00Z", id="Friday evening: the Monday after"),
    pytest.param(ended("2026-11-21T17:00Z"), "2026-11-30T14:00:00Z", id="a Saturday: the Monday after"),
    pytest.param(ended("2026-10-28T20:00Z"), "2026-11-04T21:00:00Z", id="the clocks go back in New York"),
    pytest.param(ended("2026-10-21T13:00Z", "Europe/Berlin"), "2026-10-28T14:00:00Z", id="back in Berlin"),
    pytest.param(
        ended("2027-03-24T15:00Z", "Europe/Berlin"),
        "2027-04-01T07:00:00Z",
        id="forward in Berlin: 168 hours end at 17:00, so the next morning",
    ),
    pytest.param(ended("2026-11-20T10:30Z", "Asia/Kolkata"), "2026-11-27T10:30:00Z", id="a zone with half an hour"),
    pytest.param(
        replace(ended("2026-11-20T21:00Z"), calendar=calendar("2026-11-27")),
        "2026-11-30T14:00:00Z",
        id="a holiday: the next working morning",
    ),
    pytest.param(
        replace(ended("2026-11-20T21:00Z"), contacts=[dana(timezone="Asia/Tokyo")]),
        "2026-11-30T00:00:00Z",
        id="a recipient in Tokyo, where it was Saturday",
    ),
    pytest.param(
        replace(ended("2026-11-20T21:00Z"), policy=some_facts(policy={"quiet_days": 10}).policy),
        "2026-11-30T21:00:00Z",
        id="ten quiet days",
    ),
]

UNTIL_THE_DATE = [
    pytest.param(ended("2026-11-20T21:00Z", by="2026-12-01"), "2026-12-02T14:00:00Z", id="later than the week"),
    pytest.param(ended("2026-11-20T21:00Z", by="2026-11-24"), "2026-11-25T14:00:00Z", id="sooner than the week"),
    pytest.param(ended("2026-11-20T21:00Z", by="2026-11-27"), "2026-11-30T14:00:00Z", id="a Friday: the Monday after"),
    pytest.param(ended("2026-11-19T21:00Z", by="2026-11-19"), "2026-11-20T21:00:00Z", id="not before 24 hours"),
]


@pytest.mark.parametrize(("facts", "closes_at"), A_WEEK)
def test_late_thanks_are_welcome_until_a_week_after_the_end(facts: Facts, closes_at: str) -> None:
    assert around(closes_at, facts, THANKS, DANA) == ("recommended", "no_longer")


@pytest.mark.parametrize(("facts", "closes_at"), UNTIL_THE_DATE)
def test_with_a_date_in_force_late_thanks_are_welcome_until_it_has_passed(facts: Facts, closes_at: str) -> None:
    assert around(closes_at, facts, THANKS, DANA) == ("recommended", "no_longer")


def test_once_late_the_window_shows_when_thanks_close_for_good() -> None:
    assert advise(some_facts(), "2026-11-24T15:00Z").window["closes_at"] == "2026-11-27T21:00:00Z"


def test_while_on_time_the_window_shows_the_end_of_the_day() -> None:
    assert advise(some_facts()).window["closes_at"] == "2026-11-21T21:00:00Z"


def test_the_last_hours_before_an_early_date_are_the_first_day() -> None:
    assert advise(ended("2026-11-19T21:00Z", by="2026-11-19"), "2026-11-20T20:00Z").action["late"] is False


def test_late_thanks_go_alone() -> None:
    assert advise(some_facts(), "2026-11-24T15:00Z").action["carries"] == []


def test_the_rule_is_among_the_reasons_of_late_thanks() -> None:
    assert "late-thanks-still-count" in advise(some_facts(), "2026-11-24T15:00Z").rules(THANKS, DANA)


def test_thanks_that_are_over_name_this_rule() -> None:
    assert advise(some_facts(), "2026-12-01T15:00Z").binding(THANKS, DANA).rule == "late-thanks-still-count"


def test_thanks_that_are_over_name_the_instant_when_they_closed() -> None:
    over = advise(some_facts(), "2026-12-01T15:00Z").binding(THANKS, DANA)
    assert "2026-11-27T21:00:00Z" in over.facts.values()


def test_thanks_in_time_are_not_over_a_week_later() -> None:
    thanked = some_facts(touches=[thanks()])
    assert advise(thanked, "2026-12-01T15:00Z").binding(THANKS, DANA).rule != "late-thanks-still-count"


def test_the_check_in_to_an_unthanked_person_says_thank_you_as_well() -> None:
    late = advise(some_facts(), "2026-11-27T21:00Z")
    assert (late.step, late.action["carries"]) == ((Kind.CHECK_IN_EMAIL, DANA), ["thank_you_email"])


def test_the_check_in_that_carries_thanks_names_this_rule() -> None:
    assert "late-thanks-still-count" in advise(some_facts(), "2026-11-27T21:00Z").rules(Kind.CHECK_IN_EMAIL, DANA)


def test_the_check_in_to_a_thanked_person_carries_no_thanks() -> None:
    thanked = advise(some_facts(touches=[thanks()]), "2026-11-30T15:00Z")
    assert (thanked.step, thanked.action["carries"]) == ((Kind.CHECK_IN_EMAIL, DANA), [])


def test_the_check_in_to_somebody_who_did_not_interview_carries_no_thanks() -> None:
    to_recruiter = advise(some_facts(contacts=[dana(), reese()]), "2026-11-30T15:00Z")
    assert (to_recruiter.step, to_recruiter.action["carries"]) == ((Kind.CHECK_IN_EMAIL, REESE), [])


def test_the_check_in_carries_no_thanks_for_somebody_else() -> None:
    sam_unthanked = some_facts(interviews=[interview(who=(DANA, SAM))], contacts=[dana(), sam()], touches=[thanks()])
    asked = advise(sam_unthanked, "2026-11-30T15:00Z")
    assert (asked.step, asked.action["carries"]) == ((Kind.CHECK_IN_EMAIL, DANA), [])


def test_a_second_check_in_does_not_carry_the_thanks_again() -> None:
    asked = some_facts(
        interviews=[interview(reply_by="2026-11-24")],
        contacts=[dana(phone=None)],
        touches=[check_in("2026-11-25T14:00Z", carries=(THANKS,))],
    )
    again = advise(asked, "2026-12-02T15:00Z")
    assert (again.step, again.action["carries"]) == ((Kind.CHECK_IN_EMAIL, DANA), [])


def test_everybody_has_their_own_week_on_their_own_clock() -> None:
    panel = some_facts(
        interviews=[interview(who=(DANA, SAM))], contacts=[dana(timezone="Asia/Tokyo"), sam()], touches=[]
    )
    friday = advise(panel, "2026-11-27T22:00Z")
    assert [friday.verdict(THANKS, who) for who in (DANA, SAM)] == ["recommended", "no_longer"]


def test_the_week_starts_anew_with_another_interview() -> None:
    second = interview(id="i2", ends="2026-12-03T21:00Z")
    rounds = some_facts(interviews=[interview(), second], touches=[])
    assert advise(rounds, second.ends_at + WEEK / 2).verdict(THANKS, DANA) == "recommended"


def test_still_welcome_and_too_late_are_told_apart() -> None:
    late = next(r for r in advise(some_facts(), "2026-11-24T15:00Z").reasons if r.rule == "late-thanks-still-count")
    assert late.because != advise(some_facts(), "2026-12-01T15:00Z").binding(THANKS, DANA).because


def test_the_moment_thanks_are_late_the_window_shows_the_week() -> None:
    assert advise(some_facts(), "2026-11-21T21:00Z").window["closes_at"] == "2026-11-27T21:00:00Z"
