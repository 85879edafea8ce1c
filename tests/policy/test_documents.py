import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from afterview.policy import document
from afterview.policy.decide import decide
from afterview.policy.facts import Facts
from afterview.policy.plan import plan
from afterview.policy.terms import InterviewStatus, Kind, Notes, Status, TouchKind
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
from tests.policy.reading import Json, advise

ACTION = {
    "kind", "channel", "contact_id", "interview_id", "headline", "strength", "late", "window", "until", "next_kind",
    "carries", "counts_as_follow_up", "template_id", "include",
}  # fmt: skip


def rich() -> Facts:
    """Facts that touch on most of what a document can hold."""
    return some_facts(
        interviews=[
            interview(id="i0", ends="2026-11-12T21:00Z", who=(SAM,)),
            interview(id="i1", who=(DANA, SAM), points=("the migration",), topics=()),
            interview(id="i2", ends="2026-12-03T21:00Z", who=(SAM,)),
        ],
        contacts=[dana(postal_address="1 Main Street"), sam(), reese(phone=None)],
        touches=[thanks("2026-11-12T22:00Z", SAM), thanks(), reply("2026-11-21T15:00Z", REESE)],
        deferrals=[put_off(Kind.LINKEDIN_REQUEST, "2026-11-25T15:00Z", DANA, reason="on a trip")],
        notes=Notes.WELCOME,
        policy={"patience_days": 20, "note_days": 10},
        now="2026-11-23T15:00Z",
    )


def waiting() -> Facts:
    return some_facts(touches=[thanks()])


def at_rest() -> Facts:
    return some_facts(interviews=[])


def items(of: Json, key: str) -> list[Json]:
    found = of[key]
    assert isinstance(found, list)
    return found


def test_a_recommendation_has_the_documented_fields() -> None:
    assert set(advise(rich()).document) == {
        "application_id", "evaluated_at", "policy", "action", "reasons", "alternatives", "missing", "next_review_at",
    }  # fmt: skip


@pytest.mark.parametrize("facts", [rich(), waiting(), at_rest()], ids=["a step", "a wait", "rest"])
def test_an_action_has_the_documented_fields(facts: Facts) -> None:
    assert set(advise(facts).action) == ACTION


def test_a_window_has_the_documented_fields() -> None:
    assert set(advise(rich()).window) == {"opens_at", "best_at", "closes_at"}


def test_a_reason_has_the_documented_fields() -> None:
    for reason in items(advise(rich()).document, "reasons"):
        assert set(reason) == {"rule", "basis", "section", "statement", "because", "facts"}


def test_an_alternative_has_the_documented_fields() -> None:
    for alternative in advise(rich()).alternatives:
        assert set(alternative) == {
            "kind", "contact_id", "verdict", "interview_id", "not_before", "not_after", "reasons",
        }  # fmt: skip


def test_a_missing_field_has_the_documented_fields() -> None:
    for missing in items(advise(rich()).document, "missing"):
        assert set(missing) == {"field", "why"}


@pytest.mark.parametrize("facts", [rich(), waiting(), at_rest()], ids=["a step", "a wait", "rest"])
def test_a_recommendation_is_plain_json(facts: Facts) -> None:
    written = advise(facts).document
    assert json.loads(json.dumps(written)) == written


@pytest.mark.parametrize("application_id", [None, "0190-example"])
def test_the_application_is_named_by_whoever_asks(application_id: str | None) -> None:
    assert document.recommendation(decide(rich()), application_id)["application_id"] == application_id


def test_instants_are_written_in_utc() -> None:
    in_new_york = replace(rich(), now=datetime(2026, 11, 23, 10, tzinfo=timezone(timedelta(hours=-5))))
    assert advise(in_new_york).document["evaluated_at"] == "2026-11-23T15:00:00Z"


