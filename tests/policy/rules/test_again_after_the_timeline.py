import pytest

from afterview.policy.facts import Facts, Touch
from afterview.policy.terms import Kind, Reached, TouchKind
from tests.policy.builders import (
    DANA,
    REESE,
    calendar,
    call,
    check_in,
    dana,
    interview,
    reese,
    reply,
    some_facts,
    thanks,
    touch,
)
from tests.policy.reading import advise, around

RULE = "again-after-the-timeline"
EMAIL, CALL = Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL
INFORMATION = TouchKind.ADDITIONAL_INFORMATION_EMAIL


def passed(*touches: Touch, by: str = "2026-11-23", **policy: object) -> Facts:
    """A date that has passed, and what was sent since the thanks."""
    return some_facts(interviews=[interview(reply_by=by)], touches=[thanks(), *touches], policy=policy)


SPEAKS = some_facts(
    interviews=[interview(reply_by="2026-11-23")],
    touches=[thanks(), check_in("2026-11-24T14:00Z")],
    now="2026-11-25T15:00Z",
)


def test_the_second_question_comes_a_week_after_the_first() -> None:
    assert around("2026-12-01T14:00Z", passed(check_in("2026-11-24T14:00Z")), CALL, DANA) == ("not_yet", "recommended")


def test_the_second_question_may_be_asked_and_need_not() -> None:
    assert advise(passed(check_in("2026-11-24T14:00Z")), "2026-12-01T14:00Z").action["strength"] == "may"


def test_the_first_question_should_be_asked() -> None:
    assert advise(passed(), "2026-11-24T14:00Z").action["strength"] == "should"


def test_the_wait_for_the_second_names_this_rule_and_the_first() -> None:
    held_back = advise(passed(check_in("2026-11-24T14:00Z")), "2026-11-26T15:00Z").binding(CALL, DANA)
    assert (held_back.rule, "2026-11-24T14:00:00Z" in held_back.facts.values()) == (RULE, True)


def test_a_week_that_ends_outside_working_hours_lasts_until_the_next_working_morning() -> None:
    friday = passed(check_in("2026-11-27T23:00Z"), by="2026-11-25")
    assert around("2026-12-07T14:00Z", friday, CALL, DANA) == ("not_yet", "recommended")


def test_a_holiday_moves_the_second_question() -> None:
    facts = some_facts(
        interviews=[interview(reply_by="2026-11-23")],
        touches=[thanks(), check_in("2026-11-24T14:00Z")],
        calendar=calendar("2026-12-01"),
    )
    assert around("2026-12-02T14:00Z", facts, CALL, DANA) == ("not_yet", "recommended")


def test_a_week_over_a_clock_change_keeps_the_wall_clock() -> None:
    autumn = some_facts(
        interviews=[interview(ends="2026-10-26T19:00Z", reply_by="2026-10-27")],
        touches=[thanks("2026-10-26T19:30Z"), check_in("2026-10-28T19:00Z")],
    )
    assert around("2026-11-04T20:00Z", autumn, CALL, DANA) == ("not_yet", "recommended")


def test_the_days_between_are_the_users() -> None:
    ten = passed(check_in("2026-11-24T14:00Z"), days_between_enquiries=10)
    assert around("2026-12-04T14:00Z", ten, CALL, DANA) == ("not_yet", "recommended")


def test_a_week_lies_between_two_questions_whoever_got_the_first() -> None:
    facts = some_facts(
        interviews=[interview(reply_by="2026-11-23")],
        contacts=[dana(), reese()],
        touches=[thanks(), check_in("2026-11-24T14:00Z", DANA)],
    )
    assert around("2026-12-01T14:00Z", facts, CALL, REESE) == ("not_yet", "recommended")


@pytest.mark.parametrize("kind", [EMAIL, CALL])
def test_there_is_never_a_third_question(kind: Kind) -> None:
    twice = passed(check_in("2026-11-24T14:00Z"), call("2026-12-01T14:00Z"))
    assert advise(twice, "2027-01-11T15:00Z").verdict(kind, DANA) == "no_longer"


def test_the_end_of_questions_names_this_rule() -> None:
    twice = passed(check_in("2026-11-24T14:00Z"), call("2026-12-01T14:00Z"))
    assert advise(twice, "2027-01-11T15:00Z").binding(EMAIL, DANA).rule == RULE


def test_who_wants_to_follow_up_once_only_asks_once_only() -> None:
    once = passed(check_in("2026-11-24T14:00Z"), max_follow_ups=1)
    over = advise(once, "2026-12-07T15:00Z")
    assert (over.verdict(CALL, DANA), over.binding(CALL, DANA).rule) == ("no_longer", RULE)


def test_information_is_followed_by_a_week_without_a_question() -> None:
    informed = passed(touch(INFORMATION, "2026-11-23T15:00Z"), by="2026-11-25")
    assert around("2026-11-30T15:00Z", informed, EMAIL, DANA) == ("not_yet", "recommended")


def test_the_question_after_information_is_the_first_and_should_be_asked() -> None:
    informed = passed(touch(INFORMATION, "2026-11-23T15:00Z"), by="2026-11-25")
    assert advise(informed, "2026-11-30T15:00Z").action["strength"] == "should"


@pytest.mark.parametrize("kind", [EMAIL, CALL])
def test_information_and_one_question_are_enough(kind: Kind) -> None:
    informed = passed(touch(INFORMATION, "2026-11-23T15:00Z"), check_in("2026-11-30T15:00Z"), by="2026-11-25")
    assert advise(informed, "2026-12-14T15:00Z").verdict(kind, DANA) == "no_longer"


def test_for_who_wants_to_follow_up_once_only_information_is_the_once() -> None:
    informed = passed(touch(INFORMATION, "2026-11-23T15:00Z"), by="2026-11-25", max_follow_ups=1)
    assert advise(informed, "2026-12-14T15:00Z").verdict(EMAIL, DANA) == "no_longer"


def test_what_was_sent_before_their_last_message_does_not_count() -> None:
    facts = passed(
        check_in("2026-11-24T14:00Z"), call("2026-12-01T14:00Z"), reply("2026-12-02T15:00Z", by="2026-12-03")
    )
    assert around("2026-12-04T14:00Z", facts, EMAIL, DANA) == ("not_yet", "recommended")


def test_a_call_that_left_no_trace_does_not_count() -> None:
    facts = passed(check_in("2026-11-24T14:00Z"), call("2026-12-01T14:00Z", reached=Reached.NO_TRACE))
    assert advise(facts, "2026-12-02T15:00Z").step == (CALL, DANA)


def test_while_nothing_was_sent_the_rule_keeps_quiet() -> None:
    assert RULE not in advise(passed(), "2026-11-24T14:00Z").rules(EMAIL, DANA)


def test_a_thank_you_is_no_follow_up() -> None:
    assert RULE not in advise(passed(thanks("2026-11-24T14:00Z")), "2026-11-25T15:00Z").rules(EMAIL, DANA)
