import pytest

from afterview.policy.facts import Facts
from afterview.policy.terms import InterviewStatus, Kind, Status, TouchKind
from tests.policy.builders import (
    DANA,
    NEW_YORK,
    REESE,
    SAM,
    calendar,
    dana,
    interview,
    reese,
    reply,
    sam,
    some_facts,
    thanks,
    touch,
)
from tests.policy.reading import advise, around

RULE = "respect-the-timeline"
EMAIL = Kind.CHECK_IN_EMAIL
SPEAKS = some_facts(interviews=[interview(reply_by="2026-12-01")], touches=[thanks()])


def promised(
    by: str,
    *holidays: str,
    ended: str = "2026-11-20T21:00Z",
    place: str = NEW_YORK,
    reader: str | None = None,
) -> Facts:
    """Dana, whose own zone is `reader`, promised an answer by that day, and was thanked at the end."""
    return some_facts(
        interviews=[interview(ends=ended, timezone=place, reply_by=by)],
        contacts=[dana(timezone=reader)],
        touches=[thanks(ended)],
        calendar=calendar(*holidays),
    )


BERLIN, LONDON, TOKYO, AUCKLAND = "Europe/Berlin", "Europe/London", "Asia/Tokyo", "Pacific/Auckland"
AUTUMN, SPRING = "2026-10-20T14:00Z", "2027-03-23T14:00Z"

OPENINGS = [
    pytest.param(promised("2026-12-01"), "2026-12-02T14:00Z", id="a Tuesday: Wednesday at nine"),
    pytest.param(promised("2026-11-23"), "2026-11-24T14:00Z", id="sooner than the week"),
    pytest.param(promised("2026-12-18"), "2026-12-21T14:00Z", id="a Friday: Monday at nine"),
    pytest.param(promised("2026-11-25", "2026-11-26"), "2026-11-27T14:00Z", id="over a holiday"),
    pytest.param(promised("2026-12-01", reader=TOKYO), "2026-12-02T05:00Z", id="the day ends at 14:00 in Tokyo"),
    pytest.param(
        promised("2026-12-01", ended="2026-11-20T15:00Z", place=BERLIN, reader=NEW_YORK),
        "2026-12-02T14:00Z",
        id="the day in Berlin ends at 18:00 in New York",
    ),
    pytest.param(
        promised("2026-12-01", ended="2026-11-20T15:00Z", place=BERLIN, reader="America/Los_Angeles"),
        "2026-12-01T23:00Z",
        id="the day in Berlin ends at 15:00 in Los Angeles",
    ),
    pytest.param(
        promised("2026-12-01", ended="2026-11-20T10:00Z", place="Asia/Kolkata"),
        "2026-12-02T03:30Z",
        id="half an hour off",
    ),
    pytest.param(
        promised("2026-12-01", ended="2026-11-20T10:00Z", place="Asia/Kolkata", reader=NEW_YORK),
        "2026-12-01T18:30Z",
        id="the day in Kolkata ends at 13:30 in New York",
    ),
    pytest.param(
        promised("2026-11-01", ended=AUTUMN, reader=TOKYO), "2026-11-02T05:00Z", id="a day of 25 hours in New York"
    ),
    pytest.param(
        promised("2026-10-25", ended=AUTUMN, place=BERLIN, reader=AUCKLAND),
        "2026-10-25T23:00Z",
        id="a day of 25 hours in Berlin",
    ),
    pytest.param(
        promised("2027-03-28", ended=SPRING, place=BERLIN, reader=AUCKLAND),
        "2027-03-28T22:00Z",
        id="a day of 23 hours in Berlin",
    ),
]


@pytest.mark.parametrize(("facts", "opens_at"), OPENINGS)
def test_a_question_waits_until_the_promised_day_is_over_and_people_are_at_work(facts: Facts, opens_at: str) -> None:
    assert around(opens_at, facts, EMAIL, DANA) == ("not_yet", "recommended")


def test_the_same_date_holds_back_a_call() -> None:
    assert around("2026-12-02T14:00Z", promised("2026-12-01"), Kind.FOLLOW_UP_CALL, DANA) == ("not_yet", "allowed")


def test_the_wait_names_this_rule_and_the_promised_day() -> None:
    held_back = advise(promised("2026-12-01"), "2026-11-30T15:00Z").binding(EMAIL, DANA)
    assert (held_back.rule, "2026-12-01" in held_back.facts.values()) == (RULE, True)


def test_the_wait_says_the_day_in_words() -> None:
    assert "Tue 1 Dec" in advise(promised("2026-12-01"), "2026-11-30T15:00Z").binding(EMAIL, DANA).because


def test_the_open_question_names_this_rule_too() -> None:
    assert RULE in advise(promised("2026-12-01"), "2026-12-02T14:00Z").rules(EMAIL, DANA)


def test_whoever_named_the_day_in_a_reply_is_asked_after_it_on_their_clock() -> None:
    facts = some_facts(
        contacts=[dana(), reese(timezone=LONDON)],
        touches=[thanks(), reply("2026-11-24T15:00Z", REESE, by="2026-12-01")],
    )
    assert around("2026-12-02T09:00Z", facts, EMAIL, REESE) == ("not_yet", "recommended")