def test_a_reason_tells_its_basis_and_section() -> None:
    reason = items(advise(some_facts()).document, "reasons")[0]
    assert (reason["rule"], reason["basis"], reason["section"]) == ("thank-within-a-day", "article", "WHEN")


def test_a_reason_out_of_preference_has_no_section() -> None:
    declined = advise(some_facts(linkedin=False)).alternative(Kind.LINKEDIN_REQUEST, DANA)
    reason = items(declined, "reasons")[0]
    assert (reason["basis"], reason["section"]) == ("preference", None)


@pytest.mark.parametrize("facts", [rich(), waiting(), at_rest()], ids=["a step", "a wait", "rest"])
def test_the_same_facts_give_the_same_bytes(facts: Facts) -> None:
    assert json.dumps(advise(facts).document) == json.dumps(advise(replace(facts)).document)


def test_the_order_of_touches_interviews_and_deferrals_changes_nothing() -> None:
    facts = rich()
    shuffled = replace(facts, interviews=facts.interviews[::-1], touches=facts.touches[::-1])
    assert json.dumps(advise(shuffled).document) == json.dumps(advise(facts).document)


def test_the_offset_in_which_an_instant_is_written_changes_nothing() -> None:
    facts = rich()
    tokyo = timezone(timedelta(hours=9))
    elsewhere = replace(
        facts,
        now=facts.now.astimezone(tokyo),
        touches=[replace(t, occurred_at=t.occurred_at.astimezone(tokyo)) for t in facts.touches],
        interviews=[
            replace(i, starts_at=i.starts_at.astimezone(tokyo), ends_at=i.ends_at.astimezone(tokyo))
            for i in facts.interviews
        ],
    )
    assert json.dumps(advise(elsewhere).document) == json.dumps(advise(facts).document)


def test_a_cancelled_interview_changes_nothing() -> None:
    facts = rich()
    cancelled = interview(
        id="i9", ends="2026-11-22T15:00Z", who=(DANA,), reply_by="2026-12-24", status=InterviewStatus.CANCELLED
    )
    with_it = replace(facts, interviews=[*facts.interviews, cancelled])
    assert json.dumps(advise(with_it).document) == json.dumps(advise(facts).document)


def test_what_is_dated_after_now_changes_nothing() -> None:
    facts = rich()
    later = replace(facts, touches=[*facts.touches, thanks("2026-11-23T15:00:01Z", SAM)])
    assert json.dumps(advise(later).document) == json.dumps(advise(facts).document)


QUESTION = some_facts(touches=[thanks()], now="2026-11-30T15:00Z")
CHANNELS = [
    (Kind.ANSWER, "email", some_facts(touches=[thanks(), reply("2026-11-20T21:45Z", needs_answer=True)])),
    (Kind.REJECTION_THANKS_EMAIL, "email", some_facts(status=Status.REJECTED, changed="2026-11-20T21:45Z")),
    (Kind.THANK_YOU_EMAIL, "email", some_facts()),
    (Kind.CHECK_IN_EMAIL, "email", QUESTION),
    (Kind.FOLLOW_UP_CALL, "phone", replace(QUESTION, contacts=[dana(email=None)])),
    (
        Kind.ADDITIONAL_INFORMATION_EMAIL,
        "email",
        some_facts(interviews=[interview(points=("it",))], touches=[thanks()], now="2026-11-23T15:00Z"),
    ),
    (Kind.LINKEDIN_REQUEST, "linkedin", some_facts(touches=[thanks()], now="2026-11-23T15:00Z")),
    (Kind.HANDWRITTEN_NOTE, "post", some_facts(contacts=[dana(email=None, postal_address="1 Main Street")])),
]
FOLLOW_UPS = {Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL, Kind.ADDITIONAL_INFORMATION_EMAIL}


@pytest.mark.parametrize(("kind", "channel", "facts"), CHANNELS)
def test_a_step_goes_out_by_its_channel(kind: Kind, channel: str, facts: Facts) -> None:
    assert (advise(facts).kind, advise(facts).action["channel"]) == (kind, channel)


