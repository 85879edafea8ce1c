from itertools import product

import pytest

from afterview.policy.decide import decide
from afterview.policy.facts import Facts
from afterview.policy.terms import STEP_KINDS, InterviewStatus, Kind, Notes, Status, TouchKind
from tests.policy.builders import (
    DANA,
    REESE,
    SAM,
    check_in,
    dana,
    interview,
    put_off,
    reese,
    reply,
    sam,
    some_facts,
    thanks,
    touch,
)
from tests.policy.reading import advise

PEOPLE = [dana(postal_address="1 Main Street"), sam(), reese()]
INVITED = touch(TouchKind.LINKEDIN_REQUEST, "2026-11-23T14:00Z")


def panel(now: str = "2026-11-23T15:00Z", status: Status = Status.ACTIVE) -> Facts:
    return some_facts(
        interviews=[interview(who=(DANA, SAM), points=("it",))],
        contacts=PEOPLE,
        touches=[thanks()],
        status=status,
        changed=None if status is Status.ACTIVE else "2026-11-20T22:00Z",
        now=now,
    )


STATES = [
    pytest.param(panel("2026-11-18T15:00Z"), id="before the interview"),
    pytest.param(panel("2026-11-20T22:00Z"), id="just after it"),
    pytest.param(panel("2026-11-30T15:00Z"), id="when a question is open"),
    pytest.param(panel("2027-11-30T15:00Z"), id="long after"),
    *(pytest.param(panel(status=status), id=status.value) for status in Status),
]


@pytest.mark.parametrize("facts", STATES)
def test_every_pair_of_kind_and_contact_is_judged_once(facts: Facts) -> None:
    advice = advise(facts)
    judged = [(a["kind"], a["contact_id"]) for a in advice.alternatives]
    if advice.kind in STEP_KINDS:
        judged.append(advice.step)
    assert sorted(judged) == sorted(product(STEP_KINDS, (DANA, SAM, REESE)))


@pytest.mark.parametrize("facts", STATES)
def test_a_verdict_is_one_of_four_words(facts: Facts) -> None:
    verdicts = {a["verdict"] for a in advise(facts).alternatives}
    assert verdicts <= {"allowed", "not_yet", "no_longer", "never"}


@pytest.mark.parametrize("facts", STATES)
def test_only_what_is_not_yet_open_has_an_opening(facts: Facts) -> None:
    opening = {a["verdict"] for a in advise(facts).alternatives if a["not_before"] is not None}
    assert opening <= {"not_yet"}


@pytest.mark.parametrize("facts", STATES)
def test_an_opening_lies_ahead(facts: Facts) -> None:
    advice = advise(facts)
    openings = [str(a["not_before"]) for a in advice.alternatives if a["not_before"] is not None]
    assert all(opening > str(advice.document["evaluated_at"]) for opening in openings)


@pytest.mark.parametrize("facts", STATES)
def test_what_is_closed_has_no_closing(facts: Facts) -> None:
    closing = {a["verdict"] for a in advise(facts).alternatives if a["not_after"] is not None}
    assert closing <= {"allowed", "not_yet"}


def test_an_open_step_says_when_it_closes() -> None:
    facts = panel()
    assert advise(facts).alternative(Kind.HANDWRITTEN_NOTE, DANA)["not_after"] == "2026-11-27T21:00:00Z"


def test_never_outranks_no_longer() -> None:
    facts = some_facts(touches=[thanks(), INVITED], linkedin=False, now="2026-11-25T15:00Z")
    assert advise(facts).verdict(Kind.LINKEDIN_REQUEST, DANA) == "never"


def test_never_outranks_not_yet() -> None:
    facts = some_facts(touches=[thanks()], calls=False)
    assert advise(facts).verdict(Kind.FOLLOW_UP_CALL, DANA) == "never"


def test_no_longer_outranks_not_yet() -> None:
    facts = some_facts(touches=[thanks(), INVITED], deferrals=[put_off(Kind.LINKEDIN_REQUEST, "2026-12-24T15:00Z")])
    assert advise(facts, "2026-11-25T15:00Z").verdict(Kind.LINKEDIN_REQUEST, DANA) == "no_longer"


def test_a_window_that_closes_before_it_opens_is_no_longer() -> None:
    late = some_facts(
        contacts=[dana(postal_address="1 Main Street")],
        touches=[thanks("2026-11-27T15:00Z")],
        notes=Notes.WELCOME,
        now="2026-11-27T16:00Z",
    )
    assert advise(late).verdict(Kind.HANDWRITTEN_NOTE, DANA) == "no_longer"


