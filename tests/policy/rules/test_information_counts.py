import pytest

from afterview.policy.facts import Contact, Facts, Touch
from afterview.policy.terms import Kind, Status, TouchKind
from tests.policy.builders import (
    DANA,
    SAM,
    calendar,
    check_in,
    dana,
    interview,
    reese,
    reply,
    sam,
    some_facts,
    thanks,
    touch,
)
from tests.policy.reading import advise, around

RULE = "information-counts"
INFORMATION = Kind.ADDITIONAL_INFORMATION_EMAIL
SENT = touch(TouchKind.ADDITIONAL_INFORMATION_EMAIL, "2026-11-24T15:00Z")


def missed(
    *touches: Touch,
    thanked: str = "2026-11-20T21:30Z",
    by: str | None = None,
    contacts: tuple[Contact, ...] = (),
    quiet_days: int = 7,
) -> Facts:
    """Something was left to add after Dana's interview, and she was thanked without it."""
    return some_facts(
        interviews=[interview(points=("the migration",), reply_by=by)],
        contacts=contacts or [dana()],
        touches=[thanks(thanked), *touches],
        policy={"quiet_days": quiet_days},
        now="2026-11-23T15:00Z",
    )


SPEAKS = missed()

CLOSINGS = [
    pytest.param(missed(by="2026-12-01"), "2026-12-02T05:00Z", id="the promised day ends"),
    pytest.param(missed(by="2026-11-23"), "2026-11-24T05:00Z", id="a promised day sooner than the week"),
    pytest.param(missed(), "2026-11-27T21:30Z", id="a week after the thanks"),
    pytest.param(missed(thanked="2026-11-20T22:30Z"), "2026-11-30T14:00Z", id="a week and the weekend after"),
    pytest.param(missed(quiet_days=10), "2026-11-30T21:30Z", id="ten quiet days after the thanks"),
    pytest.param(missed(reply("2026-11-25T15:00Z")), "2026-12-02T15:00Z", id="a week after an update"),
    pytest.param(
        missed(contacts=(dana(), reese(timezone="Europe/London"))), "2026-11-30T09:00Z", id="the asked one's morning"
    ),
]


@pytest.mark.parametrize(("facts", "closes_at"), CLOSINGS)
def test_information_is_of_use_until_a_question_may_carry_it(facts: Facts, closes_at: str) -> None:
    assert around(closes_at, facts, INFORMATION, DANA) == ("recommended", "no_longer")


def test_what_closed_names_this_rule_and_when() -> None:
    closed = advise(missed(), "2026-11-30T15:00Z").binding(INFORMATION, DANA)
    assert (closed.rule, "2026-11-27T21:30:00Z" in closed.facts.values()) == (RULE, True)


@pytest.mark.parametrize(
    ("facts", "fact", "value"),
    [
        pytest.param(missed(by="2026-12-01"), "promised", "2026-12-01", id="the promised day"),
        pytest.param(missed(), "thanked_at", "2026-11-20T21:30:00Z", id="the thanks"),
        pytest.param(missed(reply("2026-11-25T15:00Z")), "updated_at", "2026-11-25T15:00:00Z", id="the update"),
        pytest.param(
            missed(touch(TouchKind.OTHER_OUTBOUND, "2026-11-20T22:00Z"), thanked="2026-11-20T20:00Z"),
            "ended_at",
            "2026-11-20T21:00:00Z",
            id="the interview, when nobody was thanked",
        ),
    ],
)
def test_what_closed_names_what_it_rests_on(facts: Facts, fact: str, value: str) -> None:
    assert advise(facts, "2026-12-09T15:00Z").binding(INFORMATION, DANA).facts[fact] == value


def test_the_recommended_email_shows_when_it_closes() -> None:
    assert advise(missed()).window["closes_at"] == "2026-11-27T21:30:00Z"


def test_the_recommended_email_names_this_rule() -> None:
    assert RULE in advise(missed(by="2026-12-01")).rules(INFORMATION, DANA)


def test_information_counts_as_a_follow_up() -> None:
    assert (advise(missed()).kind, advise(missed()).action["counts_as_follow_up"]) == (INFORMATION, True)


