import pytest

from afterview.policy.facts import Facts, Interview
from afterview.policy.terms import InterviewStatus, Kind, TouchKind
from tests.policy.builders import (
    DANA,
    NEW_YORK,
    REESE,
    SAM,
    calendar,
    dana,
    interview,
    reese,
    sam,
    some_facts,
    thanks,
    touch,
)
from tests.policy.reading import advise, around

RULE = "enquiry-waits-a-week"
EMAIL, CALL = Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL
SPEAKS = some_facts(touches=[thanks()], now="2026-11-23T15:00Z")


def thanked(when: str, *, ended: str = "2026-11-20T21:00Z", timezone: str = NEW_YORK) -> Facts:
    return some_facts(interviews=[interview(ends=ended, timezone=timezone)], touches=[thanks(when)])


BERLIN, KOLKATA, KATHMANDU, ST_JOHNS = "Europe/Berlin", "Asia/Kolkata", "Asia/Kathmandu", "America/St_Johns"


@pytest.mark.parametrize(
    ("facts", "opens_at"),
    [
        pytest.param(thanked("2026-11-20T21:30Z"), "2026-11-27T21:30Z", id="Friday to Friday"),
        pytest.param(thanked("2026-11-20T22:00Z"), "2026-11-30T14:00Z", id="at 17:00: the next working morning"),
        pytest.param(thanked("2026-11-21T16:00Z"), "2026-11-30T14:00Z", id="on a Saturday: the Monday after"),
        pytest.param(thanked("2026-11-23T13:00Z"), "2026-11-30T14:00Z", id="before working hours: at nine"),
        pytest.param(
            thanked("2026-10-28T19:00Z", ended="2026-10-28T18:00Z"),
            "2026-11-04T20:00Z",
            id="back in New York: the same wall clock",
        ),
        pytest.param(
            thanked("2026-10-22T08:00Z", ended="2026-10-22T07:00Z", timezone=BERLIN),
            "2026-10-29T09:00Z",
            id="back in Berlin: the same wall clock",
        ),
        pytest.param(
            thanked("2027-03-25T09:00Z", ended="2027-03-25T08:00Z", timezone=BERLIN),
            "2027-04-01T09:00Z",
            id="forward in Berlin: 168 hours",
        ),
        pytest.param(
            thanked("2026-11-20T10:30Z", ended="2026-11-20T10:00Z", timezone=KOLKATA),
            "2026-11-27T10:30Z",
            id="half an hour off, in the afternoon",
        ),
        pytest.param(
            thanked("2026-11-20T12:00Z", ended="2026-11-20T10:00Z", timezone=KOLKATA),
            "2026-11-30T03:30Z",
            id="half an hour off, in the evening",
        ),
        pytest.param(
            thanked("2026-11-20T12:00Z", ended="2026-11-20T10:00Z", timezone=KATHMANDU),
            "2026-11-30T03:15Z",
            id="three quarters of an hour off",
        ),
        pytest.param(
            thanked("2026-11-20T21:00Z", ended="2026-11-20T20:00Z", timezone=ST_JOHNS),
            "2026-11-30T12:30Z",
            id="half an hour off to the west",
        ),
    ],
)
def test_a_question_waits_a_week_from_the_thanks(facts: Facts, opens_at: str) -> None:
    assert around(opens_at, facts, EMAIL, DANA) == ("not_yet", "recommended")


def test_a_call_waits_as_long_once_somebody_was_thanked() -> None:
    assert around("2026-11-27T21:30Z", thanked("2026-11-20T21:30Z"), CALL, DANA) == ("not_yet", "allowed")


def test_a_holiday_moves_the_question_to_the_next_working_morning() -> None:
    holiday = some_facts(touches=[thanks()], calendar=calendar("2026-11-27"))
    assert around("2026-11-30T14:00Z", holiday, EMAIL, DANA) == ("not_yet", "recommended")


def test_the_working_hours_are_those_of_the_person_asked() -> None:
    in_london = some_facts(contacts=[dana(), reese(timezone="Europe/London")], touches=[thanks()])
    assert around("2026-11-30T09:00Z", in_london, EMAIL, REESE) == ("not_yet", "recommended")


def test_the_week_starts_with_the_latest_thanks_of_the_round() -> None:
    panel = some_facts(
        interviews=[interview(who=(DANA, SAM))],
        contacts=[dana(), sam()],
        touches=[thanks("2026-11-23T15:00Z", SAM), thanks("2026-11-20T21:30Z", DANA)],
    )
    assert around("2026-11-30T15:00Z", panel, EMAIL, DANA) == ("not_yet", "recommended")


@pytest.mark.parametrize("interview_id", ["i1", None])
def test_thanks_without_a_contact_start_the_week_too(interview_id: str | None) -> None:
    to_all = some_facts(touches=[thanks("2026-11-23T15:00Z", None, interview=interview_id)])
    assert around("2026-11-30T15:00Z", to_all, EMAIL, DANA) == ("not_yet", "recommended")


