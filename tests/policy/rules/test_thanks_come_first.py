import pytest

from afterview.policy.facts import Facts
from afterview.policy.terms import Kind, Notes
from tests.policy.builders import (
    DANA,
    REESE,
    SAM,
    dana,
    interview,
    put_off,
    reese,
    sam,
    some_facts,
    thanks,
)
from tests.policy.reading import advise, around

RULE = "thanks-come-first"
MISSED = Kind.ADDITIONAL_INFORMATION_EMAIL
AT_HOME = dana(postal_address="1 Main Street")
# Promised for the day of the interview: an enquiry could open in the morning, but thanks have 24 hours.
PROMISED_TODAY = interview(ends="2026-11-19T21:00Z", reply_by="2026-11-19")
SPEAKS = some_facts(interviews=[PROMISED_TODAY], now="2026-11-20T15:00Z")


@pytest.mark.parametrize("kind", [Kind.LINKEDIN_REQUEST, Kind.HANDWRITTEN_NOTE])
def test_nothing_optional_goes_out_before_the_thanks(kind: Kind) -> None:
    unthanked = some_facts(contacts=[AT_HOME], notes=Notes.WELCOME, now="2026-11-23T15:00Z")
    assert advise(unthanked).verdict(kind, DANA) == "not_yet"


@pytest.mark.parametrize("kind", [Kind.LINKEDIN_REQUEST, Kind.HANDWRITTEN_NOTE])
def test_what_hangs_on_the_thanks_has_no_opening_of_its_own(kind: Kind) -> None:
    unthanked = some_facts(contacts=[AT_HOME], notes=Notes.WELCOME, now="2026-11-23T15:00Z")
    assert advise(unthanked).not_before(kind, DANA) is None


@pytest.mark.parametrize("kind", [Kind.LINKEDIN_REQUEST, Kind.HANDWRITTEN_NOTE])
def test_what_hangs_on_the_thanks_names_this_rule(kind: Kind) -> None:
    unthanked = some_facts(contacts=[AT_HOME], notes=Notes.WELCOME, now="2026-11-23T15:00Z")
    assert RULE in advise(unthanked).rules(kind, DANA)


def test_what_was_missed_waits_for_the_thanks_in_which_it_rides() -> None:
    unthanked = some_facts(interviews=[interview(points=("the migration",))], now="2026-11-23T15:00Z")
    assert RULE in advise(unthanked).rules(MISSED, DANA)


def test_a_question_waits_while_thanks_can_still_be_sent() -> None:
    promised = some_facts(interviews=[PROMISED_TODAY])
    assert around("2026-11-20T21:00Z", promised, Kind.CHECK_IN_EMAIL, DANA) == ("not_yet", "recommended")


def test_a_question_that_waits_for_the_thanks_opens_when_they_close() -> None:
    promised = some_facts(interviews=[PROMISED_TODAY])
    assert advise(promised, "2026-11-20T15:00Z").not_before(Kind.CHECK_IN_EMAIL, DANA) == "2026-11-20T21:00:00Z"


def test_a_question_that_waits_for_the_thanks_names_this_rule_and_the_interview() -> None:
    held_back = advise(some_facts(interviews=[PROMISED_TODAY]), "2026-11-20T15:00Z").binding(Kind.CHECK_IN_EMAIL, DANA)
    assert (held_back.rule, "2026-11-19T21:00:00Z" in held_back.facts.values()) == (RULE, True)


def thanks_close_on_a_friday_evening() -> Facts:
    """The interview ended on Thursday at 19:00, and that day was promised; thanks have their 24 hours."""
    return some_facts(
        interviews=[interview(ends="2026-03-06T00:00Z", reply_by="2026-03-05")], linkedin=False, now="2026-03-06T20:00Z"
    )


def test_thanks_may_close_in_the_evening() -> None:
    opening = around("2026-03-07T00:00Z", thanks_close_on_a_friday_evening(), Kind.THANK_YOU_EMAIL, DANA)
    assert opening == ("recommended", "no_longer")


@pytest.mark.parametrize("kind", [Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL])
@pytest.mark.parametrize("now", ["2026-03-06T20:00Z", "2026-03-07T00:00Z", "2026-03-09T12:59:59Z"])
def test_a_question_follows_them_at_the_next_working_moment(kind: Kind, now: str) -> None:
    waiting = advise(thanks_close_on_a_friday_evening(), now)
    assert (waiting.not_before(kind, DANA), waiting.binding(kind, DANA).rule) == ("2026-03-09T13:00:00Z", RULE)


def test_then_the_question_is_open() -> None:
    assert advise(thanks_close_on_a_friday_evening(), "2026-03-09T13:00Z").step == (Kind.CHECK_IN_EMAIL, DANA)


