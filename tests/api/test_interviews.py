"""Interviews: made with all that belongs to them, listed by when they take place, changed, deleted."""

import pytest
from starlette.testclient import TestClient

from tests.api.resources import (
    APPLICATIONS,
    INTERVIEWS,
    UNKNOWN,
    a_contact,
    a_touch,
    an_application,
    an_interview,
    codes,
    interview_body,
    items,
    made,
    pointers,
)

ACME = {"company": "Acme", "role": "Data engineer"}


def people(client: TestClient, interview: dict[str, object]) -> list[str]:
    """The names of the contacts of the interview's application, in order."""
    return [one["name"] for one in items(client, f"{APPLICATIONS}/{interview['application_id']}/contacts")]


def test_two_times_are_enough(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    times = {"starts_at": "2026-11-20T15:00:00-05:00", "ends_at": "2026-11-20T16:00:00-05:00"}
    interview = made(signed_in.post(INTERVIEWS, json=times | {"application_id": application["id"]}))
    assert interview == {
        "id": interview["id"],
        "application_id": application["id"],
        "status": "scheduled",
        "round": None,
        "format": "other",
        "starts_at": "2026-11-20T20:00:00Z",
        "ends_at": "2026-11-20T21:00:00Z",
        "timezone": "America/New_York",
        "location": None,
        "interviewer_ids": [],
        "reply_expected_by": None,
        "reply_promised_by": None,
        "discussion_points": [],
        "points_to_add": [],
        "concerns": [],
        "notes": None,
        "external_id": None,
        "sequence": 0,
        "created_at": "2026-11-23T15:00:00Z",
        "updated_at": "2026-11-23T15:00:00Z",
    }


def test_everything_that_was_said_is_kept(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    dana, sam = a_contact(signed_in, application), a_contact(signed_in, application, name="Sam")
    said = {
        "status": "completed",
        "round": "second round",
        "format": "video",
        "timezone": "Asia/Kathmandu",
        "location": "https://meet.example.com/abc",
        "interviewer_ids": [sam["id"], dana["id"]],
        "reply_expected_by": "2026-12-01",
        "reply_promised_by": dana["id"],
        "discussion_points": ["the move to event streams", ""],
        "points_to_add": ["my talk"],
        "concerns": ["no Kafka"],
        "notes": "went well",
        "external_id": "uid-1",
        "sequence": 2**40,
    }
    interview = an_interview(signed_in, application, **said)
    assert said.items() <= interview.items()
    assert signed_in.get(f"{INTERVIEWS}/{interview['id']}").json() == interview


def test_a_new_one_tells_where_it_is_and_which_version(signed_in: TestClient) -> None:
    answer = signed_in.post(INTERVIEWS, json=interview_body(**ACME, interviewers=[{"name": "Dana"}]))
    assert signed_in.get(answer.headers["Location"]).headers["ETag"] == answer.headers["ETag"]


def test_company_and_role_make_an_application(signed_in: TestClient) -> None:
    interview = made(signed_in.post(INTERVIEWS, json=interview_body(**ACME)))
    (application,) = items(signed_in, APPLICATIONS)
    assert ACME.items() <= application.items()
    assert interview["application_id"] == application["id"]


def test_company_and_role_find_the_active_application_however_they_are_written(signed_in: TestClient) -> None:
    application = an_application(signed_in, **ACME)
    body = interview_body(company=" ACME ", role="data  ENGINEER")
    assert made(signed_in.post(INTERVIEWS, json=body))["application_id"] == application["id"]


def test_company_and_role_pass_over_what_has_ended(signed_in: TestClient) -> None:
    an_application(signed_in, **ACME, status="rejected")
    made(signed_in.post(INTERVIEWS, json=interview_body(**ACME)))
    assert [one["status"] for one in items(signed_in, APPLICATIONS)] == ["active", "rejected"]


def test_somebody_elses_application_is_not_found_by_its_names(signed_in: TestClient, sign_up: object) -> None:
    an_application(sign_up("other@example.com"), **ACME)  # type: ignore[operator]
    made(signed_in.post(INTERVIEWS, json=interview_body(**ACME)))
    assert len(items(signed_in, APPLICATIONS)) == 1


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, {"/company": "required", "/role": "required"}),
        ({"company": "Acme"}, {"/role": "required"}),
        ({"role": "Chef"}, {"/company": "required"}),
        ({"application_id": UNKNOWN, "company": "Acme"}, {"/company": "said_twice"}),
        ({"application_id": UNKNOWN}, {"/application_id": "unknown_id"}),
        ({"application_id": "17", "company": "Acme"}, {"/application_id": "id_format"}),
    ],
)
def test_an_interview_belongs_to_one_application_that_is_there(
    signed_in: TestClient, said: dict[str, str], expected: dict[str, str]
) -> None:
    assert codes(signed_in.post(INTERVIEWS, json=interview_body(**said))) == expected
    assert items(signed_in, APPLICATIONS) == []


@pytest.mark.parametrize("ends_at", ["2026-11-20T15:00:00-05:00", "2026-11-20T20:30:00+05:00"])
def test_an_interview_ends_after_it_starts(signed_in: TestClient, ends_at: str) -> None:
    assert codes(signed_in.post(INTERVIEWS, json=interview_body(**ACME, ends_at=ends_at))) == {
        "/ends_at": "ends_too_early"
    }
    interview = an_interview(signed_in, an_application(signed_in))
    changed = signed_in.patch(f"{INTERVIEWS}/{interview['id']}", json={"ends_at": ends_at})
    assert codes(changed) == {"/ends_at": "ends_too_early"}


