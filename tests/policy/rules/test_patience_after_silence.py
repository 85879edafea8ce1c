import pytest

from afterview.policy.facts import Contact, Facts, Touch
from afterview.policy.terms import Kind, Reached, Status, TouchKind
from tests.policy.builders import (
    SECOND,
    at,
    call,
    check_in,
    dana,
    interview,
    put_off,
    reply,
    some_facts,
    thanks,
    touch,
)
from tests.policy.reading import advise

RULE = "patience-after-silence"
REST = Kind.NO_FURTHER_ACTION
ASKED = check_in("2026-11-30T14:00Z")


def silence(*touches: Touch, contact: Contact | None = None, by: str | None = None, **policy: object) -> Facts:
    """Dana was thanked, LinkedIn is not wanted, and this was sent since."""
    return some_facts(
        interviews=[interview(reply_by=by)],
        contacts=[contact or dana()],
        touches=[thanks(), *touches],
        linkedin=False,
        policy=policy,
        now="2026-12-02T15:00Z",
    )


SPEAKS = silence(ASKED)
UNREACHABLE = dana(email=None, phone=None)


def kinds_around(instant: str, facts: Facts) -> tuple[Kind, Kind]:
    return advise(facts, at(instant) - SECOND).kind, advise(facts, instant).kind


ENDS = [
    pytest.param(silence(ASKED), "2026-12-14T14:00Z", id="two weeks after the question"),
    pytest.param(silence(ASKED, patience_days=20), "2026-12-20T14:00Z", id="the user's days"),
    pytest.param(silence(ASKED, patience_days=7), "2026-12-07T14:00Z", id="a week is the least"),
    pytest.param(
        silence(check_in("2026-11-24T14:00Z"), call("2026-12-01T14:00Z"), by="2026-11-23"),
        "2026-12-15T14:00Z",
        id="two weeks after the second question",
    ),
    pytest.param(
        silence(touch(TouchKind.ADDITIONAL_INFORMATION_EMAIL, "2026-11-24T14:00Z"), max_follow_ups=1),
        "2026-12-08T14:00Z",
        id="two weeks after information, where one follow-up is all",
    ),
    pytest.param(silence(contact=UNREACHABLE), "2026-12-04T21:00Z", id="nobody to ask: after the interview"),
    pytest.param(
        silence(reply("2026-11-25T15:00Z"), contact=UNREACHABLE),
        "2026-12-09T15:00Z",
        id="nobody to ask: after their last message",
    ),
    pytest.param(
        some_facts(
            interviews=[interview(ends="2026-10-19T19:00Z")],
            touches=[thanks("2026-10-19T19:30Z"), check_in("2026-10-26T19:30Z")],
            linkedin=False,
        ),
        "2026-11-09T19:30Z",
        id="14 times 24 hours, when the clocks go back",
    ),
]


@pytest.mark.parametrize(("facts", "rests_at"), ENDS)
def test_after_silence_there_is_a_time_of_patience_and_then_rest(facts: Facts, rests_at: str) -> None:
    assert kinds_around(rests_at, facts) == (Kind.WAIT, REST)


def test_the_wait_is_until_the_end_of_patience() -> None:
    action = advise(silence(ASKED)).action
    assert (action["until"], action["next_kind"]) == ("2026-12-14T14:00:00Z", "no_further_action")


def test_the_wait_names_this_rule_and_the_last_question() -> None:
    why = advise(silence(ASKED)).reasons[0]
    assert (why.rule, "2026-11-30T14:00:00Z" in why.facts.values()) == (RULE, True)


def test_the_rest_names_this_rule_and_the_last_question() -> None:
    why = advise(silence(ASKED), "2026-12-14T14:00Z").reasons[0]
    assert (why.rule, "2026-11-30T14:00:00Z" in why.facts.values()) == (RULE, True)


