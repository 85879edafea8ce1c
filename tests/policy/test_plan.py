from typing import cast

import pytest

from afterview.policy import document
from afterview.policy.facts import Contact, Facts, Touch
from afterview.policy.plan import plan
from afterview.policy.terms import Kind, Notes, Status, TouchKind
from tests.policy.builders import (
    DANA,
    SAM,
    When,
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
from tests.policy.reading import Json, advise

INVITED = touch(TouchKind.LINKEDIN_REQUEST, "2026-11-23T14:00Z")
Told = tuple[str, str, str | None]


def written(facts: Facts) -> Json:
    return document.plan(plan(facts))


def steps(facts: Facts) -> list[Json]:
    return cast("list[Json]", written(facts)["steps"])


def told(facts: Facts) -> list[Told]:
    """What the plan says: the status of each step, its kind, and when it was done or is best done."""
    return [_told(step) for step in steps(facts)]


def _told(step: Json) -> Told:
    action = cast(Json, step["action"])
    window = cast("Json | None", action["window"])
    when = step["occurred_at"] if step["occurred_at"] or window is None else window["best_at"]
    return cast(str, step["status"]), cast(str, action["kind"]), cast("str | None", when)


def spent(facts: Facts) -> object:
    return cast(Json, written(facts)["ends_with"])["spent"]


def test_after_an_interview_the_plan_is_thanks_connection_question_and_rest() -> None:
    assert told(some_facts()) == [
        ("now", "thank_you_email", "2026-11-20T23:00:00Z"),
        ("upcoming", "linkedin_request", "2026-11-23T14:00:00Z"),
        ("upcoming", "check_in_email", "2026-11-30T14:00:00Z"),
    ]


def test_it_ends_when_patience_is_over() -> None:
    assert written(some_facts())["ends_at"] == "2026-12-14T14:00:00Z"


def test_it_ends_with_rest_and_why() -> None:
    end = cast(Json, written(some_facts())["ends_with"])
    reasons = cast("list[Json]", end["reasons"])
    assert (cast(Json, end["action"])["kind"], reasons[0]["rule"]) == ("no_further_action", "patience-after-silence")


PROMISED = some_facts(interviews=[interview(reply_by="2026-12-01")])


def test_with_a_promised_day_there_are_two_questions_after_it() -> None:
    assert told(PROMISED)[2:] == [
        ("upcoming", "check_in_email", "2026-12-02T14:00:00Z"),
        ("upcoming", "follow_up_call", "2026-12-09T14:00:00Z"),
    ]


def test_with_a_promised_day_patience_begins_with_the_second_question() -> None:
    assert written(PROMISED)["ends_at"] == "2026-12-23T14:00:00Z"


def test_over_a_clock_change_the_times_are_those_of_the_new_clock() -> None:
    autumn = some_facts(
        interviews=[interview(ends="2026-10-27T19:00Z", reply_by="2026-10-30")], now="2026-10-27T20:00Z", linkedin=False
    )
    assert told(autumn) == [
        ("now", "thank_you_email", "2026-10-27T21:00:00Z"),
        ("upcoming", "check_in_email", "2026-11-02T14:00:00Z"),
        ("upcoming", "follow_up_call", "2026-11-09T14:00:00Z"),
    ]


def test_the_plan_starts_with_what_is_recommended() -> None:
    assert steps(some_facts())[0]["action"] == advise(some_facts()).action


def test_before_the_interview_everything_is_upcoming() -> None:
    ahead = some_facts(now="2026-11-18T15:00Z")
    assert told(ahead)[0] == ("upcoming", "thank_you_email", "2026-11-20T23:00:00Z")


def test_while_waiting_the_next_step_is_upcoming() -> None:
    waiting = some_facts(touches=[thanks()])
    assert told(waiting)[:2] == [
        ("done", "thank_you_email", "2026-11-20T21:30:00Z"),
        ("upcoming", "linkedin_request", "2026-11-23T14:00:00Z"),
    ]


def test_there_are_no_waits_among_the_steps() -> None:
    assert {kind for _, kind, _ in told(PROMISED)} & {"wait", "no_further_action"} == set()


def test_what_was_done_comes_first_in_the_order_in_which_it_happened() -> None:
    asked = some_facts(touches=[check_in("2026-11-30T15:00Z"), INVITED, thanks()], now="2026-12-01T15:00Z")
    assert told(asked) == [
        ("done", "thank_you_email", "2026-11-20T21:30:00Z"),
        ("done", "linkedin_request", "2026-11-23T14:00:00Z"),
        ("done", "check_in_email", "2026-11-30T15:00:00Z"),
    ]


def test_what_they_sent_is_nothing_to_do() -> None:
    heard = some_facts(touches=[thanks(), INVITED, reply("2026-11-24T15:00Z")], now="2026-11-25T15:00Z")
    assert [kind for _, kind, _ in told(heard)] == ["thank_you_email", "linkedin_request", "check_in_email"]


def test_thanks_that_were_never_sent_are_missed() -> None:
    late = some_facts(now="2026-12-01T15:00Z")
    assert ("missed", "thank_you_email", None) in told(late)


def test_what_was_declined_is_dismissed() -> None:
    declined = some_facts(deferrals=[put_off(Kind.LINKEDIN_REQUEST, None)])
    assert [(status, kind) for status, kind, _ in told(declined)] == [
        ("dismissed", "linkedin_request"),
        ("now", "thank_you_email"),
        ("upcoming", "check_in_email"),
    ]


def test_what_was_put_off_comes_when_the_candidate_said() -> None:
    later = some_facts(touches=[thanks()], deferrals=[put_off(Kind.LINKEDIN_REQUEST, "2026-11-25T16:00Z")])
    assert told(later)[1] == ("upcoming", "linkedin_request", "2026-11-25T16:00:00Z")


def test_two_interviewers_are_thanked_and_invited_each() -> None:
    panel = some_facts(interviews=[interview(who=(DANA, SAM))], contacts=[dana(), sam()])
    to_whom = [
        (kind, cast(Json, step["action"])["contact_id"])
        for (_, kind, _), step in zip(told(panel), steps(panel), strict=True)
    ]
    assert to_whom == [
        ("thank_you_email", DANA),
        ("thank_you_email", SAM),
        ("linkedin_request", DANA),
        ("linkedin_request", SAM),
        ("check_in_email", DANA),
    ]


def test_a_welcome_note_comes_between_thanks_and_connection() -> None:
    welcome = some_facts(contacts=[dana(postal_address="1 Main Street")], notes=Notes.WELCOME)
    assert told(welcome)[:3] == [
        ("now", "thank_you_email", "2026-11-20T23:00:00Z"),
        ("upcoming", "handwritten_note", "2026-11-23T14:00:00Z"),
        ("upcoming", "linkedin_request", "2026-11-24T14:00:00Z"),
    ]


def test_after_a_rejection_the_plan_is_thanks_a_connection_and_rest() -> None:
    rejected = some_facts(
        touches=[thanks()], status=Status.REJECTED, changed="2026-11-25T15:00Z", now="2026-11-25T16:00Z"
    )
    assert told(rejected)[1:] == [
        ("now", "rejection_thanks_email", "2026-11-25T16:00:00Z"),
        ("upcoming", "linkedin_request", "2026-11-26T16:00:00Z"),
    ]


def test_after_a_rejection_it_ends_with_the_last_step() -> None:
    rejected = some_facts(
        touches=[thanks()], status=Status.REJECTED, changed="2026-11-25T15:00Z", now="2026-11-25T16:00Z"
    )
    assert written(rejected)["ends_at"] == "2026-11-26T16:00:00Z"


def test_with_nothing_to_do_the_plan_ends_now() -> None:
    nothing = written(some_facts(interviews=[]))
    assert (nothing["steps"], nothing["ends_at"]) == ([], "2026-11-20T22:00:00Z")


def test_a_question_that_waits_for_an_answer_comes_first() -> None:
    asked = some_facts(touches=[thanks(), reply("2026-11-23T15:00Z", needs_answer=True)], now="2026-11-23T16:00Z")
    assert told(asked)[1] == ("now", "answer", "2026-11-23T16:00:00Z")


def test_the_plan_says_what_it_assumes() -> None:
    assert "Nobody answers" in cast(str, written(some_facts())["assumes"])


def missed(*touches: Touch, contact: Contact | None = None, now: When = "2026-11-20T22:00Z") -> Facts:
    return some_facts(
        interviews=[interview(points=("the migration",), concerns=("little time with streams",))],
        contacts=[contact or dana()],
        touches=touches,
        now=now,
    )


def carriers(facts: Facts) -> list[str]:
    """The kinds of the planned steps that carry what was missed, or are the e-mail about it."""
    actions = [cast(Json, step["action"]) for step in steps(facts)]
    what = "additional_information_email"
    return [cast(str, a["kind"]) for a in actions if what in (a["kind"], *cast("list[str]", a["carries"]))]


@pytest.mark.parametrize(
    ("facts", "carrier"),
    [
        pytest.param(missed(), "thank_you_email", id="before the thanks"),
        pytest.param(
            missed(thanks(), now="2026-11-23T15:00Z"), "additional_information_email", id="after plain thanks"
        ),
        pytest.param(missed(thanks(), INVITED, now="2026-11-30T15:00Z"), "check_in_email", id="in the second week"),
    ],
)
def test_what_was_missed_is_carried_by_exactly_one_step(facts: Facts, carrier: str) -> None:
    assert carriers(facts) == [carrier]


def test_what_was_carried_is_not_spent() -> None:
    assert spent(missed()) == []


def test_what_no_message_could_carry_is_reported_as_spent() -> None:
    by_phone = missed(thanks(), contact=dana(email=None), now="2026-11-23T15:00Z")
    assert spent(by_phone) == ["the migration", "little time with streams"]


def rounds_with_points(*touches: Touch, email: str | None) -> Facts:
    return some_facts(
        interviews=[
            interview(points=("the migration",)),
            interview(id="i2", ends="2026-11-24T15:00Z", points=("the budget",), concerns=("little time",)),
        ],
        contacts=[dana(email=email)],
        touches=touches,
        now="2026-12-08T15:00Z",
    )


CARRYING = (Kind.ADDITIONAL_INFORMATION_EMAIL,)


@pytest.mark.parametrize(
    ("facts", "left"),
    [
        pytest.param(rounds_with_points(email=None), ["the migration", "the budget", "little time"], id="all of them"),
        pytest.param(
            rounds_with_points(email="dana@acme.example"), ["the migration"], id="those that the check-in leaves out"
        ),
        pytest.param(
            rounds_with_points(thanks(carries=CARRYING), email=None),
            ["the budget", "little time"],
            id="those of the second round",
        ),
        pytest.param(
            rounds_with_points(thanks(carries=CARRYING), thanks("2026-11-24T16:00Z", carries=CARRYING), email=None),
            [],
            id="none",
        ),
    ],
)
def test_what_no_message_carried_in_time_is_spent_in_the_order_of_the_interviews(facts: Facts, left: list[str]) -> None:
    assert spent(facts) == left


def test_a_plan_in_the_middle_is_the_rest_of_the_plan_from_the_start() -> None:
    thanked = some_facts(touches=[thanks("2026-11-20T23:00Z")], now="2026-11-20T23:00Z")
    assert told(thanked)[1:] == told(some_facts())[1:]


def test_a_second_round_brings_thanks_and_another_question() -> None:
    rounds = some_facts(
        interviews=[interview(), interview(id="i2", ends="2026-12-03T21:00Z")],
        touches=[thanks(), INVITED],
        now="2026-11-25T15:00Z",
    )
    assert told(rounds)[2:] == [
        ("upcoming", "thank_you_email", "2026-12-03T23:00:00Z"),
        ("upcoming", "check_in_email", "2026-12-11T14:00:00Z"),
    ]
