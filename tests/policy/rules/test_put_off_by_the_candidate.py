import pytest

from afterview.policy.facts import Deferral, Facts
from afterview.policy.terms import Kind, Notes, Status
from tests.policy.builders import (
    DANA,
    SAM,
    dana,
    interview,
    put_off,
    reply,
    sam,
    some_facts,
    thanks,
)
from tests.policy.reading import advise, around

RULE = "put-off-by-the-candidate"
LINKEDIN = Kind.LINKEDIN_REQUEST


def wished(*deferrals: Deferral, now: str = "2026-11-23T15:00Z") -> Facts:
    """Dana was thanked on Friday; a connection request is open on Monday."""
    return some_facts(touches=[thanks()], deferrals=deferrals, now=now)


SPEAKS = wished(put_off(LINKEDIN, None))
LATER = put_off(LINKEDIN, "2026-11-24T12:00Z", reason="after my trip")
NEVER = put_off(LINKEDIN, None, reason="we are connected already")


def test_what_is_put_off_opens_when_the_candidate_said() -> None:
    assert around("2026-11-24T12:00Z", wished(LATER), LINKEDIN, DANA) == ("not_yet", "recommended")


def test_what_is_put_off_names_this_rule_and_until_when() -> None:
    why = advise(wished(LATER)).binding(LINKEDIN, DANA)
    assert (why.rule, "2026-11-24T12:00:00Z" in why.facts.values()) == (RULE, True)


def test_what_is_declined_is_never() -> None:
    why = advise(wished(NEVER))
    assert (why.verdict(LINKEDIN, DANA), why.binding(LINKEDIN, DANA).rule) == ("never", RULE)


@pytest.mark.parametrize(("deferral", "reason"), [(LATER, "after my trip"), (NEVER, "we are connected already")])
def test_the_candidates_own_reason_is_shown(deferral: Deferral, reason: str) -> None:
    assert reason in advise(wished(deferral)).binding(LINKEDIN, DANA).because


@pytest.mark.parametrize(("deferral", "reason"), [(LATER, "after my trip"), (NEVER, "we are connected already")])
def test_the_candidates_own_reason_is_a_fact_in_the_candidates_words(deferral: Deferral, reason: str) -> None:
    assert advise(wished(deferral)).binding(LINKEDIN, DANA).facts["reason"] == reason


def test_without_a_reason_there_is_no_such_fact() -> None:
    assert "reason" not in advise(wished(put_off(LINKEDIN, None))).binding(LINKEDIN, DANA).facts


def test_no_reason_is_needed() -> None:
    assert advise(wished(put_off(LINKEDIN, None))).binding(LINKEDIN, DANA).because.endswith(".")


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        pytest.param(Kind.THANK_YOU_EMAIL, some_facts(), id="thanks"),
        pytest.param(Kind.CHECK_IN_EMAIL, some_facts(touches=[thanks()], now="2026-11-30T15:00Z"), id="a check-in"),
        pytest.param(Kind.FOLLOW_UP_CALL, some_facts(touches=[thanks()], now="2026-11-30T15:00Z"), id="a call"),
        pytest.param(
            Kind.ADDITIONAL_INFORMATION_EMAIL,
            some_facts(interviews=[interview(points=("it",))], touches=[thanks()], now="2026-11-23T15:00Z"),
            id="information",
        ),
        pytest.param(
            Kind.HANDWRITTEN_NOTE,
            some_facts(
                contacts=[dana(postal_address="1 Main Street")],
                touches=[thanks()],
                notes=Notes.WELCOME,
                now="2026-11-23T15:00Z",
            ),
            id="a note",
        ),
        pytest.param(
            Kind.ANSWER, some_facts(touches=[thanks(), reply("2026-11-20T21:45Z", needs_answer=True)]), id="an answer"
        ),
        pytest.param(
            Kind.REJECTION_THANKS_EMAIL, some_facts(status=Status.REJECTED, changed="2026-11-20T21:45Z"), id="grace"
        ),
    ],
)
def test_every_step_can_be_declined(kind: Kind, facts: Facts) -> None:
    facts.deferrals.append(put_off(kind, None))
    assert (advise(facts).verdict(kind, DANA), advise(facts).binding(kind, DANA).rule) == ("never", RULE)


def test_a_question_that_is_put_off_into_a_weekend_opens_on_monday() -> None:
    facts = wished(put_off(Kind.CHECK_IN_EMAIL, "2026-12-05T15:00Z"), put_off(Kind.FOLLOW_UP_CALL, None))
    assert around("2026-12-07T14:00Z", facts, Kind.CHECK_IN_EMAIL, DANA) == ("not_yet", "recommended")


def test_what_is_put_off_beyond_its_window_is_no_longer() -> None:
    facts = some_facts(deferrals=[put_off(Kind.THANK_YOU_EMAIL, "2026-12-05T15:00Z")])
    assert advise(facts).verdict(Kind.THANK_YOU_EMAIL, DANA) == "no_longer"


def test_a_wish_about_one_person_leaves_the_others() -> None:
    panel = some_facts(
        interviews=[interview(who=(DANA, SAM))],
        contacts=[dana(), sam()],
        touches=[thanks(who=None)],
        deferrals=[put_off(LINKEDIN, None, DANA)],
        now="2026-11-23T15:00Z",
    )
    assert [advise(panel).verdict(LINKEDIN, who) for who in (DANA, SAM)] == ["never", "recommended"]


def test_a_wish_about_nobody_in_particular_concerns_everybody() -> None:
    panel = some_facts(
        interviews=[interview(who=(DANA, SAM))],
        contacts=[dana(), sam()],
        touches=[thanks(who=None)],
        deferrals=[put_off(LINKEDIN, None)],
        now="2026-11-23T15:00Z",
    )
    assert [advise(panel).verdict(LINKEDIN, who) for who in (DANA, SAM)] == ["never", "never"]


def test_of_two_wishes_the_later_one_counts() -> None:
    facts = wished(LATER, put_off(LINKEDIN, "2026-11-25T12:00Z", DANA))
    assert around("2026-11-25T12:00Z", facts, LINKEDIN, DANA) == ("not_yet", "recommended")


def test_a_wish_whose_time_has_come_changes_nothing() -> None:
    assert advise(wished(put_off(LINKEDIN, "2026-11-22T12:00Z"))).step == (LINKEDIN, DANA)


def test_putting_off_opens_nothing_early() -> None:
    facts = wished(put_off(LINKEDIN, "2026-11-21T12:00Z"))
    assert around("2026-11-21T21:30Z", facts, LINKEDIN, DANA) == ("not_yet", "recommended")


@pytest.mark.parametrize("kind", [Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL, Kind.THANK_YOU_EMAIL])
def test_a_wish_about_one_kind_leaves_the_others(kind: Kind) -> None:
    assert RULE not in advise(wished(NEVER)).rules(kind, DANA)


def test_without_a_wish_the_rule_keeps_quiet() -> None:
    assert RULE not in advise(wished()).rules(LINKEDIN, DANA)
