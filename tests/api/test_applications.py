"""Applications: made, read, found, changed, deleted."""

import pytest
from starlette.testclient import TestClient

from tests.api.resources import (
    APPLICATIONS,
    UNKNOWN,
    a_contact,
    a_deferral,
    a_touch,
    an_application,
    an_interview,
    codes,
    items,
    pointers,
)
from tests.conftest import MovableClock

PRESENT = "2026-11-23T15:00:00Z"


def address_of(application: dict[str, object]) -> str:
    """Where an application is."""
    return f"{APPLICATIONS}/{application['id']}"


def names(found: list[dict[str, object]]) -> list[object]:
    """The companies of a list."""
    return [one["company"] for one in found]


def test_two_names_are_enough(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    assert application == {
        "id": application["id"],
        "company": "Acme",
        "role": "Data engineer",
        "status": "active",
        "status_changed_at": None,
        "candidate": None,
        "source": None,
        "external_id": None,
        "notes": None,
        "preferences": None,
        "next_review_at": application["next_review_at"],
        "created_at": PRESENT,
        "updated_at": PRESENT,
    }


def test_everything_that_was_said_is_kept(signed_in: TestClient) -> None:
    said = {
        "company": "Borealis",
        "role": "Chef",
        "status": "offered",
        "status_changed_at": "2026-11-20T09:00:00Z",
        "candidate": {"name": "Ida Brandt", "email": "ida@example.com"},
        "source": "a friend",
        "external_id": "gh-17",
        "notes": "Two lines,\nand 🙂",
        "preferences": {
            "linkedin": False,
            "handwritten_notes": "welcome",
            "calls": False,
            "linkedin_note_limit": 300,
        },
    }
    application = an_application(signed_in, **said)
    assert said.items() <= application.items()
    assert signed_in.get(address_of(application)).json() == application


def test_a_new_one_tells_where_it_is_and_which_version(signed_in: TestClient) -> None:
    answer = signed_in.post(APPLICATIONS, json={"company": "Acme", "role": "Chef"})
    found = signed_in.get(answer.headers["Location"])
    assert found.json() == answer.json()
    assert found.headers["ETag"] == answer.headers["ETag"]


def test_a_version_that_is_known_already_is_not_sent_again(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    tag = signed_in.get(address_of(application)).headers["ETag"]
    assert signed_in.get(address_of(application), headers={"If-None-Match": tag}).status_code == 304


def test_the_newest_stand_first(signed_in: TestClient) -> None:
    for company in ("first", "second", "third"):
        an_application(signed_in, company=company)
    assert names(items(signed_in, APPLICATIONS)) == ["third", "second", "first"]


def test_pages_follow_each_other(signed_in: TestClient) -> None:
    for company in ("first", "second", "third"):
        an_application(signed_in, company=company)
    page = signed_in.get(f"{APPLICATIONS}?limit=2").json()
    assert names(page["items"]) == ["third", "second"]
    assert names(items(signed_in, f"{APPLICATIONS}?limit=2&cursor={page['next_cursor']}")) == ["first"]


def test_a_cursor_of_another_filter_is_refused(signed_in: TestClient) -> None:
    for company in ("first", "second"):
        an_application(signed_in, company=company)
    cursor = signed_in.get(f"{APPLICATIONS}?limit=1").json()["next_cursor"]
    assert pointers(signed_in.get(f"{APPLICATIONS}?limit=1&cursor={cursor}&status=active")) == ["/cursor"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("status=offered", ["Borealis"]),
        ("status=closed", []),
        ("q=ACME", ["Acme"]),
        ("q=chef%20borealis", ["Borealis"]),
        ("q=chef&status=active", ["Acme"]),
        ("q=%25", []),
        ("q=", ["Borealis", "Acme"]),
    ],
)
def test_filters_narrow_the_list(signed_in: TestClient, query: str, found: list[str]) -> None:
    an_application(signed_in, company="Acme", role="Chef")
    an_application(signed_in, company="Borealis", role="Chef de cuisine", status="offered")
    assert names(items(signed_in, f"{APPLICATIONS}?{query}")) == found


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("status=pending", "/status"),
        ("due_before=tomorrow", "/due_before"),
        ("due_before=2026-11-23T10:00:00", "/due_before"),
        ("q=" + "x" * 201, "/q"),
        ("q=%00", "/q"),
        ("limit=0", "/limit"),
        ("limit=201", "/limit"),
        ("cursor=nonsense", "/cursor"),
    ],
)
def test_a_filter_that_makes_no_sense_is_pointed_at(signed_in: TestClient, query: str, pointer: str) -> None:
    assert pointers(signed_in.get(f"{APPLICATIONS}?{query}")) == [pointer]