@pytest.mark.parametrize(("kind", "channel", "facts"), CHANNELS)
def test_a_step_names_the_template_of_its_kind(kind: Kind, channel: str, facts: Facts) -> None:
    assert advise(facts).action["template_id"] == kind


@pytest.mark.parametrize(("kind", "channel", "facts"), CHANNELS)
def test_questions_and_information_count_as_follow_ups_and_nothing_else(kind: Kind, channel: str, facts: Facts) -> None:
    assert advise(facts).action["counts_as_follow_up"] is (kind in FOLLOW_UPS)


@pytest.mark.parametrize(("kind", "channel", "facts"), CHANNELS)
def test_a_headline_names_the_person(kind: Kind, channel: str, facts: Facts) -> None:
    headline = str(advise(facts).action["headline"])
    assert ("Dana" in headline, "{" in headline) == (True, False)


@pytest.mark.parametrize(("kind", "channel", "facts"), CHANNELS)
def test_a_step_says_what_its_message_includes(kind: Kind, channel: str, facts: Facts) -> None:
    assert advise(facts).action["include"]


@pytest.mark.parametrize("facts", [waiting(), at_rest()], ids=["a wait", "rest"])
def test_waiting_and_rest_have_no_message(facts: Facts) -> None:
    action = advise(facts).action
    assert [action[key] for key in ("channel", "template_id", "include", "carries")] == ["none", None, [], []]


def test_a_late_step_says_so() -> None:
    assert advise(some_facts(), "2026-11-24T15:00Z").action["late"] is True


def test_braces_in_what_people_write_stay_as_they_are() -> None:
    declined = put_off(Kind.LINKEDIN_REQUEST, None, reason="see {this} and {0!r}")
    advice = decide(some_facts(deferrals=[declined]))
    alternatives = items(document.recommendation(advice), "alternatives")
    reasons = next(items(a, "reasons") for a in alternatives if a["kind"] == "linkedin_request")
    assert "see {this} and {0!r}" in str(reasons[0]["because"])


def planned(facts: Facts) -> Json:
    return document.plan(plan(facts), "0190-example")


def test_a_plan_has_the_documented_fields() -> None:
    assert set(planned(rich())) == {"application_id", "generated_at", "assumes", "steps", "ends_at", "ends_with"}


def test_a_planned_step_has_the_documented_fields() -> None:
    for step in items(planned(rich()), "steps"):
        assert set(step) == {"status", "action", "occurred_at", "reasons"}


def test_the_end_of_a_plan_has_the_documented_fields() -> None:
    ends_with = planned(rich())["ends_with"]
    assert isinstance(ends_with, dict)
    assert set(ends_with) == {"action", "reasons", "spent"}


def test_a_planned_action_looks_like_a_recommended_one() -> None:
    for step in items(planned(rich()), "steps"):
        action = step["action"]
        assert isinstance(action, dict)
        assert set(action) == ACTION


@pytest.mark.parametrize("facts", [rich(), waiting(), at_rest()], ids=["a step", "a wait", "rest"])
def test_a_plan_is_plain_json(facts: Facts) -> None:
    written = planned(facts)
    assert json.loads(json.dumps(written)) == written


def test_a_plan_tells_when_it_was_made_and_for_what() -> None:
    written = planned(rich())
    assert (written["application_id"], written["generated_at"]) == ("0190-example", "2026-11-23T15:00:00Z")


def test_every_reason_of_a_plan_is_a_whole_sentence() -> None:
    sent = [check_in("2026-11-22T15:00Z"), touch(TouchKind.ANSWER, "2026-11-23T13:00Z")]
    facts = replace(rich(), touches=[*rich().touches, *sent])
    for step in items(planned(facts), "steps"):
        for reason in items(step, "reasons"):
            assert str(reason["because"])[-1] in ".?!"