def test_the_wait_names_this_rule_and_when_thanks_went_out() -> None:
    held_back = advise(some_facts(touches=[thanks()]), "2026-11-23T15:00Z").binding(EMAIL, DANA)
    assert (held_back.rule, "2026-11-20T21:30:00Z" in held_back.facts.values()) == (RULE, True)


def test_the_wait_says_when_it_is_over() -> None:
    assert advise(some_facts(touches=[thanks()]), "2026-11-23T15:00Z").not_before(EMAIL, DANA) == "2026-11-27T21:30:00Z"


NOBODY_THANKED = some_facts(contacts=[dana(), reese()])


def test_with_nobody_thanked_an_email_waits_a_week_from_the_interview() -> None:
    assert around("2026-11-27T21:00Z", NOBODY_THANKED, EMAIL, REESE) == ("not_yet", "recommended")


def test_with_nobody_thanked_a_call_waits_two_weeks_from_the_interview() -> None:
    assert around("2026-12-04T21:00Z", NOBODY_THANKED, CALL, REESE) == ("not_yet", "allowed")


def test_with_nobody_thanked_the_wait_names_the_end_of_the_interview() -> None:
    held_back = advise(NOBODY_THANKED, "2026-11-23T15:00Z").binding(CALL, REESE)
    assert (held_back.rule, "2026-11-20T21:00:00Z" in held_back.facts.values()) == (RULE, True)


def test_two_weeks_over_a_clock_change_keep_the_wall_clock() -> None:
    autumn = some_facts(interviews=[interview(ends="2026-10-21T19:00Z")], contacts=[dana(), reese()])
    assert around("2026-11-04T20:00Z", autumn, CALL, REESE) == ("not_yet", "allowed")


ROUNDS = [interview(), interview(id="i2", ends="2026-12-03T21:00Z")]


def test_thanks_of_an_earlier_round_do_not_count() -> None:
    second = some_facts(interviews=ROUNDS, contacts=[dana(), reese()], touches=[thanks()])
    assert around("2026-12-17T21:00Z", second, CALL, REESE) == ("not_yet", "allowed")


def test_a_new_round_starts_the_week_anew() -> None:
    second = some_facts(interviews=ROUNDS, touches=[thanks(), thanks("2026-12-03T21:45Z")])
    assert around("2026-12-10T21:45Z", second, EMAIL, DANA) == ("not_yet", "recommended")


def test_a_cancelled_interview_starts_no_round() -> None:
    cancelled = interview(id="i2", ends="2026-11-24T21:00Z", status=InterviewStatus.CANCELLED)
    facts = some_facts(interviews=[interview(), cancelled], touches=[thanks()])
    assert around("2026-11-27T21:30Z", facts, EMAIL, DANA) == ("not_yet", "recommended")


def test_the_quiet_days_are_the_users() -> None:
    ten = some_facts(touches=[thanks()], policy={"quiet_days": 10})
    assert around("2026-11-30T21:30Z", ten, EMAIL, DANA) == ("not_yet", "recommended")


def test_with_nobody_thanked_a_call_waits_for_the_users_quiet_days_twice() -> None:
    ten = some_facts(contacts=[dana(), reese()], policy={"quiet_days": 10})
    assert around("2026-12-10T21:00Z", ten, CALL, REESE) == ("not_yet", "allowed")


@pytest.mark.parametrize("by", ["2026-11-24", "2026-12-10"])
def test_a_date_in_force_silences_this_rule(by: str) -> None:
    promised = some_facts(interviews=[interview(reply_by=by)], touches=[thanks()], now="2026-11-23T15:00Z")
    assert RULE not in advise(promised).rules(EMAIL, DANA)


def test_once_the_week_is_over_the_question_is_open() -> None:
    assert advise(some_facts(touches=[thanks()]), "2026-12-01T15:00Z").step == (EMAIL, DANA)


def test_a_connection_request_starts_no_week() -> None:
    connected = some_facts(touches=[thanks(), touch(TouchKind.LINKEDIN_REQUEST, "2026-11-24T15:00Z")])
    assert around("2026-11-27T21:30Z", connected, EMAIL, DANA) == ("not_yet", "recommended")


@pytest.mark.parametrize("interviews", [[], [interview(status=InterviewStatus.CANCELLED)]])
def test_without_an_interview_there_is_nothing_to_ask(interviews: list[Interview]) -> None:
    assert advise(some_facts(interviews=interviews)).not_before(EMAIL, DANA) is None


def test_thanks_at_the_very_end_of_the_interview_start_the_week() -> None:
    assert around("2026-11-27T21:00Z", thanked("2026-11-20T21:00Z"), CALL, DANA) == ("not_yet", "allowed")