def test_a_patch_changes_what_it_names_and_nothing_else(signed_in: TestClient, clock: MovableClock) -> None:
    application = an_application(signed_in, notes="old", source="a friend")
    clock.advance(minutes=10)
    changed = signed_in.patch(address_of(application), json={"notes": "new", "source": None}).json()
    expected = application | {"notes": "new", "source": None, "updated_at": "2026-11-23T15:10:00Z"}
    assert changed == expected | {"next_review_at": changed["next_review_at"]}


def test_an_empty_patch_changes_nothing_but_when_it_was_touched(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    assert signed_in.patch(address_of(application), json={}).json() == application


def test_a_name_cannot_be_cleared(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    assert codes(signed_in.patch(address_of(application), json={"company": None})) == {"/company": "required"}


def test_null_restores_the_status_that_applications_begin_with(signed_in: TestClient) -> None:
    application = an_application(signed_in, status="rejected")
    assert signed_in.patch(address_of(application), json={"status": None}).json()["status"] == "active"


@pytest.mark.parametrize("field", ["id", "created_at", "updated_at", "next_review_at", "act_by", "user_id", "colour"])
def test_what_cannot_be_said_is_refused(signed_in: TestClient, field: str) -> None:
    application = an_application(signed_in)
    body = {"company": "Acme", "role": "Chef", field: None}
    assert codes(signed_in.post(APPLICATIONS, json=body)) == {f"/{field}": "unknown_field"}
    assert codes(signed_in.patch(address_of(application), json={field: "x"})) == {f"/{field}": "unknown_field"}


def test_a_new_status_changed_just_now(signed_in: TestClient, clock: MovableClock) -> None:
    application = an_application(signed_in)
    clock.advance(minutes=10)
    changed = signed_in.patch(address_of(application), json={"status": "rejected"}).json()
    assert changed["status_changed_at"] == "2026-11-23T15:10:00Z"


def test_a_status_may_have_changed_earlier(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    body = {"status": "rejected", "status_changed_at": "2026-11-20T09:00:00+01:00"}
    changed = signed_in.patch(address_of(application), json=body).json()
    assert changed["status_changed_at"] == "2026-11-20T08:00:00Z"


def test_the_same_status_again_did_not_change(signed_in: TestClient, clock: MovableClock) -> None:
    application = an_application(signed_in, status="offered")
    clock.advance(minutes=10)
    changed = signed_in.patch(address_of(application), json={"status": "offered", "notes": "x"}).json()
    assert changed["status_changed_at"] == PRESENT


def test_a_reopened_application_says_when_it_was_reopened(signed_in: TestClient, clock: MovableClock) -> None:
    application = an_application(signed_in, status="closed")
    clock.advance(minutes=10)
    changed = signed_in.patch(address_of(application), json={"status": "active"}).json()
    assert changed["status_changed_at"] == "2026-11-23T15:10:00Z"


def test_a_status_cannot_change_in_the_future(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    body = {"status": "rejected", "status_changed_at": "2026-11-23T15:00:01Z"}
    expected = {"/status_changed_at": "in_the_future"}
    assert codes(signed_in.patch(address_of(application), json=body)) == expected
    assert codes(signed_in.post(APPLICATIONS, json=body | {"company": "Acme", "role": "Chef"})) == expected


def test_a_candidate_is_merged_and_cleared(signed_in: TestClient) -> None:
    application = an_application(signed_in, candidate={"name": "Ida Brandt"})
    merged = signed_in.patch(address_of(application), json={"candidate": {"email": "ida@EXAMPLE.com"}}).json()
    assert merged["candidate"] == {"name": "Ida Brandt", "email": "ida@example.com"}
    assert signed_in.patch(address_of(application), json={"candidate": None}).json()["candidate"] is None


def test_a_candidate_has_a_name(signed_in: TestClient) -> None:
    body = {"company": "Acme", "role": "Chef", "candidate": {"email": "ida@example.com"}}
    assert pointers(signed_in.post(APPLICATIONS, json=body)) == ["/candidate/name"]


def test_own_preferences_begin_with_those_of_the_profile(signed_in: TestClient) -> None:
    signed_in.patch("/api/v1/me", json={"preferences": {"calls": False}})
    application = an_application(signed_in, preferences={"linkedin": False})
    own = {"linkedin": False, "handwritten_notes": "unknown", "calls": False, "linkedin_note_limit": 200}
    assert application["preferences"] == own
    signed_in.patch("/api/v1/me", json={"preferences": {"calls": True}})
    assert signed_in.get(address_of(application)).json()["preferences"] == own


def test_own_preferences_are_merged_and_given_up(signed_in: TestClient) -> None:
    application = an_application(signed_in, preferences={"linkedin": False})
    merged = signed_in.patch(address_of(application), json={"preferences": {"calls": False, "linkedin": None}}).json()
    assert (merged["preferences"]["linkedin"], merged["preferences"]["calls"]) == (True, False)
    assert signed_in.patch(address_of(application), json={"preferences": None}).json()["preferences"] is None


def test_a_change_to_an_outdated_copy_is_refused(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    outdated = signed_in.get(address_of(application)).headers["ETag"]
    assert signed_in.patch(address_of(application), json={"notes": "x"}, headers={"If-Match": outdated}).is_success
    for change in ({"method": "PATCH", "json": {"notes": "y"}}, {"method": "DELETE"}):
        answer = signed_in.request(url=address_of(application), headers={"If-Match": outdated}, **change)
        assert answer.status_code == 412
    assert signed_in.get(address_of(application)).json()["notes"] == "x"


def test_a_deleted_application_takes_everything_along(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    contact, interview = a_contact(signed_in, application), an_interview(signed_in, application)
    touch, deferral = a_touch(signed_in, application), a_deferral(signed_in, application)
    assert signed_in.delete(address_of(application)).status_code == 204
    assert signed_in.get(address_of(application)).status_code == 404
    assert signed_in.get(f"/api/v1/contacts/{contact['id']}").status_code == 404
    assert signed_in.get(f"/api/v1/interviews/{interview['id']}").status_code == 404
    assert signed_in.delete(f"/api/v1/touches/{touch['id']}").status_code == 404
    assert signed_in.delete(f"/api/v1/deferrals/{deferral['id']}").status_code == 404


def test_an_application_that_is_gone_stays_gone(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    signed_in.delete(address_of(application))
    assert signed_in.delete(address_of(application)).status_code == 404


def test_a_repeated_creation_makes_one(signed_in: TestClient) -> None:
    body, headers = {"company": "Acme", "role": "Chef"}, {"Idempotency-Key": "once"}
    first, second = (signed_in.post(APPLICATIONS, json=body, headers=headers) for _ in range(2))
    assert first.json() == second.json()
    assert (first.headers.get("Idempotent-Replayed"), second.headers["Idempotent-Replayed"]) == (None, "true")
    assert len(items(signed_in, APPLICATIONS)) == 1


def test_nothing_is_kept_of_a_request_that_is_refused(signed_in: TestClient) -> None:
    signed_in.post(APPLICATIONS, json={"company": "Acme", "role": "Chef", "status_changed_at": "2199-01-01T00:00:00Z"})
    assert items(signed_in, APPLICATIONS) == []


@pytest.mark.parametrize("part", ["contacts", "touches", "deferrals"])
def test_the_lists_of_an_unknown_application_are_not_found(signed_in: TestClient, part: str) -> None:
    assert signed_in.get(f"{APPLICATIONS}/{UNKNOWN}/{part}").status_code == 404
    assert signed_in.get(f"{APPLICATIONS}/not-an-id/{part}").status_code == 404
