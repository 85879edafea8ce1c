import pytest

from afterview.policy.facts import Contact, Facts, Touch
from afterview.policy.terms import Kind, Status, TouchKind
from tests.policy.builders import (
    DANA,
    REESE,
    SAM,
    When,
    dana,
    interview,
    put_off,
    reese,
    sam,
    some_facts,
    thanks,
    touch,
)
from tests.policy.reading import advise, around

RULE = "stay-connected"
LINKEDIN = Kind.LINKEDIN_REQUEST
GRACE = touch(TouchKind.REJECTION_THANKS_EMAIL, "2026-11-25T16:00Z")


def rejected(
    *touches: Touch,
    contacts: tuple[Contact, ...] = (),
    status: Status = Status.REJECTED,
    now: When = "2026-11-25T17:00Z",
    **policy: object,
) -> Facts:
    """Dana interviewed; the no came on Wednesday at 15:00Z."""
    return some_facts(
        contacts=contacts or [dana()],
        touches=touches,
        status=status,
        changed="2026-11-25T15:00Z",
        policy=policy,
        now=now,
    )


SPEAKS = rejected(GRACE)


@pytest.mark.parametrize(
    ("facts", "opens_at"),
    [
        pytest.param(rejected(thanks(), GRACE), "2026-11-26T16:00Z", id="a day after thanks for the no"),
        pytest.param(rejected(GRACE), "2026-11-26T16:00Z", id="whether thanked for the interview or not"),
        pytest.param(rejected(GRACE, hours_between_touches=48), "2026-11-27T16:00Z", id="the user's hours"),
        pytest.param(rejected(thanks()), "2026-12-02T15:00Z", id="seven days after the no when none were sent"),
        pytest.param(rejected(rejection_days=3), "2026-11-28T15:00Z", id="the user's days when none were sent"),
        pytest.param(
            rejected(contacts=(dana(email=None),)), "2026-12-02T15:00Z", id="seven days when none can be sent"
        ),
    ],
)
def test_a_connection_request_follows_the_thanks_for_a_no(facts: Facts, opens_at: str) -> None:
    assert around(opens_at, facts, LINKEDIN, DANA) == ("not_yet", "recommended")


def test_the_wait_names_this_rule_and_the_thanks_for_the_no() -> None:
    why = next(r for r in advise(rejected(GRACE)).why(LINKEDIN, DANA) if r.rule == RULE)
    assert "2026-11-25T16:00:00Z" in why.facts.values()


def test_the_wait_without_thanks_names_this_rule_and_the_no() -> None:
    why = advise(rejected()).binding(LINKEDIN, DANA)
    assert (why.rule, "2026-11-25T15:00:00Z" in why.facts.values()) == (RULE, True)


def test_the_recommended_request_names_this_rule() -> None:
    assert RULE in advise(rejected(GRACE), "2026-11-27T16:00Z").rules(LINKEDIN, DANA)


def test_declined_thanks_for_the_no_leave_the_seven_days() -> None:
    declined = rejected()
    declined.deferrals.append(put_off(Kind.REJECTION_THANKS_EMAIL, None))
    assert around("2026-12-02T15:00Z", declined, LINKEDIN, DANA) == ("not_yet", "recommended")


def test_every_interviewer_is_invited_one_by_one() -> None:
    panel = some_facts(
        interviews=[interview(who=(DANA, SAM))],
        contacts=[dana(), sam()],
        touches=[GRACE, touch(TouchKind.LINKEDIN_REQUEST, "2026-11-27T16:00Z", DANA)],
        status=Status.REJECTED,
        changed="2026-11-25T15:00Z",
        now="2026-11-27T17:00Z",
    )
    assert advise(panel).step == (LINKEDIN, SAM)


def test_who_was_invited_before_the_no_is_not_invited_again() -> None:
    facts = rejected(thanks(), touch(TouchKind.LINKEDIN_REQUEST, "2026-11-23T15:00Z"), GRACE)
    assert advise(facts, "2026-11-30T15:00Z").verdict(LINKEDIN, DANA) == "no_longer"


def test_who_did_not_interview_is_not_invited() -> None:
    assert advise(rejected(GRACE, contacts=(dana(), reese())), "2026-11-30T15:00Z").verdict(LINKEDIN, REESE) == "never"


def test_who_does_not_want_linkedin_is_left_alone() -> None:
    facts = rejected(GRACE)
    facts.preferences.linkedin = False
    assert advise(facts, "2026-11-30T15:00Z").kind == Kind.NO_FURTHER_ACTION


def test_a_message_in_between_keeps_its_distance() -> None:
    facts = rejected(GRACE, touch(TouchKind.OTHER_OUTBOUND, "2026-11-26T12:00Z"))
    assert around("2026-11-27T12:00Z", facts, LINKEDIN, DANA) == ("not_yet", "recommended")


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.REJECTED])
def test_without_a_no_the_rule_keeps_quiet(status: Status) -> None:
    assert RULE not in advise(rejected(thanks(), status=status)).rules(LINKEDIN, DANA)


def test_without_a_no_the_thanks_for_the_interview_decide() -> None:
    assert advise(rejected(status=Status.CLOSED), "2027-01-11T15:00Z").not_before(LINKEDIN, DANA) is None
