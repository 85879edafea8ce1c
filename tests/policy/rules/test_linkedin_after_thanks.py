import pytest

from afterview.policy.facts import Facts, Touch
from afterview.policy.terms import InterviewStatus, Kind, TouchKind
from tests.policy.builders import (
    DANA,
    ENDED,
    HOUR,
    REESE,
    SAM,
    check_in,
    dana,
    interview,
    reese,
    sam,
    some_facts,
    thanks,
    touch,
)
from tests.policy.reading import advise, around

RULE = "linkedin-after-thanks"
LINKEDIN = Kind.LINKEDIN_REQUEST
SPEAKS = some_facts(touches=[thanks()])


def invited(when: str = "2026-11-23T15:00Z", who: str | None = DANA) -> Touch:
    return touch(TouchKind.LINKEDIN_REQUEST, when, who)


@pytest.mark.parametrize(
    ("facts", "opens_at"),
    [
        pytest.param(some_facts(touches=[thanks()]), "2026-11-21T21:30Z", id="a day later, a Saturday or not"),
        pytest.param(some_facts(touches=[thanks("2026-11-24T15:00Z")]), "2026-11-25T15:00Z", id="after late thanks"),
        pytest.param(
            some_facts(interviews=[interview(ends="2026-10-31T20:00Z")], touches=[thanks("2026-10-31T20:30Z")]),
            "2026-11-01T20:30Z",
            id="24 hours, when the clocks go back",
        ),
        pytest.param(
            some_facts(touches=[thanks()], policy={"hours_between_touches": 48}), "2026-11-22T21:30Z", id="the user's"
        ),
    ],
)
def test_the_request_opens_a_day_after_the_thanks(facts: Facts, opens_at: str) -> None:
    assert around(opens_at, facts, LINKEDIN, DANA) == ("not_yet", "recommended")


def test_the_wait_names_when_thanks_went_out() -> None:
    held_back = advise(some_facts(touches=[thanks()])).why(LINKEDIN, DANA)
    assert [r.facts for r in held_back if r.rule == RULE] == [{"thanked_at": "2026-11-20T21:30:00Z"}]


def test_the_open_request_names_this_rule() -> None:
    assert RULE in advise(some_facts(touches=[thanks()]), "2026-11-23T15:00Z").rules(LINKEDIN, DANA)


def test_no_invitation_before_the_thank_you() -> None:
    assert advise(some_facts(touches=[], now=ENDED + HOUR)).verdict(LINKEDIN, DANA) == "not_yet"


@pytest.mark.parametrize("now", ["2026-11-20T22:00Z", "2026-11-26T15:00Z", "2026-12-30T15:00Z"])
def test_without_thanks_it_hangs_on_something_not_done(now: str) -> None:
    assert advise(some_facts(), now).not_before(LINKEDIN, DANA) is None


def test_without_thanks_it_names_this_rule() -> None:
    assert RULE in advise(some_facts(), "2026-12-30T15:00Z").rules(LINKEDIN, DANA)


def test_thanks_to_a_colleague_do_not_open_it() -> None:
    panel = some_facts(interviews=[interview(who=(DANA, SAM))], contacts=[dana(), sam()], touches=[thanks(who=SAM)])
    assert advise(panel, "2026-12-30T15:00Z").verdict(LINKEDIN, DANA) == "not_yet"


def test_thanks_that_rode_in_a_check_in_open_it() -> None:
    carried = some_facts(touches=[check_in("2026-11-30T15:00Z", carries=(Kind.THANK_YOU_EMAIL,))])
    assert around("2026-12-01T15:00Z", carried, LINKEDIN, DANA) == ("not_yet", "recommended")


def test_one_request_is_enough() -> None:
    asked = advise(some_facts(touches=[thanks(), invited()]), "2026-11-26T15:00Z")
    assert (asked.verdict(LINKEDIN, DANA), asked.binding(LINKEDIN, DANA).rule) == ("no_longer", RULE)


def test_the_end_of_requests_names_when_the_one_went_out() -> None:
    asked = advise(some_facts(touches=[thanks(), invited()]), "2026-11-26T15:00Z")
    assert "2026-11-23T15:00:00Z" in asked.binding(LINKEDIN, DANA).facts.values()


ROUNDS = [interview(), interview(id="i2", ends="2026-12-03T21:00Z")]


def test_one_request_is_enough_for_all_rounds() -> None:
    again = some_facts(interviews=ROUNDS, touches=[thanks(), invited(), thanks("2026-12-03T21:30Z")])
    assert advise(again, "2026-12-07T15:00Z").verdict(LINKEDIN, DANA) == "no_longer"


def test_a_request_before_the_interview_was_the_one() -> None:
    before = some_facts(touches=[invited("2026-11-10T15:00Z"), thanks()])
    assert advise(before, "2026-11-23T15:00Z").verdict(LINKEDIN, DANA) == "no_longer"


def test_a_request_to_nobody_in_particular_counts_for_everybody() -> None:
    assert advise(some_facts(touches=[thanks(), invited(who=None)]), "2026-11-26T15:00Z").verdict(LINKEDIN, DANA) == (
        "no_longer"
    )


def test_a_colleagues_request_is_not_hers() -> None:
    panel = some_facts(
        interviews=[interview(who=(DANA, SAM))],
        contacts=[dana(), sam()],
        touches=[thanks(who=None), invited(who=SAM)],
        now="2026-11-25T15:00Z",
    )
    assert advise(panel).step == (LINKEDIN, DANA)


def test_while_the_next_round_is_ahead_the_first_thanks_carry_it() -> None:
    assert advise(some_facts(interviews=ROUNDS, touches=[thanks()]), "2026-11-23T15:00Z").step == (LINKEDIN, DANA)


@pytest.mark.parametrize("now", ["2026-11-20T22:00Z", "2026-11-26T15:00Z"])
def test_who_did_not_interview_is_never_invited(now: str) -> None:
    advice = advise(some_facts(contacts=[dana(), reese()], touches=[thanks()]), now)
    assert (advice.verdict(LINKEDIN, REESE), advice.binding(LINKEDIN, REESE).rule) == ("never", RULE)


def test_who_held_only_a_cancelled_interview_is_never_invited() -> None:
    cancelled = interview(id="i2", who=(SAM,), status=InterviewStatus.CANCELLED)
    facts = some_facts(interviews=[interview(), cancelled], contacts=[dana(), sam()], touches=[thanks(who=None)])
    assert advise(facts, "2026-11-23T15:00Z").verdict(LINKEDIN, SAM) == "never"
