import pytest

from afterview.policy.facts import Interview
from afterview.policy.terms import InterviewStatus, Kind
from tests.policy.builders import DANA, dana, interview, reese, some_facts, thanks
from tests.policy.reading import Advice, advise, around

RULE = "next-round-is-an-answer"
EMAIL, CALL = Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL
NEXT = interview(id="i2", ends="2026-12-03T21:00Z")
SPEAKS = some_facts(interviews=[interview(), NEXT], touches=[thanks()])


def ahead(*following: Interview, now: str = "2026-11-30T15:00Z", reply_by: str | None = None) -> Advice:
    """A week after the thanks for the first round, when a question would be open but for what is ahead."""
    return advise(some_facts(interviews=[interview(reply_by=reply_by), *following], touches=[thanks()], now=now))


@pytest.mark.parametrize("kind", [EMAIL, CALL])
def test_while_an_interview_is_ahead_nothing_is_asked(kind: Kind) -> None:
    assert ahead(NEXT).verdict(kind, DANA) == "not_yet"


@pytest.mark.parametrize("kind", [EMAIL, CALL])
def test_the_wait_names_this_rule_and_when_the_interview_ends(kind: Kind) -> None:
    held_back = ahead(NEXT).binding(kind, DANA)
    assert (held_back.rule, "2026-12-03T21:00:00Z" in held_back.facts.values()) == (RULE, True)


def test_during_the_interview_nothing_is_asked() -> None:
    assert RULE in ahead(NEXT, now="2026-12-03T20:59:59Z").rules(EMAIL, DANA)


def test_once_it_has_ended_the_rule_keeps_quiet() -> None:
    assert RULE not in ahead(NEXT, now="2026-12-03T21:00Z").rules(EMAIL, DANA)


def test_an_email_opens_a_week_after_the_interview_ahead() -> None:
    assert ahead(NEXT).not_before(EMAIL, DANA) == "2026-12-10T21:00:00Z"


def test_a_call_opens_two_weeks_after_the_interview_ahead() -> None:
    assert ahead(NEXT).not_before(CALL, DANA) == "2026-12-17T21:00:00Z"


def test_the_users_quiet_days_hold_after_the_interview_ahead() -> None:
    facts = some_facts(interviews=[interview(), NEXT], touches=[thanks()], policy={"quiet_days": 8})
    assert advise(facts, "2026-11-30T15:00Z").not_before(EMAIL, DANA) == "2026-12-11T21:00:00Z"


def test_the_last_of_several_interviews_ahead_counts() -> None:
    assert ahead(NEXT, interview(id="i3", ends="2026-12-08T21:00Z")).not_before(EMAIL, DANA) == "2026-12-15T21:00:00Z"


def test_a_day_promised_with_the_interview_ahead_is_the_opening() -> None:
    promised = interview(id="i2", ends="2026-12-03T21:00Z", reply_by="2026-12-08")
    assert ahead(promised).not_before(EMAIL, DANA) == "2026-12-09T14:00:00Z"


def test_a_date_in_force_beyond_the_interview_ahead_is_the_opening() -> None:
    held_back = ahead(NEXT, reply_by="2026-12-10")
    assert (held_back.not_before(EMAIL, DANA), held_back.binding(EMAIL, DANA).rule) == (
        "2026-12-11T14:00:00Z",
        "respect-the-timeline",
    )


def test_a_passed_date_does_not_open_a_question_while_an_interview_is_ahead() -> None:
    assert ahead(NEXT, reply_by="2026-11-25").verdict(EMAIL, DANA) == "not_yet"


def test_an_interview_with_somebody_else_counts_as_well() -> None:
    facts = some_facts(
        interviews=[interview(), interview(id="i2", ends="2026-12-03T21:00Z", who=())],
        contacts=[dana(), reese()],
        touches=[thanks()],
        now="2026-11-30T15:00Z",
    )
    assert RULE in advise(facts).rules(EMAIL, "reese")


def test_a_cancelled_interview_is_no_answer() -> None:
    cancelled = interview(id="i2", ends="2026-12-03T21:00Z", status=InterviewStatus.CANCELLED)
    assert ahead(cancelled).step == (EMAIL, DANA)


def test_an_interview_that_is_marked_completed_before_its_end_is_still_ahead() -> None:
    early = interview(id="i2", ends="2026-12-03T21:00Z", status=InterviewStatus.COMPLETED)
    assert RULE in ahead(early).rules(EMAIL, DANA)


def test_without_an_interview_ahead_the_question_opens_in_its_own_time() -> None:
    facts = some_facts(touches=[thanks()])
    assert around("2026-11-27T21:30Z", facts, EMAIL, DANA) == ("not_yet", "recommended")
