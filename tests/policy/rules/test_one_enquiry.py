import pytest

from afterview.policy.facts import Contact, Touch
from afterview.policy.terms import Kind, Reached, Status, TouchKind
from tests.policy.builders import (
    DANA,
    REESE,
    SAM,
    call,
    check_in,
    dana,
    interview,
    reese,
    reply,
    sam,
    some_facts,
    someone,
    thanks,
    touch,
)
from tests.policy.reading import Advice, advise, around

RULE = "one-enquiry"
EMAIL, CALL = Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL
ASKED = check_in("2026-11-30T14:00Z")
SPEAKS = some_facts(touches=[thanks(), ASKED], now="2026-12-01T15:00Z")


def asked(*touches: Touch, now: str = "2026-12-15T15:00Z", reply_by: str | None = None) -> Advice:
    return advise(some_facts(interviews=[interview(reply_by=reply_by)], touches=[thanks(), *touches], now=now))


@pytest.mark.parametrize("kind", [EMAIL, CALL])
@pytest.mark.parametrize("sent", [ASKED, call("2026-11-30T14:00Z")], ids=["by email", "by call"])
def test_without_a_date_one_question_is_all(kind: Kind, sent: Touch) -> None:
    assert asked(sent).verdict(kind, DANA) == "no_longer"


def test_the_end_of_questions_names_this_rule_and_when_the_one_was_asked() -> None:
    over = asked(ASKED).binding(EMAIL, DANA)
    assert (over.rule, "2026-11-30T14:00:00Z" in over.facts.values()) == (RULE, True)


def test_a_call_to_an_answering_machine_was_a_question() -> None:
    assert asked(call("2026-11-30T14:00Z", reached=Reached.VOICEMAIL)).verdict(EMAIL, DANA) == "no_longer"


def test_a_question_put_to_somebody_else_was_the_one() -> None:
    assert asked(check_in("2026-11-30T14:00Z", SAM)).verdict(EMAIL, DANA) == "no_longer"


def test_a_question_put_to_nobody_in_particular_was_the_one() -> None:
    assert asked(check_in("2026-11-30T14:00Z", None)).verdict(EMAIL, DANA) == "no_longer"


def test_a_call_that_left_no_trace_was_no_question() -> None:
    assert asked(call("2026-11-30T14:00Z", reached=Reached.NO_TRACE)).step == (EMAIL, DANA)


def test_additional_information_was_no_question() -> None:
    assert asked(touch(TouchKind.ADDITIONAL_INFORMATION_EMAIL, "2026-11-24T15:00Z")).step == (EMAIL, DANA)


def test_an_automatic_reply_allows_no_second_question() -> None:
    assert asked(ASKED, touch(TouchKind.AUTO_REPLY_RECEIVED, "2026-12-01T15:00Z")).verdict(EMAIL, DANA) == "no_longer"


def test_their_answer_allows_another_question_in_its_time() -> None:
    facts = some_facts(touches=[thanks(), ASKED, reply("2026-12-02T15:00Z")])
    assert around("2026-12-09T15:00Z", facts, EMAIL, DANA) == ("not_yet", "recommended")


def test_a_change_of_status_allows_another_question_in_its_time() -> None:
    facts = some_facts(touches=[thanks(), ASKED], status=Status.ACTIVE, changed="2026-12-02T15:00Z")
    assert around("2026-12-09T15:00Z", facts, EMAIL, DANA) == ("not_yet", "recommended")


def test_another_interview_allows_another_question_in_its_time() -> None:
    facts = some_facts(
        interviews=[interview(), interview(id="i2", ends="2026-12-03T21:00Z")],
        touches=[thanks(), ASKED, thanks("2026-12-03T21:30Z")],
    )
    assert around("2026-12-10T21:30Z", facts, EMAIL, DANA) == ("not_yet", "recommended")


def test_a_passed_date_makes_a_second_question_fair() -> None:
    assert asked(check_in("2026-11-26T14:00Z"), reply_by="2026-11-25").step == (CALL, DANA)


def test_while_a_date_is_ahead_the_second_question_is_not_yet() -> None:
    too_early = asked(check_in("2026-11-23T16:00Z"), reply_by="2026-12-01", now="2026-11-30T17:00Z")
    assert (too_early.verdict(EMAIL, DANA), too_early.not_before(CALL, DANA)) == ("not_yet", "2026-12-02T14:00:00Z")


@pytest.mark.parametrize("kind", [EMAIL, CALL])
def test_one_person_is_asked_and_nobody_else(kind: Kind) -> None:
    advice = advise(some_facts(contacts=[dana(), sam(), reese()], touches=[thanks()]), "2026-11-30T15:00Z")
    assert [advice.verdict(kind, who) for who in (DANA, SAM)] == ["never", "never"]


def test_who_is_not_the_one_to_ask_is_told_so_by_this_rule() -> None:
    advice = advise(some_facts(contacts=[dana(), reese()], touches=[thanks()]), "2026-11-30T15:00Z")
    assert advice.binding(EMAIL, DANA).rule == RULE


@pytest.mark.parametrize(
    ("contacts", "first"),
    [
        pytest.param([sam(), dana(), reese()], REESE, id="the recruiter before all"),
        pytest.param([sam(), dana()], DANA, id="the hiring manager before other interviewers"),
        pytest.param([sam()], SAM, id="the first interviewer where there is nobody else"),
    ],
)
def test_the_one_to_ask_is_found_by_role(contacts: list[Contact], first: str) -> None:
    facts = some_facts(interviews=[interview(who=(SAM,))], contacts=contacts, touches=[thanks(who=SAM)])
    assert advise(facts, "2026-11-30T15:00Z").step == (EMAIL, first)


def test_the_first_interviewer_of_the_latest_interview_is_asked() -> None:
    facts = some_facts(
        interviews=[interview(who=(SAM,)), interview(id="i2", ends="2026-12-03T21:00Z", who=("alex", SAM))],
        contacts=[sam(), someone("alex")],
        touches=[thanks(who=None), thanks("2026-12-03T21:30Z", None)],
    )
    assert advise(facts, "2026-12-10T21:30Z").step == (EMAIL, "alex")


def test_while_nobody_was_asked_the_rule_excludes_nothing() -> None:
    assert asked().step == (EMAIL, DANA)


def test_the_one_question_names_this_rule() -> None:
    assert RULE in asked().rules(EMAIL, DANA)
