import pytest

from afterview.policy.facts import Facts
from afterview.policy.terms import Kind, Notes, Status
from tests.policy.builders import (
    NEW_YORK,
    When,
    calendar,
    dana,
    interview,
    put_off,
    reply,
    some_facts,
    thanks,
)
from tests.policy.reading import advise


def just_ended(ends: str, *, timezone: str = NEW_YORK, reader: str | None = None, hours: int = 24) -> Facts:
    return some_facts(
        interviews=[interview(ends=ends, timezone=timezone)],
        contacts=[dana(timezone=reader)],
        policy={"thank_you_hours": hours},
        now=ends,
    )


@pytest.mark.parametrize(
    ("facts", "best_at"),
    [
        pytest.param(just_ended("2026-11-20T21:00Z"), "2026-11-20T23:00:00Z", id="16:00: two hours later"),
        pytest.param(just_ended("2026-11-20T22:30Z"), "2026-11-21T00:30:00Z", id="17:30: at 19:30"),
        pytest.param(just_ended("2026-11-20T23:30Z"), "2026-11-21T14:00:00Z", id="18:30: the next morning, Saturday"),
        pytest.param(just_ended("2026-11-21T04:00Z"), "2026-11-21T14:00:00Z", id="23:00: the morning"),
        pytest.param(just_ended("2026-11-20T10:00Z"), "2026-11-20T14:00:00Z", id="05:00: the same morning"),
        pytest.param(just_ended("2026-11-20T11:30Z"), "2026-11-20T13:30:00Z", id="06:30: at 08:30"),
        pytest.param(just_ended("2026-10-31T23:00Z"), "2026-11-01T14:00:00Z", id="19:00, and the clocks go back"),
        pytest.param(
            just_ended("2027-03-27T19:00Z", timezone="Europe/Berlin"),
            "2027-03-28T07:00:00Z",
            id="20:00 in Berlin, and the clocks go forward",
        ),
        pytest.param(
            just_ended("2026-11-20T21:00Z", reader="Asia/Kolkata"),
            "2026-11-21T03:30:00Z",
            id="04:30 in Kolkata: nine there",
        ),
        pytest.param(
            just_ended("2026-11-20T21:00Z", reader="America/Los_Angeles"),
            "2026-11-20T23:00:00Z",
            id="15:00 on the coast: two hours later",
        ),
    ],
)
def test_thanks_are_best_two_hours_after_the_end_by_day_else_at_nine(facts: Facts, best_at: str) -> None:
    assert advise(facts).window["best_at"] == best_at


@pytest.mark.parametrize("now", ["2026-11-20T23:30:00Z", "2026-11-21T09:00:00Z", "2026-11-24T03:00:00Z"])
def test_once_the_best_moment_for_thanks_is_gone_now_is_best(now: str) -> None:
    assert advise(some_facts(), now).window["best_at"] == now


def test_before_the_best_moment_for_thanks_it_stays_the_best() -> None:
    assert advise(some_facts(), "2026-11-20T22:59:59Z").window["best_at"] == "2026-11-20T23:00:00Z"


@pytest.mark.parametrize(
    ("until", "best_at"),
    [
        pytest.param("2026-11-20T22:00Z", "2026-11-20T23:00:00Z", id="for an hour: two hours after the end, as ever"),
        pytest.param("2026-11-22T21:00Z", "2026-11-22T21:00:00Z", id="for two days: when the candidate said"),
        pytest.param("2026-11-23T07:00Z", "2026-11-23T07:00:00Z", id="until the night: when the candidate said"),
    ],
)
def test_thanks_that_were_put_off_are_best_by_the_end_and_never_before_now(until: str, best_at: str) -> None:
    put_off_thanks = some_facts(deferrals=[put_off(Kind.THANK_YOU_EMAIL, until)])
    assert advise(put_off_thanks, until).window["best_at"] == best_at


@pytest.mark.parametrize("hours", [1, 2])
def test_thanks_that_are_late_sooner_than_two_hours_are_best_now(hours: int) -> None:
    assert advise(just_ended("2026-11-20T21:00Z", hours=hours)).window["best_at"] == "2026-11-20T21:00:00Z"


