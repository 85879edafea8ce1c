"""`POST /imports/calendar`: what is taken, what is answered, what is refused."""

from collections.abc import Callable
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from tests.api.calendar_imports import CALENDAR, HEADERS, counts, imported, only_interview, send, version
from tests.api.resources import APPLICATIONS, INTERVIEWS, UNKNOWN, V1, an_application, codes, items
from tests.conftest import SignUp
from tests.connectors.calendar_texts import calendar, invitation


def key_with(client: TestClient, *scopes: str) -> dict[str, str]:
    """The headers of an API key with these scopes."""
    made = client.post(f"{V1}/api-keys", json={"name": "calendar", "scopes": list(scopes)}).json()
    return HEADERS | {"Authorization": f"Bearer {made['secret']}"}


def everything(client: TestClient) -> list[Any]:
    """All that imports can change."""
    applications = items(client, APPLICATIONS)
    contacts = [items(client, f"{APPLICATIONS}/{one['id']}/contacts") for one in applications]
    return [applications, contacts, items(client, INTERVIEWS)]


def test_an_invitation_becomes_an_interview(signed_in: TestClient) -> None:
    report = imported(signed_in, "google-request")
    interview = only_interview(signed_in)
    assert report == {
        "method": "REQUEST",
        "created": 1,
        "updated": 0,
        "cancelled": 0,
        "skipped": 0,
        "problems": [],
        "events": [
            {
                "uid": "4m0k2acme7interview@google.com",
                "recurrence_id": None,
                "outcome": "created",
                "summary": "Interview: Data engineer at Acme",
                "starts_at": "2030-03-14T15:00:00Z",
                "ends_at": "2030-03-14T15:45:00Z",
                "timezone": "UTC",
                "all_day": False,
                "floating": False,
                "organizer": {"name": "Dana Reyes", "email": "dana@acme.example"},
                "attendees": [
                    {"name": "kim@example.com", "email": "kim@example.com"},
                    {"name": "Dana Reyes", "email": "dana@acme.example"},
                    {"name": "Omar Haddad", "email": "omar@acme.example"},
                    {"name": "Berlin-2-Fishbowl (8)", "email": "c_188fishbowl@resource.calendar.google.com"},
                    {"name": "Pia Lund", "email": "pia@acme.example"},
                ],
                "interview_id": interview["id"],
                "company": "Acme",
                "role": "Data engineer",
            }
        ],
    }
    assert interview["external_id"] == "4m0k2acme7interview@google.com"
    assert (interview["starts_at"], interview["format"]) == ("2030-03-14T15:00:00Z", "video")


def test_a_time_in_utc_is_kept_in_the_users_zone(signed_in: TestClient) -> None:
    imported(signed_in, "google-request")
    assert only_interview(signed_in)["timezone"] == "America/New_York"


def test_a_time_in_a_zone_is_kept_in_that_zone(signed_in: TestClient) -> None:
    imported(signed_in, "outlook-request")
    assert only_interview(signed_in)["timezone"] == "Europe/Berlin"


def test_a_floating_time_is_read_in_the_users_zone_and_says_so(signed_in: TestClient) -> None:
    report = imported(signed_in, calendar("DTSTART:20300401T100000", "DTEND:20300401T110000"))
    assert only_interview(signed_in)["starts_at"] == "2030-04-01T14:00:00Z"
    assert report["events"][0]["floating"] is True
    assert "America/New_York" in report["problems"][0]["detail"]


def test_a_whole_day_lasts_from_midnight_to_midnight_and_says_so(signed_in: TestClient) -> None:
    report = imported(signed_in, calendar("DTSTART;VALUE=DATE:20300401"))
    interview = only_interview(signed_in)
    assert (interview["starts_at"], interview["ends_at"]) == ("2030-04-01T04:00:00Z", "2030-04-02T04:00:00Z")
    assert "lasts all day" in report["problems"][0]["detail"]


def test_an_event_without_an_end_lasts_an_hour_and_says_so(signed_in: TestClient) -> None:
    report = imported(signed_in, calendar("DTSTART:20300401T100000Z"))
    assert only_interview(signed_in)["ends_at"] == "2030-04-01T11:00:00Z"
    assert report["events"][0]["ends_at"] is None
    assert "an hour is assumed" in report["problems"][0]["detail"]


def test_an_event_in_an_unknown_zone_is_left_out_in_words(signed_in: TestClient) -> None:
    report = imported(signed_in, "unknown-zone")
    assert counts(report) == {"created": 1, "skipped": 1}
    assert report["problems"][0]["uid"] == "nowhere@example.com"
    assert "Headquarters" in report["problems"][0]["detail"]


def test_a_reply_files_nothing_and_says_why(signed_in: TestClient) -> None:
    report = imported(signed_in, "exchange-reply")
    assert counts(report) == {"skipped": 1}
    assert "not an invitation" in report["problems"][0]["detail"]
    assert everything(signed_in) == [[], [], []]


def test_a_dry_run_tells_the_same_and_changes_nothing(signed_in: TestClient) -> None:
    rehearsed = imported(signed_in, "apple-published", dry_run="true")
    assert everything(signed_in) == [[], [], []]
    carried_out = imported(signed_in, "apple-published")
    for event in carried_out["events"]:
        event["interview_id"] = None
    assert rehearsed == carried_out


def test_a_dry_run_of_a_later_version_changes_nothing(signed_in: TestClient) -> None:
    imported(signed_in, "google-request")
    before = everything(signed_in)
    assert counts(imported(signed_in, "google-moved", dry_run="true")) == {"updated": 1}
    assert counts(imported(signed_in, "google-cancel", dry_run="true")) == {"cancelled": 1}
    assert everything(signed_in) == before


