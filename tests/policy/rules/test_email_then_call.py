import pytest

from afterview.policy.facts import Contact, Deferral, Facts, Touch
from afterview.policy.terms import Kind
from tests.policy.builders import DANA, call, check_in, dana, interview, put_off, some_facts, thanks
from tests.policy.reading import advise

RULE = "email-then-call"
EMAIL, CALL = Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL
SPEAKS = some_facts(interviews=[interview(reply_by="2026-11-23")], touches=[thanks()], now="2026-11-24T15:00Z")
ASKED = check_in("2026-11-24T14:00Z")


def due(
    *touches: Touch,
    now: str = "2026-11-24T15:00Z",
    contact: Contact | None = None,
    calls: bool = True,
    deferrals: tuple[Deferral, ...] = (),
    order: str = "email_first",
) -> Facts:
    """A promised date has passed, Dana was thanked, and it is ten in the morning in New York."""
    return some_facts(
        now=now,
        interviews=[interview(reply_by="2026-11-23")],
        contacts=[contact or dana()],
        touches=[thanks(), *touches],
        deferrals=deferrals,
        calls=calls,
        policy={"enquiry_order": order},
    )


def second(
    *,
    sent: Touch = ASKED,
    contact: Contact | None = None,
    calls: bool = True,
    deferrals: tuple[Deferral, ...] = (),
    order: str = "email_first",
) -> Facts:
    """A week later, when it is time for the second question."""
    return due(sent, now="2026-12-01T15:00Z", contact=contact, calls=calls, deferrals=deferrals, order=order)


def test_the_first_question_is_an_email() -> None:
    assert advise(due()).step == (EMAIL, DANA)


def test_the_first_question_may_as_well_be_a_call() -> None:
    assert (advise(due()).verdict(CALL, DANA), advise(due()).binding(CALL, DANA).rule) == ("allowed", RULE)


def test_the_question_whose_turn_it_is_names_this_rule() -> None:
    assert RULE in advise(due()).rules(EMAIL, DANA)


def test_the_second_question_is_a_call() -> None:
    assert advise(second()).step == (CALL, DANA)


def test_the_second_question_may_as_well_be_an_email() -> None:
    assert (advise(second()).verdict(EMAIL, DANA), advise(second()).binding(EMAIL, DANA).rule) == ("allowed", RULE)


def test_the_second_question_is_a_call_even_after_a_call() -> None:
    assert advise(second(sent=call("2026-11-24T14:00Z"))).step == (CALL, DANA)


def test_without_an_email_address_the_first_question_is_a_call() -> None:
    assert advise(due(contact=dana(email=None))).step == (CALL, DANA)


def test_when_emails_are_declined_the_first_question_is_a_call() -> None:
    assert advise(due(deferrals=(put_off(EMAIL, None),))).step == (CALL, DANA)


def test_an_email_that_is_only_put_off_keeps_its_turn() -> None:
    assert advise(due(deferrals=(put_off(EMAIL, "2026-11-26T14:00Z"),))).verdict(CALL, DANA) == "allowed"


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param(second(contact=dana(phone=None)), id="no phone number"),
        pytest.param(second(calls=False), id="no calls"),
        pytest.param(second(deferrals=(put_off(CALL, None, DANA),)), id="calls to her declined"),
    ],
)
def test_the_second_question_is_an_email_where_calls_are_out(facts: Facts) -> None:
    assert advise(facts).step == (EMAIL, DANA)


def test_calls_first_on_request() -> None:
    assert (advise(due(order="call_first")).step, advise(due(order="call_first")).verdict(EMAIL, DANA)) == (
        (CALL, DANA),
        "allowed",
    )


def test_after_a_call_first_comes_an_email() -> None:
    advice = advise(second(sent=call("2026-11-24T14:00Z"), order="call_first"))
    assert (advice.step, advice.verdict(CALL, DANA)) == ((EMAIL, DANA), "allowed")


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param(due(order="call_first", contact=dana(phone=None)), id="no phone number"),
        pytest.param(due(order="call_first", calls=False), id="no calls"),
        pytest.param(due(order="call_first", deferrals=(put_off(CALL, None),)), id="calls declined"),
    ],
)
def test_calls_first_but_not_where_calls_are_out(facts: Facts) -> None:
    assert advise(facts).step == (EMAIL, DANA)


def test_calls_first_and_second_where_there_is_no_email_address() -> None:
    advice = advise(second(sent=call("2026-11-24T14:00Z"), order="call_first", contact=dana(email=None)))
    assert advice.step == (CALL, DANA)


def test_a_question_that_is_out_of_turn_is_never_recommended() -> None:
    at_night = advise(due(order="call_first", now="2026-11-25T02:00Z"))
    assert (at_night.kind, at_night.verdict(EMAIL, DANA)) == (Kind.WAIT, "allowed")


def test_the_order_does_not_open_anything_before_its_time() -> None:
    assert advise(due(now="2026-11-23T15:00Z")).verdict(CALL, DANA) == "not_yet"


def test_what_is_out_of_turn_names_the_way_whose_turn_it_is() -> None:
    told = [advise(due()).binding(CALL, DANA).because, advise(second()).binding(EMAIL, DANA).because]
    assert ["email" in told[0], "a call" in told[1]] == [True, True]
