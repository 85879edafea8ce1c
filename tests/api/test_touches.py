"""Touches: logged, listed as they happened, taken back."""

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from tests.api.resources import (
    APPLICATIONS,
    UNKNOWN,
    Resource,
    a_contact,
    a_touch,
    an_application,
    an_interview,
    codes,
    items,
)

SENT = [
    "thank_you_email",
    "additional_information_email",
    "linkedin_request",
    "handwritten_note",
    "check_in_email",
    "follow_up_call",
    "rejection_thanks_email",
    "answer",
    "other_outbound",
]
RECEIVED = ["reply_received", "auto_reply_received"]


@pytest.fixture
def application(signed_in: TestClient) -> Resource:
    """An application without touches."""
    return an_application(signed_in)


def log(client: TestClient, application: Resource, **said: object) -> Response:
    """Log a touch, which may be refused."""
    return client.post(f"{APPLICATIONS}/{application['id']}/touches", json=said)


def test_a_kind_is_enough(signed_in: TestClient, application: Resource) -> None:
    touch = a_touch(signed_in, application, kind="thank_you_email")
    assert touch == {
        "id": touch["id"],
        "application_id": application["id"],
        "interview_id": None,
        "contact_id": None,
        "kind": "thank_you_email",
        "occurred_at": "2026-11-23T15:00:00Z",
        "note": None,
        "carries": [],
        "reply_expected_by": None,
        "needs_answer": False,
        "reached": None,
        "created_at": "2026-11-23T15:00:00Z",
    }


@pytest.mark.parametrize("kind", SENT + RECEIVED)
def test_every_kind_can_be_logged(signed_in: TestClient, application: Resource, kind: str) -> None:
    assert a_touch(signed_in, application, kind=kind)["kind"] == kind


def test_everything_that_was_said_is_kept(signed_in: TestClient, application: Resource) -> None:
    dana = a_contact(signed_in, application)
    interview = an_interview(signed_in, application, interviewer_ids=[dana["id"]])
    said = {
        "kind": "thank_you_email",
        "occurred_at": "2026-11-20T23:00:00Z",
        "contact_id": dana["id"],
        "interview_id": interview["id"],
        "note": "sent from the train",
        "carries": ["additional_information_email"],
    }
    touch = a_touch(signed_in, application, **said)
    assert said.items() <= touch.items()
    assert items(signed_in, f"{APPLICATIONS}/{application['id']}/touches") == [touch]


def test_a_reply_may_name_a_day_and_wait_for_an_answer(signed_in: TestClient, application: Resource) -> None:
    said = {"kind": "reply_received", "reply_expected_by": "2026-12-01", "needs_answer": True}
    assert said.items() <= a_touch(signed_in, application, **said).items()


@pytest.mark.parametrize(("said", "kept"), [({}, "spoke"), ({"reached": "no_trace"}, "no_trace")])
def test_a_call_that_says_nothing_of_how_it_ended_was_a_conversation(
    signed_in: TestClient, application: Resource, said: dict[str, str], kept: str
) -> None:
    assert a_touch(signed_in, application, kind="follow_up_call", **said)["reached"] == kept


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, {"/kind": "required"}),
        ({"kind": "wait"}, {"/kind": "not_a_choice"}),
        ({"kind": "check_in_email", "reply_expected_by": "2026-12-01"}, {"/reply_expected_by": "not_a_reply"}),
        ({"kind": "auto_reply_received", "needs_answer": True}, {"/needs_answer": "not_a_reply"}),
        ({"kind": "check_in_email", "reached": "spoke"}, {"/reached": "not_a_call"}),
        ({"kind": "reply_received", "carries": ["answer"]}, {"/carries": "not_sent"}),
        ({"kind": "thank_you_email", "carries": ["wait"]}, {"/carries/0": "not_a_choice"}),
        ({"kind": "thank_you_email", "occurred_at": "2026-11-23T15:00:00.000001Z"}, {"/occurred_at": "in_the_future"}),
        ({"kind": "thank_you_email", "occurred_at": "2026-11-20T15:00:00"}, {"/occurred_at": "time_without_offset"}),
        ({"kind": "thank_you_email", "contact_id": UNKNOWN}, {"/contact_id": "unknown_id"}),
        ({"kind": "thank_you_email", "interview_id": UNKNOWN}, {"/interview_id": "unknown_id"}),
        ({"kind": "thank_you_email", "to": "dana"}, {"/to": "unknown_field"}),
    ],
)
def test_what_does_not_belong_is_pointed_at(
    signed_in: TestClient, application: Resource, said: dict[str, object], expected: dict[str, str]
) -> None:
    assert codes(log(signed_in, application, **said)) == expected
    assert items(signed_in, f"{APPLICATIONS}/{application['id']}/touches") == []


