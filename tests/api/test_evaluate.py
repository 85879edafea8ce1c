"""`/policy`: the rules, and advice on facts that a caller brings."""

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from afterview.api.schemas.advice import Evaluation, Policy
from afterview.api.schemas.facts import Facts
from afterview.policy.terms import Kind, Notes, Status, TouchKind
from tests.api.resources import APPLICATIONS, V1, Resource, codes
from tests.policy.builders import dana, interview, put_off, reese, reply, sam, some_facts, thanks, touch

EVALUATE, BATCH = f"{V1}/policy/evaluate", f"{V1}/policy/evaluate-batch"

FACTS: Resource = {
    "now": "2026-11-23T10:00:00-05:00",
    "application": {"company": "Acme", "role": "Data engineer"},
    "contacts": [{"id": "dana", "name": "Dana Reyes", "email": "dana@acme.example"}],
    "interviews": [
        {
            "id": "i1",
            "starts_at": "2026-11-20T15:00:00-05:00",
            "ends_at": "2026-11-20T16:00:00-05:00",
            "timezone": "America/New_York",
            "interviewer_ids": ["dana"],
        }
    ],
    "touches": [{"kind": "thank_you_email", "contact_id": "dana", "occurred_at": "2026-11-20T18:00:00-05:00"}],
    "deferrals": [{"kind": "linkedin_request"}],
}


def facts_with(**said: object) -> Resource:
    """The facts above, as they are after `said`: `contacts__0__id="x"` replaces what stands at that place."""
    facts: Resource = json.loads(json.dumps(FACTS))
    for place, value in said.items():
        *way, last = [int(part) if part.isdecimal() else part for part in place.split("__")]
        at: Any = facts
        for part in way:
            at = at.setdefault(part, {}) if isinstance(at, dict) else at[part]
        at[last] = value
    return facts


