import pytest

from afterview.policy.facts import Facts
from afterview.policy.terms import Kind, Status, TouchKind
from tests.policy.builders import DANA, interview, some_facts, thanks, touch
from tests.policy.reading import advise

RULE = "linkedin-if-wanted"
LINKEDIN = Kind.LINKEDIN_REQUEST
SPEAKS = some_facts(linkedin=False)

MOMENTS = [
    pytest.param(some_facts(linkedin=False, now="2026-11-20T12:00Z"), id="before the interview"),
    pytest.param(some_facts(linkedin=False), id="before the thanks"),
    pytest.param(some_facts(linkedin=False, touches=[thanks()], now="2026-11-23T15:00Z"), id="after the thanks"),
    pytest.param(
        some_facts(
            linkedin=False,
            touches=[touch(TouchKind.REJECTION_THANKS_EMAIL, "2026-11-25T15:00Z")],
            status=Status.REJECTED,
            changed="2026-11-25T14:00Z",
            now="2026-11-27T15:00Z",
        ),
        id="after a rejection",
    ),
    pytest.param(
        some_facts(
            linkedin=False,
            touches=[thanks()],
            status=Status.ACCEPTED,
            changed="2026-11-25T14:00Z",
            now="2026-11-27T15:00Z",
        ),
        id="after an acceptance",
    ),
    pytest.param(
        some_facts(
            linkedin=False,
            touches=[thanks(), touch(TouchKind.LINKEDIN_REQUEST, "2026-11-23T15:00Z")],
            now="2026-11-26T15:00Z",
        ),
        id="after a request all the same",
    ),
]


@pytest.mark.parametrize("facts", MOMENTS)
def test_who_does_not_want_linkedin_is_never_sent_there(facts: Facts) -> None:
    advice = advise(facts)
    assert (advice.verdict(LINKEDIN, DANA), advice.binding(LINKEDIN, DANA).rule) == ("never", RULE)


def test_without_linkedin_its_address_is_not_missed() -> None:
    facts = some_facts(linkedin=False)
    facts.contacts[0].linkedin_url = None
    assert "contacts/dana/linkedin_url" not in advise(facts).missing


@pytest.mark.parametrize("kind", [Kind.THANK_YOU_EMAIL, Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL])
def test_the_wish_concerns_nothing_else(kind: Kind) -> None:
    assert RULE not in advise(some_facts(linkedin=False, interviews=[interview()])).rules(kind, DANA)


@pytest.mark.parametrize("now", ["2026-11-20T22:00Z", "2026-11-23T15:00Z", "2026-12-30T15:00Z"])
def test_who_wants_linkedin_hears_nothing_of_this_rule(now: str) -> None:
    assert RULE not in advise(some_facts(touches=[thanks()]), now).rules(LINKEDIN, DANA)
