"""Deferrals: advice put off, left out, taken up again."""

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from tests.api.resources import (
    APPLICATIONS,
    UNKNOWN,
    Resource,
    a_contact,
    a_deferral,
    an_application,
    codes,
    items,
)

STEPS = [
    "thank_you_email",
    "additional_information_email",
    "linkedin_request",
    "handwritten_note",
    "check_in_email",
    "follow_up_call",
    "rejection_thanks_email",
    "answer",
]


@pytest.fixture
def application(signed_in: TestClient) -> Resource:
    """An application in which nothing is put off."""
    return an_application(signed_in)


def put_off(client: TestClient, application: Resource, **said: object) -> Response:
    """Put a step off, which may be refused."""
    return client.post(f"{APPLICATIONS}/{application['id']}/deferrals", json=said)


@pytest.mark.parametrize("kind", STEPS)
def test_every_step_can_be_left_out(signed_in: TestClient, application: Resource, kind: str) -> None:
    deferral = a_deferral(signed_in, application, kind=kind)
    assert deferral == {
        "id": deferral["id"],
        "application_id": application["id"],
        "kind": kind,
        "contact_id": None,
        "until": None,
        "reason": None,
        "created_at": "2026-11-23T15:00:00Z",
    }


def test_everything_that_was_said_is_kept(signed_in: TestClient, application: Resource) -> None:
    dana = a_contact(signed_in, application)
    said = {"kind": "follow_up_call", "contact_id": dana["id"], "until": "2026-12-01T09:00:00Z", "reason": "on leave"}
    deferral = a_deferral(signed_in, application, **said)
    assert said.items() <= deferral.items()
    assert items(signed_in, f"{APPLICATIONS}/{application['id']}/deferrals") == [deferral]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, {"/kind": "required"}),
        ({"kind": "wait"}, {"/kind": "not_a_choice"}),
        ({"kind": "no_further_action"}, {"/kind": "not_a_choice"}),
        ({"kind": "other_outbound"}, {"/kind": "not_a_choice"}),
        ({"kind": "answer", "contact_id": UNKNOWN}, {"/contact_id": "unknown_id"}),
        ({"kind": "answer", "until": "2026-12-01"}, {"/until": "time_format"}),
        ({"kind": "answer", "reason": "x" * 20_001}, {"/reason": "too_long"}),
        ({"kind": "answer", "for": 3}, {"/for": "unknown_field"}),
    ],
)
def test_what_makes_no_sense_is_pointed_at(
    signed_in: TestClient, application: Resource, said: dict[str, object], expected: dict[str, str]
) -> None:
    assert codes(put_off(signed_in, application, **said)) == expected


def test_people_of_another_application_are_pointed_at(signed_in: TestClient, application: Resource) -> None:
    stranger = a_contact(signed_in, an_application(signed_in))
    answer = put_off(signed_in, application, kind="answer", contact_id=stranger["id"])
    assert codes(answer) == {"/contact_id": "unknown_id"}


def test_deferrals_stand_in_the_order_in_which_they_were_made(signed_in: TestClient, application: Resource) -> None:
    made = [a_deferral(signed_in, application, kind=kind) for kind in STEPS[:3]]
    address = f"{APPLICATIONS}/{application['id']}/deferrals"
    assert items(signed_in, address) == made
    cursor = signed_in.get(f"{address}?limit=2").json()["next_cursor"]
    assert items(signed_in, f"{address}?limit=2&cursor={cursor}") == made[2:]


def test_a_step_can_be_taken_up_again(signed_in: TestClient, application: Resource) -> None:
    answer = put_off(signed_in, application, kind="answer")
    wrong, right = ({"If-Match": tag} for tag in ('"another"', answer.headers["ETag"]))
    assert signed_in.delete(answer.headers["Location"], headers=wrong).status_code == 412
    assert signed_in.delete(answer.headers["Location"], headers=right).status_code == 204
    assert signed_in.delete(answer.headers["Location"]).status_code == 404


def test_an_unknown_application_defers_nothing(signed_in: TestClient) -> None:
    assert put_off(signed_in, {"id": UNKNOWN}, kind="answer").status_code == 404
