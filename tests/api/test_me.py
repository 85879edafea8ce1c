"""`/me`: reading, changing and erasing an account."""

import pytest
from starlette.testclient import TestClient

from tests.conftest import SignUp

DEFAULTS = {"linkedin": True, "handwritten_notes": "unknown", "calls": True, "linkedin_note_limit": 200}


def test_a_new_account_shows_the_defaults(signed_in: TestClient) -> None:
    me = signed_in.get("/api/v1/me").json()
    assert me["preferences"] == DEFAULTS
    assert me["working_hours"] == {"start": "09:00", "end": "17:00"}
    assert (me["policy"], me["digest"]) == ({}, {"enabled": False, "hour": 8})


def test_a_patch_changes_what_it_names_and_nothing_else(signed_in: TestClient) -> None:
    before = signed_in.get("/api/v1/me").json()
    after = signed_in.patch("/api/v1/me", json={"preferences": {"calls": False}, "signature": "Kim"}).json()
    assert after["preferences"] == DEFAULTS | {"calls": False}
    assert {name for name in after if after[name] != before[name]} <= {"preferences", "signature", "updated_at"}


def test_null_restores_a_default(signed_in: TestClient) -> None:
    signed_in.patch("/api/v1/me", json={"preferences": {"calls": False}, "policy": {"quiet_days": 10}})
    after = signed_in.patch("/api/v1/me", json={"preferences": None, "policy": {"quiet_days": None}}).json()
    assert (after["preferences"], after["policy"]) == (DEFAULTS, {})


def test_what_was_changed_is_still_there_when_read_again(signed_in: TestClient) -> None:
    changed = signed_in.patch(
        "/api/v1/me",
        json={
            "holiday_region": "US-NY",
            "working_hours": {"start": "08:30"},
            "policy": {"quiet_days": 10, "enquiry_order": "call_first"},
            "digest": {"enabled": True},
        },
        headers={"Content-Type": "application/merge-patch+json"},
    )
    assert changed.status_code == 200
    assert signed_in.get("/api/v1/me").json() == changed.json()


@pytest.mark.parametrize(
    ("patch", "pointer"),
    [
        ({"name": None}, "/name"),
        ({"name": "  "}, "/name"),
        ({"email": "new@example.com"}, "/email"),
        ({"timezone": "Mars/Olympus"}, "/timezone"),
        ({"holiday_region": "XX"}, "/holiday_region"),
        ({"signature": "x" * 20_001}, "/signature"),
        ({"working_hours": {"start": "18:00"}}, "/working_hours"),
        ({"working_hours": {"start": "9"}}, "/working_hours/start"),
        ({"preferences": {"handwritten_notes": "perhaps"}}, "/preferences/handwritten_notes"),
        ({"preferences": {"linkedin_note_limit": 301}}, "/preferences/linkedin_note_limit"),
        ({"policy": {"quiet_days": 6}}, "/policy/quiet_days"),
        ({"policy": {"quiet_days": True}}, "/policy/quiet_days"),
        ({"policy": {"a/b": 7}}, "/policy/a~1b"),
        ({"digest": {"hour": 24}}, "/digest/hour"),
    ],
)
def test_a_bad_value_is_pointed_at_and_changes_nothing(signed_in: TestClient, patch: object, pointer: str) -> None:
    before = signed_in.get("/api/v1/me").content
    answer = signed_in.patch("/api/v1/me", json=patch)
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    assert signed_in.get("/api/v1/me").content == before


def test_a_patch_must_be_an_object(signed_in: TestClient) -> None:
    assert signed_in.patch("/api/v1/me", json=[]).status_code == 422


def test_the_etag_spares_an_answer_that_is_known(signed_in: TestClient) -> None:
    tag = signed_in.get("/api/v1/me").headers["etag"]
    answer = signed_in.get("/api/v1/me", headers={"If-None-Match": f'"other", W/{tag}'})
    assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)


def test_a_change_made_on_an_old_copy_is_a_412(signed_in: TestClient) -> None:
    tag = signed_in.get("/api/v1/me").headers["etag"]
    changed = signed_in.patch("/api/v1/me", json={"name": "Kim"}, headers={"If-Match": f'"other", {tag}'})
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag
    assert signed_in.patch("/api/v1/me", json={"name": "Lee"}, headers={"If-Match": tag}).status_code == 412
    assert signed_in.get("/api/v1/me").json()["name"] == "Kim"


@pytest.mark.parametrize("header", ["W/{tag}", '"never"', "nonsense"])
def test_only_a_strong_matching_tag_allows_a_change(signed_in: TestClient, header: str) -> None:
    tag = signed_in.get("/api/v1/me").headers["etag"]
    answer = signed_in.patch("/api/v1/me", json={}, headers={"If-Match": header.format(tag=tag)})
    assert answer.status_code == 412


def test_a_star_matches_whatever_is_there(signed_in: TestClient) -> None:
    assert signed_in.patch("/api/v1/me", json={}, headers={"If-Match": "*"}).status_code == 200


def test_erasing_an_account_wants_the_right_copy_too(signed_in: TestClient) -> None:
    assert signed_in.delete("/api/v1/me", headers={"If-Match": '"old"'}).status_code == 412
    assert signed_in.get("/api/v1/me").status_code == 200


def test_an_erased_account_is_gone_and_its_tokens_with_it(sign_up: SignUp, client: TestClient) -> None:
    kim, lee = sign_up("kim@example.com"), sign_up("lee@example.com")
    assert kim.delete("/api/v1/me").status_code == 204
    assert kim.get("/api/v1/me").status_code == 401
    assert kim.post("/api/v1/api-keys", json={"name": "late", "scopes": ["read"]}).status_code == 401
    assert lee.get("/api/v1/me").status_code == 200
    again = {"email": "kim@example.com", "password": "quite another phrase", "name": "Kim", "timezone": "UTC"}
    assert client.post("/api/v1/auth/register", json=again).status_code == 201
