import pytest

from afterview.policy.facts import Facts
from afterview.policy.terms import Kind, Notes, Status, TouchKind
from tests.policy.builders import (
    DANA,
    SAM,
    SECOND,
    at,
    check_in,
    dana,
    interview,
    put_off,
    reply,
    sam,
    some_facts,
    thanks,
    touch,
)
from tests.policy.reading import Advice, advise

INVITED = touch(TouchKind.LINKEDIN_REQUEST, "2026-11-23T14:00Z")

WAITS = [
    pytest.param(
        some_facts(now="2026-11-18T15:00Z"), "2026-11-20T21:00:00Z", "thank_you_email", id="for the interview's end"
    ),
    pytest.param(
        some_facts(touches=[thanks()]), "2026-11-21T21:30:00Z", "linkedin_request", id="for a day after the thanks"
    ),
    pytest.param(
        some_facts(touches=[thanks(), INVITED], now="2026-11-24T15:00Z"),
        "2026-11-27T21:30:00Z",
        "check_in_email",
        id="for the week after the thanks",
    ),
    pytest.param(
        some_facts(interviews=[interview(reply_by="2026-12-01")], touches=[thanks(), INVITED], now="2026-11-24T15:00Z"),
        "2026-12-02T14:00:00Z",
        "check_in_email",
        id="for the promised day",
    ),
    pytest.param(
        some_facts(touches=[thanks(), INVITED, reply("2026-11-25T15:00Z")], now="2026-11-26T15:00Z"),
        "2026-12-02T15:00:00Z",
        "check_in_email",
        id="for the week after an update",
    ),
    pytest.param(
        some_facts(
            interviews=[interview(reply_by="2026-11-24")],
            touches=[thanks(), INVITED, check_in("2026-11-25T14:00Z")],
            now="2026-11-26T15:00Z",
        ),
        "2026-12-02T14:00:00Z",
        "follow_up_call",
        id="for the second question",
    ),
    pytest.param(
        some_facts(touches=[thanks(), INVITED, check_in("2026-11-30T15:00Z")], now="2026-12-01T15:00Z"),
        "2026-12-14T15:00:00Z",
        "no_further_action",
        id="for the end of patience",
    ),
    pytest.param(
        some_facts(
            touches=[thanks()], deferrals=[put_off(Kind.LINKEDIN_REQUEST, "2026-11-25T12:00Z")], now="2026-11-23T15:00Z"
        ),
        "2026-11-25T12:00:00Z",
        "linkedin_request",
        id="for what was put off",
    ),
    pytest.param(
        some_facts(deferrals=[put_off(Kind.THANK_YOU_EMAIL, "2026-11-21T15:00Z")]),
        "2026-11-21T15:00:00Z",
        "thank_you_email",
        id="for thanks that were put off",
    ),
    pytest.param(
        some_facts(
            touches=[touch(TouchKind.REJECTION_THANKS_EMAIL, "2026-11-23T15:00Z")],
            status=Status.REJECTED,
            changed="2026-11-23T14:00Z",
            now="2026-11-23T16:00Z",
        ),
        "2026-11-24T15:00:00Z",
        "linkedin_request",
        id="for a day after thanks for a no",
    ),
    pytest.param(
        some_facts(
            interviews=[interview(), interview(id="i2", ends="2026-12-03T21:00Z")],
            touches=[thanks(), INVITED],
            now="2026-11-30T15:00Z",
        ),
        "2026-12-03T21:00:00Z",
        "thank_you_email",
        id="for the next round",
    ),
]


@pytest.mark.parametrize(("facts", "until", "next_kind"), WAITS)
def test_the_wait_says_until_when_and_for_what(facts: Facts, until: str, next_kind: str) -> None:
    action = advise(facts).action
    assert (action["kind"], action["until"], action["next_kind"]) == ("wait", until, next_kind)


@pytest.mark.parametrize(("facts", "until", "next_kind"), WAITS)
def test_a_second_before_its_end_the_wait_is_the_same(facts: Facts, until: str, next_kind: str) -> None:
    assert advise(facts, at(until) - SECOND).action == advise(facts).action


@pytest.mark.parametrize(("facts", "until", "next_kind"), WAITS)
def test_at_its_end_comes_what_was_waited_for(facts: Facts, until: str, next_kind: str) -> None:
    assert advise(facts, until).kind == next_kind


