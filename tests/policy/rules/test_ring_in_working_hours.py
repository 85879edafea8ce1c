from datetime import time

import pytest

from afterview.policy.facts import Calendar, Facts
from afterview.policy.terms import Kind
from tests.policy.builders import DANA, calendar, check_in, dana, interview, some_facts, thanks
from tests.policy.reading import advise, around

RULE = "ring-in-working-hours"
CALL = Kind.FOLLOW_UP_CALL
# Asked after a promised date, so that a call is the second question from Tuesday 1 December on.
TOUCHES = (thanks(), check_in("2026-11-24T14:00Z"))


def call_is_due(*, reader: str | None = None, hours: Calendar | None = None) -> Facts:
    return some_facts(
        interviews=[interview(reply_by="2026-11-23")],
        contacts=[dana(timezone=reader)],
        touches=TOUCHES,
        calendar=hours,
        linkedin=False,
    )


SPEAKS = some_facts(interviews=[interview(reply_by="2026-11-23")], touches=TOUCHES, now="2026-12-02T02:00Z")


def test_a_call_shuts_at_the_end_of_the_working_day() -> None:
    assert around("2026-12-01T22:00Z", call_is_due(), CALL, DANA) == ("recommended", "not_yet")


def test_a_call_opens_again_in_the_morning() -> None:
    assert around("2026-12-02T14:00Z", call_is_due(), CALL, DANA) == ("not_yet", "recommended")


def test_a_call_outside_working_hours_names_this_rule_and_the_morning() -> None:
    shut = advise(call_is_due(), "2026-12-01T22:00Z").binding(CALL, DANA)
    assert (shut.rule, list(shut.facts.values())) == (RULE, ["2026-12-02T14:00:00Z"])


NEXT_MORNINGS = [
    pytest.param(call_is_due(), "2026-12-01T22:00Z", "2026-12-02T14:00:00Z", id="a Tuesday evening"),
    pytest.param(call_is_due(), "2026-12-02T13:00Z", "2026-12-02T14:00:00Z", id="before nine"),
    pytest.param(call_is_due(), "2026-12-04T22:00Z", "2026-12-07T14:00:00Z", id="a Friday evening"),
    pytest.param(call_is_due(), "2026-12-06T16:00Z", "2026-12-07T14:00:00Z", id="a Sunday"),
    pytest.param(
        call_is_due(hours=calendar("2026-12-03")), "2026-12-03T16:00Z", "2026-12-04T14:00:00Z", id="a holiday"
    ),
    pytest.param(
        call_is_due(reader="Asia/Kolkata"), "2026-12-03T11:30Z", "2026-12-04T03:30:00Z", id="17:00 in Kolkata"
    ),
    pytest.param(
        call_is_due(reader="America/Los_Angeles"), "2026-12-03T16:00Z", "2026-12-03T17:00:00Z", id="8:00 on the coast"
    ),
    pytest.param(
        call_is_due(hours=Calendar(opens=time(10), closes=time(16))),
        "2026-12-03T21:00Z",
        "2026-12-04T15:00:00Z",
        id="people who work from ten to four",
    ),
    pytest.param(
        call_is_due(hours=Calendar(region_holidays=frozenset({interview(ends="2026-12-03T21:00Z").ends_at.date()}))),
        "2026-12-03T16:00Z",
        "2026-12-04T14:00:00Z",
        id="a holiday of the region",
    ),
]


@pytest.mark.parametrize(("facts", "now", "opens_at"), NEXT_MORNINGS)
def test_outside_working_hours_a_call_opens_at_the_next_working_moment(facts: Facts, now: str, opens_at: str) -> None:
    assert advise(facts, now).not_before(CALL, DANA) == opens_at


def test_over_a_weekend_of_a_clock_change_the_morning_is_at_nine_on_the_new_clock() -> None:
    autumn = some_facts(
        interviews=[interview(ends="2026-10-12T19:00Z", reply_by="2026-10-13")],
        touches=[thanks("2026-10-12T19:30Z"), check_in("2026-10-14T14:00Z")],
    )
    assert advise(autumn, "2026-10-30T21:00Z").not_before(CALL, DANA) == "2026-11-02T14:00:00Z"


SHUTTINGS = [
    pytest.param(call_is_due(), "2026-12-01T14:00Z", "2026-12-01T22:00:00Z", id="in the morning"),
    pytest.param(call_is_due(), "2026-12-04T21:59:59Z", "2026-12-04T22:00:00Z", id="at the last second"),
    pytest.param(call_is_due(reader="Asia/Kolkata"), "2026-12-03T05:00Z", "2026-12-03T11:30:00Z", id="in Kolkata"),
    pytest.param(
        call_is_due(hours=Calendar(opens=time(10), closes=time(16))),
        "2026-12-03T17:00Z",
        "2026-12-03T21:00:00Z",
        id="people who work from ten to four",
    ),
]


@pytest.mark.parametrize(("facts", "now", "shuts_at"), SHUTTINGS)
def test_inside_working_hours_a_call_tells_until_when(facts: Facts, now: str, shuts_at: str) -> None:
    told = [r for r in advise(facts, now).why(CALL, DANA) if r.rule == RULE]
    assert [list(r.facts.values()) for r in told] == [[shuts_at]]


@pytest.mark.parametrize(("facts", "now", "shuts_at"), SHUTTINGS)
def test_a_recommended_call_is_worth_another_look_when_it_shuts(facts: Facts, now: str, shuts_at: str) -> None:
    advice = advise(facts, now)
    assert (advice.step, advice.document["next_review_at"]) == ((CALL, DANA), shuts_at)


def test_a_call_that_is_merely_allowed_is_worth_another_look_when_it_shuts() -> None:
    question = advise(some_facts(touches=[thanks()], linkedin=False, now="2026-12-01T15:00Z"))
    assert (question.kind, question.document["next_review_at"]) == (Kind.CHECK_IN_EMAIL, "2026-12-01T22:00:00Z")


def test_a_call_to_come_does_not_tell_of_the_hours_before_it() -> None:
    assert RULE not in [r.rule for r in advise(call_is_due(), "2026-11-30T15:00Z").reasons]


def test_an_open_email_stays_open_at_night() -> None:
    question = some_facts(touches=[thanks()], now="2026-12-01T03:00Z")
    assert advise(question).step == (Kind.CHECK_IN_EMAIL, DANA)


def test_a_call_that_is_merely_allowed_is_shut_at_night_as_well() -> None:
    question = some_facts(touches=[thanks()], now="2026-12-01T03:00Z")
    assert advise(question).binding(CALL, DANA).rule == RULE