SITUATIONS = {
    "thanks due": some_facts(),
    "late, three people": some_facts(
        contacts=[dana(), sam(postal_address="1 Main Street"), reese()],
        interviews=[interview(who=("dana", "sam"), points=("Kafka",), concerns=("Is it too far?",))],
        now="2026-11-25T15:00Z",
        notes=Notes.WELCOME,
    ),
    "a wait": some_facts(interviews=[interview(reply_by="2026-12-01")], touches=[thanks()], linkedin=False),
    "a question": some_facts(
        touches=[thanks(), reply("2026-11-23T15:00Z", needs_answer=True)], now="2026-11-23T16:00Z"
    ),
    "rejected": some_facts(status=Status.REJECTED, changed="2026-11-23T15:00Z", now="2026-11-23T16:00Z"),
    "put off": some_facts(deferrals=[put_off(Kind.THANK_YOU_EMAIL, None, reason="We met again.")]),
    "overridden": some_facts(policy={"quiet_days": 9, "enquiry_order": "call_first"}, touches=[thanks()]),
    "over": some_facts(
        now="2027-11-20T21:00Z", touches=[thanks(), touch(TouchKind.LINKEDIN_REQUEST, "2026-11-24T15:00Z")]
    ),
    "no interview": some_facts(interviews=[], contacts=[]),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_answer_has_the_documented_shape(situation: str, signed_in: TestClient) -> None:
    document = Facts.of(SITUATIONS[situation]).model_dump(mode="json") | {"plan": True}
    answer = signed_in.post(EVALUATE, json=document)
    assert answer.status_code == 200, answer.text
    Evaluation.model_validate(answer.json())
    assert answer.json()["plan"] is not None


@pytest.mark.parametrize("situation", SITUATIONS)
def test_facts_survive_being_written_and_read_again(situation: str) -> None:
    document = Facts.of(SITUATIONS[situation])
    assert Facts.model_validate_json(document.model_dump_json()) == document


def test_what_may_be_left_out_may_be_left_out(signed_in: TestClient) -> None:
    bare = {name: FACTS[name] for name in ("now", "application")} | {"interviews": []}
    assert signed_in.post(EVALUATE, json=bare).json()["action"]["kind"] == "no_further_action"


def test_an_answer_without_a_plan_does_not_speak_of_one(signed_in: TestClient) -> None:
    assert "plan" not in signed_in.post(EVALUATE, json=FACTS).json()


def test_nothing_is_stored(signed_in: TestClient) -> None:
    assert signed_in.post(EVALUATE, json=FACTS).status_code == 200
    assert signed_in.get(APPLICATIONS).json()["items"] == []


def test_a_key_that_may_only_read_may_evaluate(signed_in: TestClient, client: TestClient) -> None:
    key = signed_in.post(f"{V1}/api-keys", json={"name": "reader", "scopes": ["read"]}).json()["secret"]
    headers = {"Authorization": f"Bearer {key}"}
    assert client.post(EVALUATE, json=FACTS, headers=headers).status_code == 200
    assert client.post(BATCH, json={"items": [FACTS]}, headers=headers).status_code == 200


def test_a_stranger_may_not_evaluate(client: TestClient) -> None:
    assert client.post(EVALUATE, json=FACTS).status_code == 401
    assert client.post(BATCH, json={"items": []}).status_code == 401
    assert client.get(f"{V1}/policy").status_code == 401


LATER = "2026-11-23T10:00:01-05:00"
MISFITS: dict[str, tuple[Resource, str]] = {
    "a name spelt wrongly": (facts_with(interview=[]), "/interview"),
    "a naive time": (facts_with(now="2026-11-23T10:00:00"), "/now"),
    "no company": (facts_with(application={"role": "Data engineer"}), "/application/company"),
    "an unknown status": (facts_with(application__status="hired"), "/application/status"),
    "a status without its time": (facts_with(application__status="rejected"), "/application/status_changed_at"),
    "a status to come": (
        facts_with(application={**FACTS["application"], "status": "offered", "status_changed_at": LATER}),
        "/application/status_changed_at",
    ),
    "two contacts of one id": (facts_with(contacts=FACTS["contacts"] * 2), "/contacts/1/id"),
    "two interviews of one id": (facts_with(interviews=FACTS["interviews"] * 2), "/interviews/1/id"),
    "an unknown interviewer": (facts_with(interviews__0__interviewer_ids=["sam"]), "/interviews/0/interviewer_ids/0"),
    "a promise by nobody": (facts_with(interviews__0__reply_promised_by="sam"), "/interviews/0/reply_promised_by"),
    "an end before the start": (
        facts_with(interviews__0__ends_at="2026-11-20T14:00:00-05:00"),
        "/interviews/0/ends_at",
    ),
    "an unknown zone": (facts_with(interviews__0__timezone="Mars/Olympus"), "/interviews/0/timezone"),
    "a touch with nobody": (facts_with(touches__0__contact_id="sam"), "/touches/0/contact_id"),
    "a touch about nothing": (facts_with(touches__0__interview_id="i2"), "/touches/0/interview_id"),
    "a touch to come": (facts_with(touches__0__occurred_at=LATER), "/touches/0/occurred_at"),
    "a promise in what was sent": (
        facts_with(touches__0__reply_expected_by="2026-12-01"),
        "/touches/0/reply_expected_by",
    ),
    "a question in what was sent": (facts_with(touches__0__needs_answer=True), "/touches/0/needs_answer"),
    "a letter that was picked up": (facts_with(touches__0__reached="spoke"), "/touches/0/reached"),
    "a wait put off": (facts_with(deferrals__0__kind="wait"), "/deferrals/0/kind"),
    "a deferral for nobody": (facts_with(deferrals__0__contact_id="sam"), "/deferrals/0/contact_id"),
    "an unknown region": (facts_with(calendar={"holiday_region": "ZZ"}), "/calendar/holiday_region"),
    "hours that end first": (
        facts_with(calendar={"working_hours": {"start": "17:00", "end": "09:00"}}),
        "/calendar/working_hours",
    ),
    "an unknown parameter": (facts_with(policy={"patience": 3}), "/policy/patience"),
    "a parameter out of bounds": (facts_with(policy={"quiet_days": 3}), "/policy/quiet_days"),
    "a plan that is no yes or no": (facts_with(plan="yes"), "/plan"),
}


@pytest.mark.parametrize("misfit", MISFITS)
def test_what_does_not_fit_is_pointed_at(misfit: str, signed_in: TestClient) -> None:
    document, pointer = MISFITS[misfit]
    assert list(codes(signed_in.post(EVALUATE, json=document))) == [pointer]


def test_everything_that_does_not_fit_is_pointed_at_at_once(signed_in: TestClient) -> None:
    document = facts_with(touches__0__contact_id="sam", policy={"quiet_days": 3}, calendar={"holiday_region": "ZZ"})
    assert set(codes(signed_in.post(EVALUATE, json=document))) == {
        "/touches/0/contact_id",
        "/policy/quiet_days",
        "/calendar/holiday_region",
    }


def test_a_batch_answers_in_order_and_a_bad_item_is_its_own_problem(signed_in: TestClient) -> None:
    sent = [FACTS, facts_with(touches__0__contact_id="sam"), 7, facts_with(now="soon"), FACTS]
    answer = signed_in.post(BATCH, json={"items": sent})
    assert answer.status_code == 200
    found = answer.json()["items"]
    alone = signed_in.post(EVALUATE, json=FACTS).json()
    assert (found[0], found[4]) == (alone, alone)
    wrong = [signed_in.post(EVALUATE, json=sent[number]).json() for number in (1, 3)]
    for problem, expected in zip((found[1], found[3]), wrong, strict=True):
        assert {key: problem[key] for key in ("status", "type", "detail", "errors")} == {
            key: expected[key] for key in ("status", "type", "detail", "errors")
        }
    assert (found[2]["status"], found[2]["errors"][0]["pointer"]) == (422, "")


def test_a_batch_holds_a_thousand_and_no_more(signed_in: TestClient) -> None:
    bare = {name: FACTS[name] for name in ("now", "application")} | {"interviews": []}
    assert len(signed_in.post(BATCH, json={"items": [bare] * 1000}).json()["items"]) == 1000
    assert codes(signed_in.post(BATCH, json={"items": [bare] * 1001})) == {"/items": "too_many"}


def test_a_batch_may_be_larger_than_other_bodies_up_to_4_mib(signed_in: TestClient) -> None:
    long = facts_with(interviews__0__discussion_points=["x" * 20_000] * 40)
    assert signed_in.post(BATCH, json={"items": [long] * 2}).status_code == 200
    assert signed_in.post(BATCH, json={"items": [long] * 6}).status_code == 413


def test_the_catalogue_lists_every_rule_that_a_reason_names(signed_in: TestClient) -> None:
    policy = signed_in.get(f"{V1}/policy").json()
    Policy.model_validate(policy)
    known = {rule["id"] for rule in policy["rules"]}
    answer = signed_in.post(EVALUATE, json=FACTS).json()
    named = {reason["rule"] for other in answer["alternatives"] for reason in other["reasons"]}
    assert named
    assert named <= known