def test_after_information_one_question_is_left() -> None:
    facts = missed(SENT, check_in("2026-12-01T15:00Z"), by="2026-11-25")
    assert advise(facts, "2026-12-15T15:00Z").verdict(Kind.CHECK_IN_EMAIL, DANA) == "no_longer"


def test_information_is_no_question_and_leaves_the_first_its_turn() -> None:
    assert advise(missed(SENT), "2026-12-01T15:00Z").step == (Kind.CHECK_IN_EMAIL, DANA)


def test_after_two_questions_there_is_no_room_for_information() -> None:
    facts = some_facts(
        interviews=[interview(points=("the migration",), reply_by="2026-12-21")],
        touches=[thanks(), check_in("2026-11-24T15:00Z"), check_in("2026-12-01T15:00Z")],
    )
    assert advise(facts, "2026-12-09T15:00Z").verdict(INFORMATION, DANA) == "no_longer"


def test_information_comes_a_week_after_a_question() -> None:
    facts = missed(check_in("2026-11-24T15:00Z"), by="2026-12-21")
    assert around("2026-12-01T15:00Z", facts, INFORMATION, DANA) == ("not_yet", "recommended")


def test_it_goes_out_once() -> None:
    assert advise(missed(SENT, by="2026-12-21"), "2026-12-02T15:00Z").verdict(INFORMATION, DANA) == "no_longer"


def sam_is_next() -> Facts:
    """What was missed with Dana is open, and an interview with Sam is ahead on Tuesday."""
    return some_facts(
        interviews=[interview(points=("the migration",)), interview(id="i2", ends="2026-11-24T21:00Z", who=(SAM,))],
        contacts=[dana(), sam()],
        touches=[thanks()],
    )


def test_while_an_interview_is_ahead_it_can_be_said_there() -> None:
    assert around("2026-11-24T21:00Z", sam_is_next(), INFORMATION, DANA) == ("not_yet", "allowed")


def test_what_can_be_said_in_an_interview_names_this_rule_and_its_end() -> None:
    held_back = advise(sam_is_next(), "2026-11-23T15:00Z").binding(INFORMATION, DANA)
    assert (held_back.rule, "2026-11-24T21:00:00Z" in held_back.facts.values()) == (RULE, True)


def test_the_promised_day_counts_where_it_was_promised() -> None:
    in_berlin = some_facts(
        interviews=[
            interview(points=("it",), ends="2026-11-20T15:00Z", timezone="Europe/Berlin", reply_by="2026-12-01")
        ],
        contacts=[dana(timezone="America/Los_Angeles")],
        touches=[thanks("2026-11-20T17:00Z")],
    )
    assert around("2026-12-01T23:00Z", in_berlin, INFORMATION, DANA) == ("recommended", "no_longer")


def test_a_holiday_that_holds_the_question_back_leaves_the_time_to_information() -> None:
    facts = some_facts(
        interviews=[interview(points=("the migration",))], touches=[thanks()], calendar=calendar("2026-11-27")
    )
    assert around("2026-11-30T14:00Z", facts, INFORMATION, DANA) == ("recommended", "no_longer")


def test_who_is_not_the_lead_gets_none() -> None:
    panel = some_facts(
        interviews=[interview(who=(SAM, DANA), points=("it",))], contacts=[sam(), dana()], touches=[thanks(who=None)]
    )
    assert advise(panel, "2026-11-23T15:00Z").verdict(INFORMATION, SAM) == "never"


@pytest.mark.parametrize("status", [Status.OFFERED, Status.REJECTED])
def test_once_they_have_decided_it_is_of_no_use(status: Status) -> None:
    decided = some_facts(
        interviews=[interview(points=("it",))],
        touches=[thanks()],
        status=status,
        changed="2026-11-23T10:00Z",
        now="2026-11-23T15:00Z",
    )
    assert advise(decided).verdict(INFORMATION, DANA) == "never"


def test_open_and_closed_are_told_apart() -> None:
    opened = next(r for r in advise(missed()).why(INFORMATION, DANA) if r.rule == RULE)
    assert opened.because != advise(missed(), "2026-11-30T15:00Z").binding(INFORMATION, DANA).because
