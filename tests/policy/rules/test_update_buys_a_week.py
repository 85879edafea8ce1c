import pytest

from afterview.policy.facts import Facts, Touch
from afterview.policy.terms import Kind, Status, TouchKind
from tests.policy.builders import (
    DANA,
    REESE,
    calendar,
    dana,
    interview,
    reese,
    reply,
    some_facts,
    thanks,
    touch,
)
from tests.policy.reading import advise, around

RULE = "update-buys-a-week"
EMAIL = Kind.CHECK_IN_EMAIL
SPEAKS = some_facts(touches=[thanks(), reply("2026-11-25T15:00Z")], now="2026-11-26T15:00Z")


def updated(*touches: Touch, reply_by: str | None = None) -> Facts:
    return some_facts(interviews=[interview(reply_by=reply_by)], touches=[thanks(), *touches])


def test_after_a_message_without_a_day_a_question_waits_a_week() -> None:
    assert around("2026-12-02T15:00Z", updated(reply("2026-11-25T15:00Z")), EMAIL, DANA) == ("not_yet", "recommended")


def test_a_call_waits_as_long() -> None:
    opening = around("2026-12-02T15:00Z", updated(reply("2026-11-25T15:00Z")), Kind.FOLLOW_UP_CALL, DANA)
    assert opening == ("not_yet", "allowed")


@pytest.mark.parametrize("who", [DANA, REESE, None])
def test_whoever_wrote_bought_the_week(who: str | None) -> None:
    facts = some_facts(contacts=[dana(), reese()], touches=[thanks(), reply("2026-11-25T15:00Z", who)])
    assert around("2026-12-02T15:00Z", facts, EMAIL, REESE) == ("not_yet", "recommended")


def test_a_change_of_status_buys_the_week_too() -> None:
    moved_on = some_facts(touches=[thanks()], status=Status.ACTIVE, changed="2026-11-25T15:00Z")
    assert around("2026-12-02T15:00Z", moved_on, EMAIL, DANA) == ("not_yet", "recommended")


def test_the_latest_message_counts() -> None:
    twice = updated(reply("2026-11-25T15:00Z"), reply("2026-11-27T16:00Z"))
    assert around("2026-12-04T16:00Z", twice, EMAIL, DANA) == ("not_yet", "recommended")


def test_a_message_at_night_buys_until_the_next_working_morning() -> None:
    assert around("2026-12-03T14:00Z", updated(reply("2026-11-26T02:00Z")), EMAIL, DANA) == ("not_yet", "recommended")


def test_a_holiday_moves_the_end_of_the_week() -> None:
    facts = some_facts(touches=[thanks(), reply("2026-11-25T15:00Z")], calendar=calendar("2026-12-02"))
    assert around("2026-12-03T14:00Z", facts, EMAIL, DANA) == ("not_yet", "recommended")


def test_a_week_over_a_clock_change_keeps_the_wall_clock() -> None:
    autumn = some_facts(
        interviews=[interview(ends="2026-10-20T19:00Z")],
        touches=[thanks("2026-10-20T19:30Z"), reply("2026-10-28T19:00Z")],
    )
    assert around("2026-11-04T20:00Z", autumn, EMAIL, DANA) == ("not_yet", "recommended")


def test_the_quiet_days_are_the_users() -> None:
    twelve = some_facts(touches=[thanks(), reply("2026-11-25T15:00Z")], policy={"quiet_days": 12})
    assert around("2026-12-07T15:00Z", twelve, EMAIL, DANA) == ("not_yet", "recommended")


def test_the_wait_names_this_rule_and_when_they_wrote() -> None:
    held_back = advise(updated(reply("2026-11-25T15:00Z")), "2026-11-30T15:00Z").binding(EMAIL, DANA)
    assert (held_back.rule, "2026-11-25T15:00:00Z" in held_back.facts.values()) == (RULE, True)


def test_the_week_after_the_thanks_binds_when_it_ends_later() -> None:
    early = some_facts(touches=[reply("2026-11-20T21:15Z"), thanks("2026-11-23T15:00Z")])
    assert advise(early, "2026-11-24T15:00Z").binding(EMAIL, DANA).rule == "enquiry-waits-a-week"


def test_a_message_after_the_date_in_force_buys_a_week_in_its_stead() -> None:
    facts = updated(reply("2026-11-25T15:00Z"), reply_by="2026-12-18")
    assert around("2026-12-02T15:00Z", facts, EMAIL, DANA) == ("not_yet", "recommended")


def test_a_message_that_names_a_day_buys_until_then_and_no_week() -> None:
    dated = updated(reply("2026-11-25T15:00Z", by="2026-11-26"))
    assert around("2026-11-27T14:00Z", dated, EMAIL, DANA) == ("not_yet", "recommended")


def test_a_day_said_since_ends_the_week() -> None:
    dated = updated(reply("2026-11-25T15:00Z"), reply("2026-11-25T16:00Z", by="2026-11-26"))
    assert around("2026-11-27T14:00Z", dated, EMAIL, DANA) == ("not_yet", "recommended")


def test_a_day_said_at_the_end_of_a_later_interview_ends_the_week() -> None:
    facts = some_facts(interviews=[interview(reply_by="2026-11-23")], touches=[reply("2026-11-18T15:00Z"), thanks()])
    assert around("2026-11-24T14:00Z", facts, EMAIL, DANA) == ("not_yet", "recommended")


def test_an_automatic_reply_buys_nothing() -> None:
    out_of_office = updated(touch(TouchKind.AUTO_REPLY_RECEIVED, "2026-11-25T15:00Z"))
    assert around("2026-11-27T21:30Z", out_of_office, EMAIL, DANA) == ("not_yet", "recommended")


def test_nothing_that_the_candidate_sends_buys_a_week() -> None:
    sent = updated(touch(TouchKind.OTHER_OUTBOUND, "2026-11-25T15:00Z"))
    assert around("2026-11-27T21:30Z", sent, EMAIL, DANA) == ("not_yet", "recommended")


def test_a_message_before_the_interview_outlasts_it_by_nothing_of_its_own() -> None:
    before = some_facts(touches=[reply("2026-11-18T15:00Z"), thanks()], now="2026-11-26T15:00Z")
    assert advise(before).rules(EMAIL, DANA) == ["enquiry-waits-a-week"]


def test_without_an_update_the_rule_keeps_quiet() -> None:
    assert RULE not in advise(updated(), "2026-11-23T15:00Z").rules(EMAIL, DANA)


def test_a_day_said_with_the_change_of_status_counts() -> None:
    facts = some_facts(
        touches=[thanks(), reply("2026-11-25T15:00Z", by="2026-11-26")],
        status=Status.ACTIVE,
        changed="2026-11-25T15:00Z",
    )
    assert around("2026-11-27T14:00Z", facts, EMAIL, DANA) == ("not_yet", "recommended")