def test_whoever_named_the_day_in_the_interview_is_asked() -> None:
    facts = some_facts(
        interviews=[interview(who=(DANA, SAM), reply_by="2026-12-01", promised_by=SAM)],
        contacts=[dana(), sam(), reese()],
        touches=[thanks(who=None)],
    )
    assert around("2026-12-02T14:00Z", facts, EMAIL, SAM) == ("not_yet", "recommended")


@pytest.mark.parametrize(("by", "opens_at"), [("2026-11-26", "2026-11-27T14:00Z"), ("2026-12-08", "2026-12-09T14:00Z")])
def test_the_day_said_last_is_in_force(by: str, opens_at: str) -> None:
    facts = some_facts(
        interviews=[interview(reply_by="2026-12-01")], touches=[thanks(), reply("2026-11-24T15:00Z", by=by)]
    )
    assert around(opens_at, facts, EMAIL, DANA) == ("not_yet", "recommended")


@pytest.mark.parametrize(("in_interview", "in_reply"), [("2026-12-01", "2026-12-04"), ("2026-12-04", "2026-12-01")])
def test_of_two_days_said_together_the_later_is_in_force(in_interview: str, in_reply: str) -> None:
    facts = some_facts(
        interviews=[interview(reply_by=in_interview)],
        touches=[reply("2026-11-20T21:00Z", by=in_reply), thanks()],
    )
    assert around("2026-12-07T14:00Z", facts, EMAIL, DANA) == ("not_yet", "recommended")


def test_a_later_update_without_a_day_takes_the_date_out_of_force() -> None:
    facts = some_facts(interviews=[interview(reply_by="2026-12-01")], touches=[thanks(), reply("2026-11-25T15:00Z")])
    assert RULE not in advise(facts, "2026-11-26T15:00Z").rules(EMAIL, DANA)


def test_a_later_change_of_status_takes_the_date_out_of_force() -> None:
    facts = some_facts(
        interviews=[interview(reply_by="2026-12-21")],
        touches=[thanks()],
        status=Status.ACTIVE,
        changed="2026-11-25T15:00Z",
    )
    assert around("2026-12-02T15:00Z", facts, EMAIL, DANA) == ("not_yet", "recommended")


def test_an_update_before_the_day_was_said_changes_nothing() -> None:
    facts = some_facts(interviews=[interview(reply_by="2026-12-01")], touches=[reply("2026-11-20T20:00Z"), thanks()])
    assert around("2026-12-02T14:00Z", facts, EMAIL, DANA) == ("not_yet", "recommended")


def test_an_automatic_reply_changes_nothing() -> None:
    facts = some_facts(
        interviews=[interview(reply_by="2026-12-01")],
        touches=[thanks(), touch(TouchKind.AUTO_REPLY_RECEIVED, "2026-11-25T15:00Z")],
    )
    assert around("2026-12-02T14:00Z", facts, EMAIL, DANA) == ("not_yet", "recommended")


def test_an_interview_that_begins_after_the_promise_and_ends_after_the_day_takes_it_out_of_force() -> None:
    facts = some_facts(
        interviews=[interview(reply_by="2026-11-25"), interview(id="i2", ends="2026-12-03T21:00Z")],
        touches=[thanks(), thanks("2026-12-03T21:30Z")],
    )
    assert around("2026-12-10T21:30Z", facts, EMAIL, DANA) == ("not_yet", "recommended")


def test_an_interview_that_is_over_before_the_day_leaves_it_in_force() -> None:
    facts = some_facts(
        interviews=[interview(reply_by="2026-12-16"), interview(id="i2", ends="2026-12-03T21:00Z")],
        touches=[thanks(), thanks("2026-12-03T21:30Z")],
    )
    assert around("2026-12-17T14:00Z", facts, EMAIL, DANA) == ("not_yet", "recommended")


def test_the_date_of_a_cancelled_interview_does_not_count() -> None:
    cancelled = interview(id="i0", ends="2026-11-20T18:00Z", reply_by="2026-12-18", status=InterviewStatus.CANCELLED)
    facts = some_facts(interviews=[cancelled, interview()], touches=[thanks()])
    assert around("2026-11-27T21:30Z", facts, EMAIL, DANA) == ("not_yet", "recommended")


def test_a_day_in_a_reply_dated_after_now_does_not_count() -> None:
    facts = some_facts(touches=[thanks(), reply("2026-11-28T15:00Z", by="2026-12-18")])
    assert advise(facts, "2026-11-27T21:30Z").step == (EMAIL, DANA)


def test_without_a_date_the_rule_keeps_quiet() -> None:
    assert RULE not in advise(some_facts(touches=[thanks()]), "2026-11-23T15:00Z").rules(EMAIL, DANA)


def test_a_day_ahead_and_a_day_that_has_passed_are_told_apart() -> None:
    ahead = advise(promised("2026-12-01"), "2026-11-30T15:00Z").binding(EMAIL, DANA)
    passed = next(r for r in advise(promised("2026-12-01"), "2026-12-02T15:00Z").why(EMAIL, DANA) if r.rule == RULE)
    assert ahead.because != passed.because
