import pytest

from afterview.policy.facts import Facts, Touch
from afterview.policy.terms import Kind, Notes, Reached, Status, TouchKind
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
    thanks,
    touch,
)
from tests.policy.reading import advise, around

RULE = "one-thing-a-day"
LINKEDIN, NOTE = Kind.LINKEDIN_REQUEST, Kind.HANDWRITTEN_NOTE
A_WORD = touch(TouchKind.OTHER_OUTBOUND, "2026-11-23T15:00Z")


def sent(*touches: Touch, **policy: object) -> Facts:
    """Dana was thanked on Friday, and this was sent since."""
    return some_facts(touches=[thanks(), *touches], policy=policy)


SPEAKS = some_facts(touches=[thanks(), A_WORD], now="2026-11-23T16:00Z")


@pytest.mark.parametrize(
    "kind",
    [
        TouchKind.OTHER_OUTBOUND,
        TouchKind.ANSWER,
        TouchKind.ADDITIONAL_INFORMATION_EMAIL,
        TouchKind.HANDWRITTEN_NOTE,
        TouchKind.CHECK_IN_EMAIL,
    ],
)
def test_a_day_lies_between_two_messages_to_one_person(kind: TouchKind) -> None:
    facts = sent(touch(kind, "2026-11-23T15:00Z"))
    assert around("2026-11-24T15:00Z", facts, LINKEDIN, DANA) == ("not_yet", "recommended")


def test_a_day_lies_between_two_platforms() -> None:
    facts = some_facts(
        contacts=[dana(postal_address="1 Main Street")],
        touches=[thanks(), touch(TouchKind.LINKEDIN_REQUEST, "2026-11-23T15:00Z")],
        notes=Notes.WELCOME,
    )
    assert around("2026-11-24T15:00Z", facts, NOTE, DANA) == ("not_yet", "recommended")


def test_a_call_that_left_no_trace_spaces_all_the_same() -> None:
    facts = sent(call("2026-11-23T15:00Z", reached=Reached.NO_TRACE))
    assert around("2026-11-24T15:00Z", facts, LINKEDIN, DANA) == ("not_yet", "recommended")


def test_a_question_keeps_its_distance_too_and_then_waits_for_working_hours() -> None:
    facts = sent(touch(TouchKind.OTHER_OUTBOUND, "2026-11-27T20:00Z"))
    assert around("2026-11-30T14:00Z", facts, Kind.CHECK_IN_EMAIL, DANA) == ("not_yet", "recommended")


def test_information_keeps_its_distance_too() -> None:
    facts = some_facts(interviews=[interview(points=("the migration",))], touches=[thanks(), A_WORD])
    opening = around("2026-11-24T15:00Z", facts, Kind.ADDITIONAL_INFORMATION_EMAIL, DANA)
    assert opening == ("not_yet", "recommended")


def test_a_day_is_24_hours_when_the_clocks_change() -> None:
    autumn = some_facts(
        interviews=[interview(ends="2026-10-29T19:00Z")],
        touches=[thanks("2026-10-29T19:30Z"), touch(TouchKind.OTHER_OUTBOUND, "2026-10-31T20:00Z")],
    )
    assert around("2026-11-01T20:00Z", autumn, LINKEDIN, DANA) == ("not_yet", "recommended")


def test_the_hours_between_are_the_users() -> None:
    facts = sent(A_WORD, hours_between_touches=72)
    assert around("2026-11-26T15:00Z", facts, LINKEDIN, DANA) == ("not_yet", "recommended")


def test_the_wait_names_this_rule_and_the_last_message() -> None:
    held_back = advise(sent(A_WORD), "2026-11-23T16:00Z").binding(LINKEDIN, DANA)
    assert (held_back.rule, "2026-11-23T15:00:00Z" in held_back.facts.values()) == (RULE, True)


def test_a_message_to_everybody_spaces_for_everybody() -> None:
    facts = sent(touch(TouchKind.OTHER_OUTBOUND, "2026-11-23T15:00Z", None))
    assert around("2026-11-24T15:00Z", facts, LINKEDIN, DANA) == ("not_yet", "recommended")


def test_a_message_to_everybody_in_the_interview_spaces_for_them() -> None:
    facts = sent(touch(TouchKind.OTHER_OUTBOUND, "2026-11-23T15:00Z", None, interview="i1"))
    assert around("2026-11-24T15:00Z", facts, LINKEDIN, DANA) == ("not_yet", "recommended")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(touch(TouchKind.OTHER_OUTBOUND, "2026-11-23T15:00Z", SAM), id="sent to somebody else"),
        pytest.param(touch(TouchKind.OTHER_OUTBOUND, "2026-11-23T15:00Z", None, interview="i2"), id="to those of i2"),
        pytest.param(touch(TouchKind.AUTO_REPLY_RECEIVED, "2026-11-23T15:00Z"), id="an automatic reply"),
        pytest.param(reply("2026-11-23T15:00Z"), id="a message from them"),
    ],
)
def test_nothing_else_spaces(other: Touch) -> None:
    facts = some_facts(
        interviews=[interview(), interview(id="i2", ends="2026-11-20T22:00Z", who=(SAM,))],
        contacts=[dana(), sam()],
        touches=[thanks(), thanks("2026-11-20T22:30Z", SAM), other],
    )
    assert advise(facts, "2026-11-23T15:30Z").step == (LINKEDIN, DANA)


def test_thanks_need_no_distance() -> None:
    written_before = some_facts(touches=[touch(TouchKind.OTHER_OUTBOUND, "2026-11-20T19:00Z")])
    assert advise(written_before).step == (Kind.THANK_YOU_EMAIL, DANA)


def test_a_note_that_is_the_thank_you_needs_no_distance() -> None:
    written_before = some_facts(
        contacts=[dana(email=None, postal_address="1 Main Street")],
        touches=[touch(TouchKind.OTHER_OUTBOUND, "2026-11-20T19:00Z")],
    )
    assert advise(written_before).step == (NOTE, DANA)


def test_an_answer_needs_no_distance() -> None:
    asked = sent(A_WORD, reply("2026-11-23T15:30Z", needs_answer=True))
    assert advise(asked, "2026-11-23T16:00Z").step == (Kind.ANSWER, DANA)


def test_thanks_for_a_rejection_need_no_distance() -> None:
    rejected = some_facts(touches=[thanks(), A_WORD], status=Status.REJECTED, changed="2026-11-23T15:30Z")
    assert advise(rejected, "2026-11-23T16:00Z").step == (Kind.REJECTION_THANKS_EMAIL, DANA)


def test_a_question_to_the_recruiter_needs_no_distance_from_the_thanks_to_the_interviewer() -> None:
    facts = some_facts(
        interviews=[interview(ends="2026-11-19T21:00Z", reply_by="2026-11-19")],
        contacts=[dana(), reese()],
        touches=[thanks("2026-11-20T13:00Z")],
    )
    assert around("2026-11-20T14:00Z", facts, Kind.CHECK_IN_EMAIL, REESE) == ("not_yet", "recommended")


def test_a_check_in_soon_after_the_thanks_keeps_its_distance() -> None:
    facts = some_facts(interviews=[interview(reply_by="2026-11-23")], touches=[thanks("2026-11-23T20:00Z")])
    assert around("2026-11-24T20:00Z", facts, Kind.CHECK_IN_EMAIL, DANA) == ("not_yet", "recommended")


def test_the_connection_request_keeps_its_distance_from_a_question() -> None:
    facts = sent(check_in("2026-11-30T15:00Z"))
    assert around("2026-12-01T15:00Z", facts, LINKEDIN, DANA) == ("not_yet", "recommended")