def test_people_and_interviews_of_another_application_are_pointed_at(
    signed_in: TestClient, application: Resource
) -> None:
    other = an_application(signed_in)
    said = {"contact_id": a_contact(signed_in, other)["id"], "interview_id": an_interview(signed_in, other)["id"]}
    expected = {"/contact_id": "unknown_id", "/interview_id": "unknown_id"}
    assert codes(log(signed_in, application, kind="thank_you_email", **said)) == expected


def test_all_that_is_wrong_is_said_at_once(signed_in: TestClient, application: Resource) -> None:
    said = {"needs_answer": True, "reached": "spoke", "occurred_at": "2199-01-01T00:00:00Z", "contact_id": UNKNOWN}
    found = codes(log(signed_in, application, kind="thank_you_email", **said))
    assert set(found) == {"/needs_answer", "/reached", "/occurred_at", "/contact_id"}


def test_touches_stand_in_the_order_in_which_they_happened(signed_in: TestClient, application: Resource) -> None:
    later = a_touch(signed_in, application, occurred_at="2026-11-22T12:00:00Z")
    sooner = a_touch(signed_in, application, occurred_at="2026-11-21T12:00:00Z")
    again = a_touch(signed_in, application, occurred_at="2026-11-21T12:00:00Z")
    address = f"{APPLICATIONS}/{application['id']}/touches"
    assert items(signed_in, address) == [sooner, again, later]
    cursor = signed_in.get(f"{address}?limit=1").json()["next_cursor"]
    assert items(signed_in, f"{address}?limit=1&cursor={cursor}") == [again]


def test_a_touch_can_be_taken_back(signed_in: TestClient, application: Resource) -> None:
    answer = log(signed_in, application, kind="thank_you_email")
    wrong, right = ({"If-Match": tag} for tag in ('"another"', answer.headers["ETag"]))
    assert signed_in.delete(answer.headers["Location"], headers=wrong).status_code == 412
    assert signed_in.delete(answer.headers["Location"], headers=right).status_code == 204
    assert signed_in.delete(answer.headers["Location"]).status_code == 404
    assert items(signed_in, f"{APPLICATIONS}/{application['id']}/touches") == []


def test_a_touch_cannot_be_changed(signed_in: TestClient, application: Resource) -> None:
    touch = a_touch(signed_in, application)
    assert signed_in.patch(f"/api/v1/touches/{touch['id']}", json={"note": "x"}).status_code == 405


def test_a_repeated_log_makes_one(signed_in: TestClient, application: Resource) -> None:
    address, headers = f"{APPLICATIONS}/{application['id']}/touches", {"Idempotency-Key": "once"}
    first, second = (signed_in.post(address, json={"kind": "answer"}, headers=headers) for _ in range(2))
    assert first.json() == second.json()
    assert items(signed_in, address) == [first.json()]


def test_an_unknown_application_has_no_touches(signed_in: TestClient) -> None:
    assert log(signed_in, {"id": UNKNOWN}, kind="answer").status_code == 404