@pytest.mark.parametrize(("facts", "until", "next_kind"), WAITS)
def test_the_advice_is_worth_a_look_when_the_wait_ends(facts: Facts, until: str, next_kind: str) -> None:
    assert advise(facts).document["next_review_at"] == until


@pytest.mark.parametrize(("facts", "until", "next_kind"), WAITS)
def test_waiting_concerns_nobody_and_has_no_window(facts: Facts, until: str, next_kind: str) -> None:
    action = advise(facts).action
    assert [action[key] for key in ("channel", "contact_id", "window", "template_id")] == ["none", None, None, None]


def waiting_for(facts: Facts) -> str:
    return advise(facts).reasons[0].rule


def test_the_wait_for_a_promised_day_names_the_timeline() -> None:
    facts = some_facts(
        interviews=[interview(reply_by="2026-12-01")], touches=[thanks(), INVITED], now="2026-11-24T15:00Z"
    )
    assert waiting_for(facts) == "respect-the-timeline"


def test_the_wait_for_a_week_names_the_week() -> None:
    assert waiting_for(some_facts(touches=[thanks(), INVITED], now="2026-11-25T15:00Z")) == "enquiry-waits-a-week"


def test_the_wait_for_what_was_put_off_names_the_wish() -> None:
    facts = some_facts(deferrals=[put_off(Kind.THANK_YOU_EMAIL, "2026-11-21T15:00Z")])
    assert waiting_for(facts) == "put-off-by-the-candidate"


def test_a_step_that_will_be_merely_allowed_is_not_waited_for() -> None:
    facts = some_facts(
        contacts=[dana(postal_address="1 Main Street")], touches=[thanks()], notes=Notes.UNKNOWN, linkedin=False
    )
    assert advise(facts).action["next_kind"] == "check_in_email"


def test_a_call_out_of_turn_is_not_waited_for() -> None:
    facts = some_facts(
        touches=[thanks(), INVITED],
        deferrals=[put_off(Kind.CHECK_IN_EMAIL, "2026-12-04T15:00Z")],
        now="2026-11-30T15:00Z",
    )
    action = advise(facts).action
    assert (action["until"], action["next_kind"]) == ("2026-12-04T15:00:00Z", "check_in_email")


def test_the_first_of_several_things_to_come_is_waited_for() -> None:
    panel = some_facts(
        interviews=[interview(who=(DANA, SAM))],
        contacts=[dana(), sam()],
        touches=[thanks("2026-11-20T21:45Z"), thanks("2026-11-20T21:30Z", SAM)],
    )
    assert advise(panel).action["until"] == "2026-11-21T21:30:00Z"


def test_the_headline_tells_the_end_on_the_clock_of_the_person_concerned() -> None:
    in_tokyo = some_facts(contacts=[dana(timezone="Asia/Tokyo")], touches=[thanks()])
    assert "Sun 22 Nov, 06:30 (Tokyo)" in str(advise(in_tokyo).action["headline"])


def rest() -> Advice:
    return advise(some_facts(touches=[thanks(), INVITED, check_in("2026-11-30T15:00Z")]), "2026-12-20T15:00Z")


def test_rest_has_no_end() -> None:
    action = rest().action
    assert (action["kind"], action["until"], action["next_kind"]) == ("no_further_action", None, None)


def test_rest_needs_no_other_look() -> None:
    assert rest().document["next_review_at"] is None


def test_an_open_step_is_worth_another_look_when_it_closes() -> None:
    facts = some_facts(interviews=[interview(points=("it",))], touches=[thanks(), INVITED], linkedin=False)
    facts.now = at("2026-11-25T15:00Z")
    assert (advise(facts).kind, advise(facts).document["next_review_at"]) == (
        Kind.ADDITIONAL_INFORMATION_EMAIL,
        "2026-11-27T21:30:00Z",
    )


def test_the_wait_tells_why_the_next_step_is_not_open_today() -> None:
    facts = some_facts(
        interviews=[interview(reply_by="2026-12-01")], touches=[thanks(), INVITED], now="2026-11-24T15:00Z"
    )
    assert advise(facts).reasons[0] == advise(facts).binding(Kind.CHECK_IN_EMAIL, DANA)