def test_the_reason_names_the_person() -> None:
    assert "Dana" in advise(SPEAKS).binding(Kind.CHECK_IN_EMAIL, DANA).because


def lead_unthanked_and_colleague_thanked() -> Facts:
    return some_facts(
        interviews=[interview(who=(DANA, SAM), points=("the migration",))],
        contacts=[dana(), sam()],
        touches=[thanks("2026-11-25T15:00Z", SAM)],
        now="2026-11-26T15:00Z",
    )


def test_what_was_missed_opens_by_itself_when_the_thanks_close() -> None:
    opening = around("2026-11-27T21:00Z", lead_unthanked_and_colleague_thanked(), MISSED, DANA)
    assert opening == ("not_yet", "recommended")


def test_what_the_clock_alone_opens_says_when() -> None:
    assert advise(lead_unthanked_and_colleague_thanked()).not_before(MISSED, DANA) == "2026-11-27T21:00:00Z"


def test_what_the_clock_alone_would_open_too_late_hangs_on_the_thanks() -> None:
    promised = some_facts(interviews=[interview(points=("the migration",), reply_by="2026-12-01")])
    assert advise(promised).not_before(MISSED, DANA) is None


def second_round_unthanked() -> Facts:
    rounds = [interview(), interview(id="i2", ends="2026-12-03T21:00Z")]
    return some_facts(interviews=rounds, touches=[thanks()], calls=False, now="2026-12-04T15:00Z")


def test_another_round_is_thanked_for_before_the_connection_request() -> None:
    assert RULE in advise(second_round_unthanked()).rules(Kind.LINKEDIN_REQUEST, DANA)


def test_a_connection_request_between_two_thanks_opens_when_the_second_close() -> None:
    held_back = advise(second_round_unthanked())
    assert held_back.not_before(Kind.LINKEDIN_REQUEST, DANA) == "2026-12-10T21:00:00Z"


def test_when_the_second_thanks_are_over_the_first_carry_the_connection_request() -> None:
    opening = around("2026-12-10T21:00Z", second_round_unthanked(), Kind.LINKEDIN_REQUEST, DANA)
    assert opening == ("not_yet", "allowed")


def test_a_question_to_somebody_else_does_not_wait_for_the_thanks() -> None:
    to_recruiter = some_facts(interviews=[PROMISED_TODAY], contacts=[dana(), reese()])
    assert around("2026-11-20T14:00Z", to_recruiter, Kind.CHECK_IN_EMAIL, REESE) == ("not_yet", "allowed")


def test_a_thanked_person_is_free_for_what_follows() -> None:
    promised = some_facts(interviews=[PROMISED_TODAY], touches=[thanks("2026-11-19T21:30Z")])
    assert RULE not in advise(promised, "2026-11-20T15:00Z").rules(Kind.CHECK_IN_EMAIL, DANA)


def test_declined_thanks_hold_nothing_back() -> None:
    declined = some_facts(interviews=[PROMISED_TODAY], deferrals=[put_off(Kind.THANK_YOU_EMAIL, None)])
    assert around("2026-11-20T14:00Z", declined, Kind.CHECK_IN_EMAIL, DANA) == ("not_yet", "recommended")


def test_a_colleague_who_is_not_thanked_holds_nothing_back_from_a_thanked_person() -> None:
    panel = some_facts(interviews=[interview(who=(DANA, SAM))], contacts=[dana(), sam()], touches=[thanks()])
    assert around("2026-11-21T21:30Z", panel, Kind.LINKEDIN_REQUEST, DANA) == ("not_yet", "allowed")


@pytest.mark.parametrize("kind", [Kind.LINKEDIN_REQUEST, Kind.HANDWRITTEN_NOTE])
def test_declined_thanks_are_not_thanks_and_open_nothing_that_follows_them(kind: Kind) -> None:
    declined = some_facts(
        contacts=[AT_HOME],
        notes=Notes.WELCOME,
        deferrals=[put_off(Kind.THANK_YOU_EMAIL, None)],
        now="2026-11-23T15:00Z",
    )
    assert advise(declined).not_before(kind, DANA) is None


def thanks_put_off(until: str) -> Facts:
    return some_facts(interviews=[PROMISED_TODAY], deferrals=[put_off(Kind.THANK_YOU_EMAIL, until)])


def test_thanks_that_are_put_off_until_they_are_over_hold_nothing_back() -> None:
    opening = around("2026-11-20T14:00Z", thanks_put_off("2026-11-20T21:00Z"), Kind.CHECK_IN_EMAIL, DANA)
    assert opening == ("not_yet", "recommended")


def test_thanks_that_are_put_off_for_a_while_still_come_first() -> None:
    opening = around("2026-11-20T21:00Z", thanks_put_off("2026-11-20T20:59Z"), Kind.CHECK_IN_EMAIL, DANA)
    assert opening == ("not_yet", "recommended")