def test_the_latest_opening_binds() -> None:
    facts = some_facts(
        touches=[thanks(), reply("2026-11-24T15:00Z")], deferrals=[put_off(Kind.CHECK_IN_EMAIL, "2026-12-03T15:00Z")]
    )
    advice = advise(facts, "2026-11-25T15:00Z")
    assert (advice.not_before(Kind.CHECK_IN_EMAIL, DANA), advice.rules(Kind.CHECK_IN_EMAIL, DANA)[0]) == (
        "2026-12-03T15:00:00Z",
        "put-off-by-the-candidate",
    )


def test_whatever_else_still_holds_it_is_named_after_the_binding_reason() -> None:
    facts = some_facts(touches=[thanks(), reply("2026-11-24T15:00Z")])
    assert advise(facts, "2026-11-25T15:00Z").rules(Kind.CHECK_IN_EMAIL, DANA) == [
        "update-buys-a-week",
        "enquiry-waits-a-week",
    ]


def test_a_pair_stands_for_the_latest_interview_held_with_that_person() -> None:
    rounds = [
        interview(id="i1"),
        interview(id="i2", ends="2026-12-03T21:00Z"),
        interview(id="i3", ends="2027-01-07T21:00Z"),
    ]
    facts = some_facts(interviews=rounds, now="2026-12-03T22:00Z")
    assert advise(facts).alternative(Kind.LINKEDIN_REQUEST, DANA)["interview_id"] == "i2"


def test_a_pair_stands_for_the_next_interview_where_none_was_held() -> None:
    rounds = [
        interview(id="i1", ends="2026-12-03T21:00Z", status=InterviewStatus.CANCELLED),
        interview(id="i2", ends="2026-12-10T21:00Z"),
        interview(id="i3", ends="2026-12-17T21:00Z"),
    ]
    advice = advise(some_facts(interviews=rounds, now="2026-12-01T22:00Z"))
    assert advice.alternative(Kind.THANK_YOU_EMAIL, DANA)["interview_id"] == "i2"


def test_the_recommended_pair_is_no_alternative_to_itself() -> None:
    advice = advise(some_facts())
    assert (Kind.THANK_YOU_EMAIL, DANA) not in [(a["kind"], a["contact_id"]) for a in advice.alternatives]


def test_the_verdict_on_a_pair_can_be_asked_for() -> None:
    recommendation = decide(some_facts())
    asked = [recommendation.verdict(kind, DANA) for kind in (Kind.THANK_YOU_EMAIL, Kind.LINKEDIN_REQUEST)]
    assert asked == ["recommended", "not_yet"]


def test_the_verdict_on_somebody_unknown_cannot_be_asked_for() -> None:
    with pytest.raises(LookupError):
        decide(some_facts()).verdict(Kind.THANK_YOU_EMAIL, "nobody")


COURSE = [
    ("2026-11-18T15:00Z", ["not_yet", "not_yet", "not_yet"]),
    ("2026-11-20T21:15Z", ["recommended", "not_yet", "not_yet"]),
    ("2026-11-21T21:15Z", ["no_longer", "not_yet", "not_yet"]),
    ("2026-11-23T13:59Z", ["no_longer", "recommended", "not_yet"]),
    ("2026-11-27T21:30Z", ["no_longer", "no_longer", "recommended"]),
    ("2026-12-01T15:00Z", ["no_longer", "no_longer", "no_longer"]),
]


@pytest.mark.parametrize(("now", "verdicts"), COURSE)
def test_a_step_is_not_yet_then_open_then_no_longer(now: str, verdicts: list[str]) -> None:
    facts = some_facts(
        touches=[thanks("2026-11-20T21:30Z"), INVITED, check_in("2026-11-30T15:00Z")],
        now=now,
    )
    kinds = (Kind.THANK_YOU_EMAIL, Kind.LINKEDIN_REQUEST, Kind.CHECK_IN_EMAIL)
    advice = advise(facts)
    seen = [advice.verdict(kind, DANA) for kind in kinds]
    assert seen == verdicts


def test_a_window_that_closes_as_it_opens_is_no_longer() -> None:
    empty = some_facts(
        contacts=[dana(postal_address="1 Main Street")], touches=[thanks("2026-11-26T21:00Z")], notes=Notes.WELCOME
    )
    assert advise(empty, "2026-11-27T15:00Z").verdict(Kind.HANDWRITTEN_NOTE, DANA) == "no_longer"