@pytest.mark.parametrize("hours", [1, 3, 10, 24])
@pytest.mark.parametrize("ends", ["2026-11-20T11:30Z", "2026-11-20T21:00Z", "2026-11-20T23:30Z", "2026-11-21T07:00Z"])
def test_thanks_are_best_while_they_are_open_and_on_time(ends: str, hours: int) -> None:
    window = advise(just_ended(ends, hours=hours)).window
    assert str(window["opens_at"]) <= str(window["best_at"]) < str(window["closes_at"])


def on(kind: Kind, now: When, **policy: object) -> Facts:
    """Facts for which that kind is recommended at that instant."""
    return some_facts(
        interviews=[interview(points=("it",) if kind is Kind.ADDITIONAL_INFORMATION_EMAIL else ())],
        contacts=[dana(postal_address="1 Main Street")],
        touches=[thanks()],
        notes=Notes.WELCOME if kind is Kind.HANDWRITTEN_NOTE else Notes.UNKNOWN,
        status=Status.REJECTED if kind is Kind.REJECTION_THANKS_EMAIL else Status.ACTIVE,
        changed="2026-11-20T22:00Z" if kind is Kind.REJECTION_THANKS_EMAIL else None,
        policy=policy,
        now=now,
    )


WEEKEND = [
    Kind.REJECTION_THANKS_EMAIL,
    Kind.ADDITIONAL_INFORMATION_EMAIL,
    Kind.HANDWRITTEN_NOTE,
    Kind.LINKEDIN_REQUEST,
]


@pytest.mark.parametrize("kind", WEEKEND)
def test_on_a_weekend_everything_else_is_best_on_monday_at_nine(kind: Kind) -> None:
    advice = advise(on(kind, "2026-11-22T16:00Z"))
    assert (advice.kind, advice.window["best_at"]) == (kind, "2026-11-23T14:00:00Z")


@pytest.mark.parametrize("kind", WEEKEND)
def test_in_working_hours_everything_else_is_best_now(kind: Kind) -> None:
    advice = advise(on(kind, "2026-11-23T16:20Z"))
    assert (advice.kind, advice.window["best_at"]) == (kind, "2026-11-23T16:20:00Z")


def test_an_answer_at_night_is_best_in_the_morning() -> None:
    asked = some_facts(touches=[thanks(), reply("2026-11-24T01:00Z", needs_answer=True)], now="2026-11-24T02:00Z")
    assert advise(asked).window["best_at"] == "2026-11-24T14:00:00Z"


def test_an_open_question_at_night_is_best_in_the_morning() -> None:
    assert advise(some_facts(touches=[thanks()]), "2026-12-01T03:00Z").window["best_at"] == "2026-12-01T14:00:00Z"


def test_a_question_is_best_when_the_one_asked_is_at_work() -> None:
    in_tokyo = some_facts(contacts=[dana(timezone="Asia/Tokyo")], touches=[thanks()])
    assert advise(in_tokyo, "2026-12-01T15:00Z").window["best_at"] == "2026-12-02T00:00:00Z"


def test_a_holiday_is_no_good_moment() -> None:
    facts = some_facts(touches=[thanks()], calendar=calendar("2026-11-23"))
    assert advise(facts, "2026-11-23T16:00Z").window["best_at"] == "2026-11-24T14:00:00Z"


def test_what_closes_before_anybody_is_at_work_is_best_now() -> None:
    closing = on(Kind.HANDWRITTEN_NOTE, "2026-11-22T16:00:00Z", note_days=2)
    assert advise(closing).window["best_at"] == "2026-11-22T16:00:00Z"


def test_what_closes_just_when_people_come_to_work_is_best_now() -> None:
    facts = some_facts(
        interviews=[interview(points=("it",))], touches=[thanks("2026-11-20T22:30Z")], now="2026-11-28T16:00Z"
    )
    window = advise(facts).window
    assert (window["best_at"], window["closes_at"]) == ("2026-11-28T16:00:00Z", "2026-11-30T14:00:00Z")


def test_what_never_closes_says_so() -> None:
    assert advise(on(Kind.LINKEDIN_REQUEST, "2026-11-23T16:20Z")).window["closes_at"] is None


def test_the_window_says_when_the_step_opened() -> None:
    assert advise(on(Kind.LINKEDIN_REQUEST, "2026-11-23T16:20Z")).window["opens_at"] == "2026-11-21T21:30:00Z"
