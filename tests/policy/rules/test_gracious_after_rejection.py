import pytest

from afterview.policy.facts import Facts, Touch
from afterview.policy.terms import Kind, Status, TouchKind
from tests.policy.builders import (
    DANA,
    REESE,
    When,
    dana,
    interview,
    reese,
    reply,
    some_facts,
    thanks,
    touch,
)
from tests.policy.reading import advise, around

RULE = "gracious-after-rejection"
GRACE = Kind.REJECTION_THANKS_EMAIL


def rejected(
    *touches: Touch,
    when: When = "2026-11-25T15:00Z",
    now: When = "2026-11-25T16:00Z",
    **policy: object,
) -> Facts:
    """Dana interviewed and was thanked; Reese is the recruiter."""
    return some_facts(
        contacts=[dana(), reese()],
        touches=[thanks(), *touches],
        status=Status.REJECTED,
        changed=when,
        policy=policy,
        now=now,
    )


def sent(when: When = "2026-11-25T15:30Z", who: str | None = REESE) -> Touch:
    return touch(TouchKind.REJECTION_THANKS_EMAIL, when, who)


SPEAKS = rejected()


def test_a_no_is_answered_with_thanks_from_the_moment_it_came() -> None:
    assert around("2026-11-25T15:00Z", rejected(), GRACE, REESE) == ("never", "recommended")


def test_thanks_for_a_no_should_be_sent() -> None:
    assert advise(rejected()).action["strength"] == "should"


def test_thanks_for_a_no_name_this_rule_and_when_it_came() -> None:
    why = advise(rejected()).reasons[0]
    assert (why.rule, "2026-11-25T15:00:00Z" in why.facts.values()) == (RULE, True)


@pytest.mark.parametrize(
    ("facts", "closes_at"),
    [
        pytest.param(rejected(), "2026-12-02T15:00Z", id="seven days"),
        pytest.param(rejected(rejection_days=3), "2026-11-28T15:00Z", id="the user's days"),
        pytest.param(
            some_facts(
                interviews=[interview(ends="2026-10-19T19:00Z")],
                contacts=[dana(), reese()],
                status=Status.REJECTED,
                changed="2026-10-29T15:00Z",
            ),
            "2026-11-05T15:00Z",
            id="seven times 24 hours, when the clocks go back",
        ),
    ],
)
def test_thanks_for_a_no_are_open_for_some_days(facts: Facts, closes_at: str) -> None:
    assert around(closes_at, facts, GRACE, REESE) == ("recommended", "no_longer")


def test_the_window_shows_when_the_days_are_over() -> None:
    assert advise(rejected()).window["closes_at"] == "2026-12-02T15:00:00Z"


def test_what_closed_names_this_rule() -> None:
    assert advise(rejected(), "2026-12-03T15:00Z").binding(GRACE, REESE).rule == RULE


def test_they_go_to_the_sender_of_the_latest_message() -> None:
    assert advise(rejected(reply("2026-11-25T14:30Z", DANA))).step == (GRACE, DANA)


def test_they_go_to_the_sender_of_the_latest_message_whenever_it_came() -> None:
    assert advise(rejected(reply("2026-11-23T14:30Z", REESE), reply("2026-11-24T14:30Z", DANA))).who == DANA


def test_they_go_to_nobody_else() -> None:
    assert (advise(rejected()).verdict(GRACE, DANA), advise(rejected()).binding(GRACE, DANA).rule) == ("never", RULE)


@pytest.mark.parametrize("who", [REESE, None])
def test_they_are_sent_once(who: str | None) -> None:
    done = advise(rejected(sent(who=who)))
    assert (done.verdict(GRACE, REESE), done.binding(GRACE, REESE).rule) == ("no_longer", RULE)


def test_what_was_sent_names_when() -> None:
    assert "2026-11-25T15:30:00Z" in advise(rejected(sent())).binding(GRACE, REESE).facts.values()


def test_another_no_after_a_new_beginning_is_thanked_for_again() -> None:
    assert advise(rejected(sent("2026-11-23T15:00Z"))).step == (GRACE, REESE)


def test_they_take_the_place_of_thanks_that_were_not_sent() -> None:
    unthanked = some_facts(status=Status.REJECTED, changed="2026-11-20T21:30Z")
    assert (advise(unthanked).step, advise(unthanked).verdict(Kind.THANK_YOU_EMAIL, DANA)) == ((GRACE, DANA), "never")


def test_when_all_is_said_the_rest_names_this_rule() -> None:
    facts = rejected(sent())
    facts.preferences.linkedin = False
    assert (advise(facts).kind, advise(facts).reasons[0].rule) == (Kind.NO_FURTHER_ACTION, RULE)


def test_when_nothing_was_said_in_time_the_rest_names_this_rule_too() -> None:
    facts = rejected(now="2026-12-03T15:00Z")
    facts.preferences.linkedin = False
    assert (advise(facts).kind, advise(facts).reasons[0].rule) == (Kind.NO_FURTHER_ACTION, RULE)


@pytest.mark.parametrize("status", [Status.ACTIVE, Status.OFFERED, Status.ACCEPTED, Status.WITHDRAWN, Status.CLOSED])
def test_without_a_no_nobody_is_thanked_for_one(status: Status) -> None:
    facts = some_facts(touches=[thanks()], status=status, changed="2026-11-25T15:00Z", now="2026-11-25T16:00Z")
    assert advise(facts).verdict(GRACE, DANA) == "never"


def test_before_the_no_came_nobody_is_thanked_for_it() -> None:
    assert advise(rejected(), "2026-11-25T14:00Z").verdict(GRACE, REESE) == "never"


def test_the_window_shows_when_the_no_came() -> None:
    assert advise(rejected(), "2026-11-27T15:00Z").window["opens_at"] == "2026-11-25T15:00:00Z"


def test_the_rest_after_thanks_names_them() -> None:
    facts = rejected(sent())
    facts.preferences.linkedin = False
    assert list(advise(facts).reasons[0].facts.values()) == ["2026-11-25T15:30:00Z"]


def test_the_rest_without_thanks_names_the_no() -> None:
    facts = rejected(now="2026-12-03T15:00Z")
    facts.preferences.linkedin = False
    assert list(advise(facts).reasons[0].facts.values()) == ["2026-11-25T15:00:00Z"]


def test_when_nobody_signed_the_latest_message_they_go_to_whoever_would_be_asked() -> None:
    assert advise(rejected(reply("2026-11-24T14:30Z", DANA), reply("2026-11-25T14:30Z", None))).step == (GRACE, REESE)
