import pytest

from afterview.policy.facts import Facts
from afterview.policy.terms import Kind, Notes, TouchKind
from tests.policy.builders import (
    DANA,
    REESE,
    SAM,
    check_in,
    dana,
    interview,
    put_off,
    reese,
    reply,
    sam,
    some_facts,
    thanks,
    touch,
)
from tests.policy.reading import advise

RULE = "optional-steps-stand-back"
OPTIONAL = [Kind.LINKEDIN_REQUEST, Kind.HANDWRITTEN_NOTE, Kind.ADDITIONAL_INFORMATION_EMAIL]


def sam_unthanked() -> Facts:
    """Dana was thanked and may get anything optional; Sam, who interviewed as well, has not been thanked."""
    return some_facts(
        interviews=[interview(who=(DANA, SAM), points=("the migration",))],
        contacts=[dana(postal_address="1 Main Street"), sam()],
        touches=[thanks()],
        notes=Notes.WELCOME,
        now="2026-11-23T15:00Z",
    )


def question_open() -> Facts:
    """The same when Reese, the recruiter, waits for an answer, and Sam never interviewed."""
    return some_facts(
        interviews=[interview(points=("the migration",))],
        contacts=[dana(postal_address="1 Main Street"), reese()],
        touches=[thanks(), reply("2026-11-23T13:00Z", REESE, needs_answer=True)],
        notes=Notes.WELCOME,
        now="2026-11-23T15:00Z",
    )


SPEAKS = sam_unthanked()


@pytest.mark.parametrize("kind", OPTIONAL)
def test_while_somebody_is_to_be_thanked_what_is_optional_is_merely_allowed(kind: Kind) -> None:
    advice = advise(sam_unthanked())
    assert (advice.step, advice.verdict(kind, DANA)) == ((Kind.THANK_YOU_EMAIL, SAM), "allowed")


@pytest.mark.parametrize("kind", OPTIONAL)
def test_what_stands_back_names_this_rule(kind: Kind) -> None:
    assert advise(sam_unthanked()).binding(kind, DANA).rule == RULE


def test_the_reason_names_whom_the_matter_concerns() -> None:
    assert "Sam" in advise(sam_unthanked()).binding(Kind.LINKEDIN_REQUEST, DANA).because


@pytest.mark.parametrize("kind", OPTIONAL)
def test_while_somebody_waits_for_an_answer_what_is_optional_is_merely_allowed(kind: Kind) -> None:
    advice = advise(question_open())
    assert (advice.step, advice.verdict(kind, DANA)) == ((Kind.ANSWER, REESE), "allowed")


def test_while_a_question_is_open_a_connection_request_is_merely_allowed() -> None:
    advice = advise(some_facts(touches=[thanks()], now="2026-11-30T15:00Z"))
    assert (advice.kind, advice.verdict(Kind.LINKEDIN_REQUEST, DANA)) == (Kind.CHECK_IN_EMAIL, "allowed")


def only_a_call(now: str) -> Facts:
    """The promised day is over, and Dana can only be called."""
    return some_facts(
        interviews=[interview(reply_by="2026-11-23")], contacts=[dana(email=None)], touches=[thanks()], now=now
    )


def test_a_call_that_is_due_holds_back_what_is_optional_at_night_as_well() -> None:
    at_night = advise(only_a_call("2026-11-25T02:00Z"))
    assert (at_night.kind, at_night.verdict(Kind.LINKEDIN_REQUEST, DANA)) == (Kind.WAIT, "allowed")


def test_at_night_the_wait_is_for_the_call() -> None:
    action = advise(only_a_call("2026-11-25T02:00Z")).action
    assert (action["until"], action["next_kind"]) == ("2026-11-25T14:00:00Z", "follow_up_call")


def test_before_the_call_is_due_the_connection_request_is_recommended() -> None:
    assert advise(only_a_call("2026-11-24T13:59:59Z")).step == (Kind.LINKEDIN_REQUEST, DANA)


def test_with_nothing_due_the_connection_request_is_recommended() -> None:
    advice = advise(some_facts(touches=[thanks()], now="2026-11-23T15:00Z"))
    assert (advice.step, RULE in advice.rules(Kind.LINKEDIN_REQUEST, DANA)) == ((Kind.LINKEDIN_REQUEST, DANA), False)


def test_once_everybody_is_thanked_the_optional_steps_come_back() -> None:
    facts = sam_unthanked()
    facts.touches.append(thanks("2026-11-21T15:00Z", SAM))
    assert advise(facts).kind == Kind.ADDITIONAL_INFORMATION_EMAIL


def test_thanks_that_came_too_late_hold_nothing_back() -> None:
    facts = some_facts(
        interviews=[interview(who=(DANA, SAM))],
        contacts=[dana(), sam()],
        touches=[thanks(), check_in("2026-11-30T15:00Z")],
        now="2026-12-02T15:00Z",
    )
    assert advise(facts).step == (Kind.LINKEDIN_REQUEST, DANA)


def test_a_second_question_that_is_not_open_yet_holds_nothing_back() -> None:
    facts = some_facts(
        interviews=[interview(reply_by="2026-11-23")],
        touches=[thanks(), check_in("2026-11-24T15:00Z")],
        now="2026-11-26T15:00Z",
    )
    assert advise(facts).step == (Kind.LINKEDIN_REQUEST, DANA)


def test_an_automatic_reply_waits_for_no_answer() -> None:
    facts = some_facts(
        touches=[thanks(), touch(TouchKind.AUTO_REPLY_RECEIVED, "2026-11-23T13:00Z")], now="2026-11-23T15:00Z"
    )
    assert advise(facts).kind == Kind.LINKEDIN_REQUEST


def test_a_note_that_is_the_thank_you_is_not_optional_beside_an_open_question() -> None:
    facts = some_facts(
        contacts=[dana(email=None, postal_address="1 Main Street"), reese()],
        touches=[reply("2026-11-20T21:30Z", REESE, needs_answer=True)],
    )
    assert (advise(facts).kind, RULE in advise(facts).rules(Kind.HANDWRITTEN_NOTE, DANA)) == (Kind.ANSWER, False)


def test_a_question_that_is_put_off_holds_nothing_back() -> None:
    facts = some_facts(
        touches=[thanks()],
        deferrals=[put_off(Kind.CHECK_IN_EMAIL, "2026-12-04T15:00Z")],
        now="2026-11-30T15:00Z",
    )
    assert advise(facts).step == (Kind.LINKEDIN_REQUEST, DANA)
