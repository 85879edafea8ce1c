import pytest

from afterview.policy.facts import Facts, Touch
from afterview.policy.terms import Kind, Status, TouchKind
from tests.policy.builders import (
    DANA,
    REESE,
    When,
    dana,
    reese,
    reply,
    some_facts,
    thanks,
    touch,
)
from tests.policy.reading import advise, around

RULE = "answer-what-they-ask"
ANSWER = Kind.ANSWER
ASKED = reply("2026-11-24T15:00Z", REESE, needs_answer=True)


def asked(
    *touches: Touch, status: Status = Status.ACTIVE, changed: When | None = None, now: When = "2026-11-25T15:00Z"
) -> Facts:
    """Dana interviewed and was thanked; Reese is the recruiter."""
    return some_facts(contacts=[dana(), reese()], touches=[thanks(), *touches], status=status, changed=changed, now=now)


def answered(when: When, who: str | None = REESE) -> Touch:
    return touch(TouchKind.ANSWER, when, who)


SPEAKS = asked(ASKED)


def test_a_question_is_to_be_answered_from_the_moment_it_came() -> None:
    assert around("2026-11-24T15:00Z", asked(ASKED), ANSWER, REESE) == ("never", "recommended")


def test_an_open_question_is_the_binding_reason_with_its_time() -> None:
    why = advise(asked(ASKED)).reasons[0]
    assert (why.rule, "2026-11-24T15:00:00Z" in why.facts.values()) == (RULE, True)


def test_the_reason_names_who_asked() -> None:
    assert "Reese" in advise(asked(ASKED)).reasons[0].because


def test_an_answer_should_be_given() -> None:
    assert advise(asked(ASKED)).action["strength"] == "should"


def test_an_answer_comes_before_thanks() -> None:
    unthanked = some_facts(contacts=[dana(), reese()], touches=[reply("2026-11-20T21:30Z", REESE, needs_answer=True)])
    assert advise(unthanked).step == (ANSWER, REESE)


def test_a_question_without_a_sender_came_from_whoever_would_be_asked() -> None:
    assert advise(asked(reply("2026-11-24T15:00Z", None, needs_answer=True))).step == (ANSWER, REESE)


def test_a_question_stays_open_however_long_it_takes() -> None:
    assert advise(asked(ASKED), "2027-02-24T15:00Z").step == (ANSWER, REESE)


@pytest.mark.parametrize("who", [REESE, None])
def test_an_answer_closes_the_question(who: str | None) -> None:
    closed = advise(asked(ASKED, answered("2026-11-24T16:00Z", who)))
    assert (closed.verdict(ANSWER, REESE), closed.binding(ANSWER, REESE).rule) == ("no_longer", RULE)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(answered("2026-11-24T14:00Z"), id="an answer before the question"),
        pytest.param(answered("2026-11-24T16:00Z", DANA), id="an answer to somebody else"),
        pytest.param(touch(TouchKind.OTHER_OUTBOUND, "2026-11-24T16:00Z", REESE), id="another message"),
        pytest.param(touch(TouchKind.CHECK_IN_EMAIL, "2026-11-24T16:00Z", REESE), id="a check-in"),
        pytest.param(reply("2026-11-24T16:00Z", REESE), id="another message from them"),
        pytest.param(touch(TouchKind.AUTO_REPLY_RECEIVED, "2026-11-24T16:00Z", REESE), id="an automatic reply"),
    ],
)
def test_nothing_else_closes_the_question(other: Touch) -> None:
    assert advise(asked(ASKED, other)).step == (ANSWER, REESE)


def test_another_question_is_open_again() -> None:
    again = reply("2026-11-25T13:00Z", REESE, needs_answer=True)
    assert advise(asked(ASKED, answered("2026-11-24T16:00Z"), again)).step == (ANSWER, REESE)


def test_everybody_who_asked_is_answered() -> None:
    both = asked(ASKED, reply("2026-11-24T17:00Z", DANA, needs_answer=True), answered("2026-11-24T18:00Z", REESE))
    assert advise(both).step == (ANSWER, DANA)


def test_an_offer_is_to_be_answered() -> None:
    assert advise(asked(status=Status.OFFERED, changed="2026-11-24T15:00Z")).step == (ANSWER, REESE)


def test_an_offer_is_answered_to_the_sender_of_the_latest_message() -> None:
    offered = asked(reply("2026-11-24T14:30Z", DANA), status=Status.OFFERED, changed="2026-11-24T15:00Z")
    assert advise(offered).step == (ANSWER, DANA)


def test_an_offer_is_the_binding_reason_with_its_time() -> None:
    why = advise(asked(status=Status.OFFERED, changed="2026-11-24T15:00Z")).reasons[0]
    assert (why.rule, "2026-11-24T15:00:00Z" in why.facts.values()) == (RULE, True)


def test_an_answered_offer_is_done() -> None:
    done = asked(answered("2026-11-24T16:00Z"), status=Status.OFFERED, changed="2026-11-24T15:00Z")
    assert advise(done).verdict(ANSWER, REESE) != "recommended"


def test_an_offer_may_be_answered_to_whomever_the_candidate_likes() -> None:
    """One may accept to the hiring manager what the recruiter offered."""
    question = reply("2026-11-24T14:00Z", DANA, needs_answer=True)
    offered = asked(
        question,
        reply("2026-11-24T15:00Z", REESE),
        answered("2026-11-24T16:00Z", DANA),
        status=Status.OFFERED,
        changed="2026-11-24T15:00Z",
    )
    assert advise(offered).kind != ANSWER


def test_an_answer_before_the_offer_was_not_about_it() -> None:
    early = asked(ASKED, answered("2026-11-24T16:00Z"), status=Status.OFFERED, changed="2026-11-25T13:00Z")
    assert advise(early).step == (ANSWER, REESE)


@pytest.mark.parametrize("status", [Status.ACCEPTED, Status.REJECTED, Status.WITHDRAWN, Status.CLOSED])
def test_after_the_end_nothing_is_left_to_answer(status: Status) -> None:
    assert advise(asked(ASKED, status=status, changed="2026-11-25T13:00Z")).verdict(ANSWER, REESE) == "never"


def test_a_message_that_asks_nothing_needs_no_answer() -> None:
    assert advise(asked(reply("2026-11-24T15:00Z", REESE))).verdict(ANSWER, REESE) == "never"


def test_who_asked_nothing_is_told_so_by_this_rule() -> None:
    assert advise(asked(ASKED)).binding(ANSWER, DANA).rule == RULE


def test_a_question_dated_after_now_is_not_open() -> None:
    assert advise(asked(ASKED), "2026-11-24T14:00Z").kind != ANSWER


def test_an_offer_and_a_question_are_told_apart() -> None:
    question = advise(asked(ASKED)).reasons[0].because
    offer = advise(asked(status=Status.OFFERED, changed="2026-11-24T15:00Z")).reasons[0].because
    assert ("offer" in question, "offer" in offer) == (False, True)


def test_a_question_that_is_open_beside_an_offer_is_told_as_a_question() -> None:
    offered = asked(ASKED, reply("2026-11-24T16:00Z", DANA), status=Status.OFFERED, changed="2026-11-24T17:00Z")
    assert "offer" not in advise(offered).binding(ANSWER, REESE).because