def test_the_earliest_stand_first_and_filters_narrow_the_list(signed_in: TestClient) -> None:
    acme, other = an_application(signed_in), an_application(signed_in)
    third = an_interview(signed_in, acme, starts_at="2026-11-20T12:00:00Z", status="cancelled")
    first = an_interview(signed_in, acme, starts_at="2026-11-18T12:00:00Z")
    second = an_interview(signed_in, other, starts_at="2026-11-19T12:00:00Z")
    assert items(signed_in, INTERVIEWS) == [first, second, third]
    assert items(signed_in, f"{INTERVIEWS}?application_id={acme['id']}") == [first, third]
    assert items(signed_in, f"{INTERVIEWS}?status=cancelled") == [third]
    assert items(signed_in, f"{INTERVIEWS}?from=2026-11-19T12:00:00Z") == [second, third]
    assert items(signed_in, f"{INTERVIEWS}?to=2026-11-19T12:00:00Z") == [first]
    assert items(signed_in, f"{INTERVIEWS}?application_id={UNKNOWN}") == []


def test_pages_of_interviews_come_with_their_interviewers(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    dana = a_contact(signed_in, application)
    interviews = [an_interview(signed_in, application, interviewer_ids=[dana["id"]]) for _ in range(3)]
    page = signed_in.get(f"{INTERVIEWS}?limit=2").json()
    assert page["items"] == interviews[:2]
    assert items(signed_in, f"{INTERVIEWS}?limit=2&cursor={page['next_cursor']}") == interviews[2:]


@pytest.mark.parametrize("query", ["from=today", "to=2026-11-20", "status=held", "application_id=17"])
def test_a_filter_that_makes_no_sense_is_pointed_at(signed_in: TestClient, query: str) -> None:
    assert pointers(signed_in.get(f"{INTERVIEWS}?{query}")) == [f"/{query.partition('=')[0]}"]


def test_a_patch_changes_what_it_names_and_null_restores_the_default(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    dana, sam = a_contact(signed_in, application), a_contact(signed_in, application, name="Sam")
    interview = an_interview(
        signed_in, application, interviewer_ids=[dana["id"]], timezone="Europe/Berlin", concerns=["x"], format="video"
    )
    patch = {"interviewer_ids": [sam["id"], dana["id"]], "timezone": None, "concerns": None, "format": None}
    changed = signed_in.patch(f"{INTERVIEWS}/{interview['id']}", json=patch)
    defaults = {"timezone": "America/New_York", "concerns": [], "format": "other"}
    assert changed.json() == interview | defaults | {"interviewer_ids": [sam["id"], dana["id"]]}
    assert signed_in.get(f"{INTERVIEWS}/{interview['id']}").headers["ETag"] == changed.headers["ETag"]


@pytest.mark.parametrize("field", ["application_id", "company", "interviewers", "id", "recurrence_id", "dtstamp"])
def test_what_cannot_be_changed_is_refused(signed_in: TestClient, field: str) -> None:
    interview = an_interview(signed_in, an_application(signed_in))
    answer = signed_in.patch(f"{INTERVIEWS}/{interview['id']}", json={field: "x"})
    assert codes(answer) == {f"/{field}": "unknown_field"}


def test_two_interviews_cannot_share_an_external_id(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    an_interview(signed_in, application, external_id="uid-1")
    second = an_interview(signed_in, application, external_id="uid-2")
    again = interview_body(application_id=application["id"], external_id="uid-1")
    assert signed_in.post(INTERVIEWS, json=again).status_code == 409
    assert signed_in.patch(f"{INTERVIEWS}/{second['id']}", json={"external_id": "uid-1"}).status_code == 409
    assert signed_in.patch(f"{INTERVIEWS}/{second['id']}", json={"external_id": "uid-2"}).status_code == 200


def test_a_change_to_an_outdated_copy_is_refused(signed_in: TestClient) -> None:
    interview = an_interview(signed_in, an_application(signed_in))
    outdated = {"If-Match": '"another"'}
    assert signed_in.patch(f"{INTERVIEWS}/{interview['id']}", json={}, headers=outdated).status_code == 412
    assert signed_in.delete(f"{INTERVIEWS}/{interview['id']}", headers=outdated).status_code == 412


def test_a_deleted_interview_leaves_what_was_sent_about_it(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    interview = an_interview(signed_in, application)
    touch = a_touch(signed_in, application, interview_id=interview["id"])
    assert signed_in.delete(f"{INTERVIEWS}/{interview['id']}").status_code == 204
    assert signed_in.get(f"{INTERVIEWS}/{interview['id']}").status_code == 404
    left = items(signed_in, f"{APPLICATIONS}/{application['id']}/touches")
    assert left == [touch | {"interview_id": None}]


def test_a_repeated_creation_makes_one_of_everything(signed_in: TestClient) -> None:
    body = interview_body(**ACME, interviewers=[{"name": "Dana"}])
    answers = [signed_in.post(INTERVIEWS, json=body, headers={"Idempotency-Key": "once"}) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert len(items(signed_in, INTERVIEWS)) == len(items(signed_in, APPLICATIONS)) == 1
    assert people(signed_in, answers[0].json()) == ["Dana"]