def test_the_wait_and_the_rest_tell_different_things() -> None:
    waiting, resting = advise(silence(ASKED)), advise(silence(ASKED), "2026-12-14T14:00Z")
    assert waiting.reasons[0].because != resting.reasons[0].because


def test_rest_goes_on() -> None:
    assert advise(silence(ASKED), "2027-11-30T15:00Z").kind == REST


@pytest.mark.parametrize(
    "news",
    [
        pytest.param(reply("2026-12-16T15:00Z"), id="a message"),
        pytest.param(reply("2026-12-16T15:00Z", by="2026-12-22"), id="a message that names a day"),
    ],
)
def test_a_word_from_them_ends_the_rest(news: Touch) -> None:
    assert advise(silence(ASKED, news), "2026-12-17T15:00Z").kind == Kind.WAIT


def test_a_change_of_status_ends_the_rest() -> None:
    facts = some_facts(touches=[thanks(), ASKED], linkedin=False, changed="2026-12-16T15:00Z", now="2026-12-17T15:00Z")
    assert advise(facts).kind == Kind.WAIT


def test_an_automatic_reply_does_not_end_the_rest() -> None:
    automatic = touch(TouchKind.AUTO_REPLY_RECEIVED, "2026-12-16T15:00Z")
    assert advise(silence(ASKED, automatic), "2026-12-17T15:00Z").kind == REST


def test_a_call_that_left_no_trace_does_not_prolong_patience() -> None:
    facts = silence(ASKED, call("2026-12-10T15:00Z", reached=Reached.NO_TRACE))
    assert kinds_around("2026-12-14T14:00Z", facts) == (Kind.WAIT, REST)


def test_while_something_is_left_to_come_the_wait_is_for_that() -> None:
    assert advise(silence(), "2026-11-23T15:00Z").action["next_kind"] == "check_in_email"


def test_while_something_can_be_done_it_is_recommended() -> None:
    connected = some_facts(touches=[thanks(), ASKED], now="2026-12-20T15:00Z")
    assert advise(connected).kind == Kind.LINKEDIN_REQUEST


def test_an_interview_ahead_is_waited_for_first() -> None:
    facts = some_facts(interviews=[interview(), interview(id="i2", ends="2027-01-20T21:00Z")], touches=[thanks()])
    facts.preferences.linkedin = False
    assert advise(facts, "2026-12-30T15:00Z").action["until"] == "2027-01-20T21:00:00Z"


@pytest.mark.parametrize("status", [Status.ACCEPTED, Status.WITHDRAWN, Status.CLOSED])
def test_an_outcome_needs_no_patience(status: Status) -> None:
    decided = some_facts(
        touches=[thanks(), ASKED], linkedin=False, status=status, changed="2026-12-01T15:00Z", now="2026-12-02T15:00Z"
    )
    assert (advise(decided).kind, RULE in [r.rule for r in advise(decided).reasons]) == (REST, False)


def test_a_question_and_news_are_told_apart() -> None:
    asked = advise(silence(ASKED)).reasons[0].because
    unasked = advise(silence(contact=UNREACHABLE)).reasons[0].because
    assert asked.split()[:4] != unasked.split()[:4]


def nothing_to_come() -> Facts:
    """An interview is ahead, and the candidate wants to do nothing after it."""
    facts = some_facts(contacts=[UNREACHABLE], linkedin=False, deferrals=[put_off(Kind.THANK_YOU_EMAIL, None)])
    facts.now = at("2026-11-18T15:00Z")
    return facts


@pytest.mark.parametrize("now", ["2026-11-18T15:00Z", "2026-11-20T20:59:59Z", "2026-11-20T21:00Z"])
def test_before_and_after_an_interview_with_nothing_to_come_the_wait_is_the_same(now: str) -> None:
    assert advise(nothing_to_come(), now).action["until"] == "2026-12-04T21:00:00Z"


def test_the_wait_for_an_interview_with_nothing_to_come_names_this_rule() -> None:
    assert advise(nothing_to_come()).reasons[0].rule == RULE
