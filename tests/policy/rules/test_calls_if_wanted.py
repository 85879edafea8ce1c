import pytest

from afterview.policy.facts import Facts
from afterview.policy.terms import Kind
from tests.policy.builders import DANA, check_in, dana, interview, some_facts, thanks
from tests.policy.reading import advise

RULE = "calls-if-wanted"
CALL = Kind.FOLLOW_UP_CALL
SPEAKS = some_facts(calls=False)
PASSED = [interview(reply_by="2026-11-23")]

MOMENTS = [
    pytest.param(some_facts(calls=False), id="before any question"),
    pytest.param(
        some_facts(calls=False, interviews=PASSED, touches=[thanks()], now="2026-11-24T15:00Z"),
        id="when a question is open",
    ),
    pytest.param(
        some_facts(
            calls=False,
            interviews=PASSED,
            touches=[thanks(), check_in("2026-11-24T14:00Z")],
            now="2026-12-01T15:00Z",
        ),
        id="when the call would be due",
    ),
    pytest.param(
        some_facts(
            calls=False, contacts=[dana(email=None)], interviews=PASSED, touches=[thanks()], now="2026-11-24T15:00Z"
        ),
        id="when nothing but a call is possible",
    ),
    pytest.param(
        some_facts(
            calls=False,
            interviews=PASSED,
            touches=[thanks()],
            policy={"enquiry_order": "call_first"},
            now="2026-11-24T15:00Z",
        ),
        id="when calls would come first",
    ),
    pytest.param(some_facts(calls=False, now="2026-11-22T03:00Z"), id="at night"),
]


@pytest.mark.parametrize("facts", MOMENTS)
def test_who_makes_no_calls_is_never_told_to(facts: Facts) -> None:
    advice = advise(facts)
    assert (advice.verdict(CALL, DANA), advice.binding(CALL, DANA).rule) == ("never", RULE)


def test_without_calls_no_phone_number_is_missed() -> None:
    facts = some_facts(calls=False, contacts=[dana(phone=None)])
    assert "contacts/dana/phone" not in advise(facts).missing


@pytest.mark.parametrize("kind", [Kind.THANK_YOU_EMAIL, Kind.CHECK_IN_EMAIL, Kind.LINKEDIN_REQUEST])
def test_the_wish_concerns_nothing_else(kind: Kind) -> None:
    assert RULE not in advise(some_facts(calls=False)).rules(kind, DANA)


@pytest.mark.parametrize("now", ["2026-11-20T22:00Z", "2026-11-24T15:00Z", "2026-12-01T03:00Z"])
def test_who_makes_calls_hears_nothing_of_this_rule(now: str) -> None:
    assert RULE not in advise(some_facts(interviews=PASSED, touches=[thanks()]), now).rules(CALL, DANA)