@pytest.mark.parametrize(
    "name", ["google-request", "outlook-request", "apple-published", "google-series", "unknown-zone"]
)
def test_the_same_file_twice_changes_nothing(signed_in: TestClient, name: str) -> None:
    first = imported(signed_in, name)
    before = everything(signed_in)
    again = imported(signed_in, name)
    assert everything(signed_in) == before
    assert counts(again) == {"skipped": len(first["events"])}
    assert [event["interview_id"] for event in again["events"]] == [event["interview_id"] for event in first["events"]]


def test_an_event_without_a_uid_is_known_again(signed_in: TestClient) -> None:
    file = version().replace(b"UID:one@example.com\r\n", b"")
    report = imported(signed_in, file)
    assert report["events"][0]["uid"] is None
    assert "no UID" in report["problems"][0]["detail"]
    assert counts(imported(signed_in, file)) == {"skipped": 1}


def test_a_uid_of_any_length_is_known_again(signed_in: TestClient) -> None:
    file = version().replace(b"one@example.com", b"u" * 900)
    assert imported(signed_in, file)["events"][0]["uid"] == "u" * 900
    assert counts(imported(signed_in, file)) == {"skipped": 1}
    interview = only_interview(signed_in)
    assert signed_in.patch(f"{INTERVIEWS}/{interview['id']}", json={"notes": "bring a laptop"}).status_code == 200


def test_a_file_that_is_no_calendar_is_refused_in_words(signed_in: TestClient) -> None:
    answer = send(signed_in, b"%PDF-1.7")
    assert codes(answer) == {"": "no_calendar"}
    assert "begins with BEGIN:VCALENDAR" in answer.json()["detail"]


def test_an_empty_file_is_refused_in_the_same_words(signed_in: TestClient) -> None:
    assert codes(send(signed_in, b"")) == {"": "no_calendar"}


def test_a_file_that_breaks_off_is_refused_whole(signed_in: TestClient) -> None:
    assert codes(send(signed_in, invitation("apple-published")[:-20])) == {"": "calendar_cut_off"}
    assert everything(signed_in) == [[], [], []]


@pytest.mark.parametrize("content_type", ["application/json", "application/octet-stream", "text/plain", None])
def test_another_content_type_is_a_415(signed_in: TestClient, content_type: str | None) -> None:
    headers = {"Content-Type": content_type} if content_type else {}
    assert send(signed_in, invitation("google-request"), headers).status_code == 415


def test_more_than_ten_mebibytes_are_too_many(signed_in: TestClient) -> None:
    assert send(signed_in, b"x" * (10 * 1024 * 1024 + 1)).status_code == 413


def test_more_than_one_mebibyte_is_not(signed_in: TestClient) -> None:
    attachment = "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "QUJD" * 400_000
    assert counts(imported(signed_in, calendar("DTSTART:20300401T100000Z", attachment))) == {"created": 1}


@pytest.mark.parametrize("query", [{"dry_run": "perhaps"}, {"application_id": "acme"}])
def test_a_query_that_makes_no_sense_is_pointed_at(signed_in: TestClient, query: dict[str, str]) -> None:
    [name] = query
    assert list(codes(send(signed_in, invitation("google-request"), **query))) == [f"/{name}"]


def test_an_unknown_application_is_pointed_at(signed_in: TestClient) -> None:
    answer = send(signed_in, invitation("google-request"), application_id=UNKNOWN)
    assert codes(answer) == {"/application_id": "unknown_id"}


def test_another_users_application_is_unknown(sign_up: SignUp) -> None:
    kim, lee = sign_up("kim@example.com"), sign_up("lee@example.com")
    answer = send(lee, invitation("google-request"), application_id=an_application(kim)["id"])
    assert codes(answer) == {"/application_id": "unknown_id"}


def test_the_same_event_may_be_imported_by_two_users(sign_up: SignUp) -> None:
    for email in ("kim@example.com", "lee@example.com"):
        assert counts(imported(sign_up(email), "zoom-request")) == {"created": 1}


def test_somebody_unknown_may_import_nothing(client: TestClient) -> None:
    assert send(client, invitation("google-request")).status_code == 401


def test_a_key_that_may_only_read_may_rehearse(signed_in: TestClient, client: TestClient) -> None:
    headers = key_with(signed_in, "read")
    assert send(client, invitation("google-request"), headers, dry_run="true").status_code == 200
    assert send(client, invitation("google-request"), headers).status_code == 403


def test_a_key_that_may_write_may_import(signed_in: TestClient, client: TestClient) -> None:
    assert send(client, invitation("google-request"), key_with(signed_in, "read", "write")).status_code == 200


def test_an_import_repeated_with_its_key_is_carried_out_once(signed_in: TestClient) -> None:
    def repeat(raw: bytes) -> Response:
        return signed_in.post(CALENDAR, content=raw, headers=HEADERS | {"Idempotency-Key": "one"})

    first, second = repeat(invitation("google-request")), repeat(invitation("google-request"))
    assert second.content == first.content
    assert second.headers["idempotent-replayed"] == "true"
    assert codes(repeat(invitation("zoom-request"))) == {"/Idempotency-Key": "key_used_before"}


def test_a_file_is_filed_whole_or_not_at_all(signed_in: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    good, full = version(), invitation("google-series")
    imported(signed_in, good)
    before = everything(signed_in)
    monkeypatch.setattr("afterview.services.event_filing.format_of", _fail_at_the_second())
    assert send(signed_in, full).status_code == 500
    assert everything(signed_in) == before


def _fail_at_the_second() -> Callable[[object], str]:
    calls: list[object] = []

    def format_of(event: object) -> str:
        calls.append(event)
        if len(calls) == 2:
            raise RuntimeError("the second one fails")
        return "other"

    return format_of
