"""Later versions of an invitation: moved, cancelled, invited again; and earlier ones, which change nothing."""

import pytest
from starlette.testclient import TestClient

from tests.api.calendar_imports import counts, imported, only_interview, version
from tests.api.resources import APPLICATIONS, INTERVIEWS, Resource, a_contact, an_application, items
from tests.connectors.calendar_texts import calendar

LATER = ("DTSTART:20300402T120000Z", "DTEND:20300402T123000Z")


def change(client: TestClient, interview: Resource, **said: object) -> None:
    """Change an interview by hand."""
    assert client.patch(f"{INTERVIEWS}/{interview['id']}", json=said).status_code == 200


@pytest.mark.parametrize(
    ("sequence", "stamp", "outcome"),
    [
        (3, "20300101T000000Z", "updated"),
        (3, "20200101T000000Z", "updated"),
        (2, "20300102T000000Z", "updated"),
        (2, "20300101T000000Z", "skipped"),
        (2, "20291231T000000Z", "skipped"),
        (1, "20310101T000000Z", "skipped"),
        (2**40, "20300101T000000Z", "updated"),
    ],
)
def test_sequence_then_dtstamp_decide_which_version_wins(
    signed_in: TestClient, sequence: int, stamp: str, outcome: str
) -> None:
    imported(signed_in, version(2))
    assert counts(imported(signed_in, version(sequence, stamp, *LATER))) == {outcome: 1}
    moved = only_interview(signed_in)["starts_at"] == "2030-04-02T12:00:00Z"
    assert moved == (outcome == "updated")


def test_an_older_version_says_that_it_is_one(signed_in: TestClient) -> None:
    imported(signed_in, version(2))
    assert "older version" in imported(signed_in, version(1))["problems"][0]["detail"]


def test_a_move_keeps_what_the_candidate_took_down(signed_in: TestClient) -> None:
    imported(signed_in, version(0))
    change(signed_in, only_interview(signed_in), notes="bring a laptop", discussion_points=["streams"], round="final")
    imported(signed_in, version(1, "20300101T000000Z", *LATER))
    interview = only_interview(signed_in)
    assert (interview["notes"], interview["discussion_points"]) == ("bring a laptop", ["streams"])
    assert (interview["round"], interview["ends_at"], interview["sequence"]) == ("final", "2030-04-02T12:30:00Z", 1)


def test_the_same_version_does_not_undo_a_change_by_hand(signed_in: TestClient) -> None:
    imported(signed_in, version(1))
    change(signed_in, only_interview(signed_in), starts_at="2030-04-01T10:15:00Z")
    imported(signed_in, version(1))
    assert only_interview(signed_in)["starts_at"] == "2030-04-01T10:15:00Z"


def test_a_newer_stamp_alone_changes_nothing_but_is_remembered(signed_in: TestClient) -> None:
    imported(signed_in, version(0, "20300101T000000Z"))
    before = only_interview(signed_in)
    assert counts(imported(signed_in, version(0, "20300105T000000Z"))) == {"skipped": 1}
    assert only_interview(signed_in) == before
    assert counts(imported(signed_in, version(0, "20300103T000000Z", *LATER))) == {"skipped": 1}


def test_a_cancellation_cancels(signed_in: TestClient) -> None:
    imported(signed_in, "google-request")
    report = imported(signed_in, "google-cancel")
    interview = only_interview(signed_in)
    assert counts(report) == {"cancelled": 1}
    assert report["events"][0]["interview_id"] == interview["id"]
    assert interview["status"] == "cancelled"


def test_a_cancellation_without_times_cancels(signed_in: TestClient) -> None:
    imported(signed_in, "outlook-request")
    assert counts(imported(signed_in, "exchange-cancel-bare")) == {"cancelled": 1}
    assert only_interview(signed_in)["status"] == "cancelled"


def test_a_cancelled_status_cancels(signed_in: TestClient) -> None:
    imported(signed_in, version(0))
    assert counts(imported(signed_in, version(1, "20300101T000000Z", "STATUS:CANCELLED"))) == {"cancelled": 1}


def test_a_cancellation_of_the_same_version_cancels(signed_in: TestClient) -> None:
    imported(signed_in, version(1))
    assert counts(imported(signed_in, version(1, method="CANCEL"))) == {"cancelled": 1}
    assert counts(imported(signed_in, version(1))) == {"skipped": 1}
    assert only_interview(signed_in)["status"] == "cancelled"


def test_an_older_cancellation_cancels_nothing(signed_in: TestClient) -> None:
    imported(signed_in, version(2))
    assert counts(imported(signed_in, version(1, method="CANCEL"))) == {"skipped": 1}
    assert only_interview(signed_in)["status"] == "scheduled"


def test_a_cancellation_twice_changes_nothing(signed_in: TestClient) -> None:
    imported(signed_in, version(0))
    imported(signed_in, version(1, method="CANCEL"))
    before = only_interview(signed_in)
    assert counts(imported(signed_in, version(1, method="CANCEL"))) == {"skipped": 1}
    assert only_interview(signed_in) == before


def test_a_cancellation_of_something_unknown_makes_nothing(signed_in: TestClient) -> None:
    report = imported(signed_in, "google-cancel")
    assert counts(report) == {"skipped": 1}
    assert "not known here" in report["problems"][0]["detail"]
    assert items(signed_in, APPLICATIONS) == []


def test_who_is_invited_again_is_invited(signed_in: TestClient) -> None:
    imported(signed_in, version(0))
    imported(signed_in, version(1, method="CANCEL"))
    assert counts(imported(signed_in, version(2))) == {"updated": 1}
    assert only_interview(signed_in)["status"] == "scheduled"


def test_between_two_cancellations_nobody_is_invited_again(signed_in: TestClient) -> None:
    for raw in (version(0), version(1, method="CANCEL"), version(3, method="CANCEL")):
        imported(signed_in, raw)
    assert counts(imported(signed_in, version(2))) == {"skipped": 1}
    assert only_interview(signed_in)["status"] == "cancelled"


def test_an_interview_marked_as_held_is_not_cancelled_afterwards(signed_in: TestClient) -> None:
    imported(signed_in, version(0))
    change(signed_in, only_interview(signed_in), status="completed")
    report = imported(signed_in, version(1, method="CANCEL"))
    assert counts(report) == {"skipped": 1}
    assert "marked as held" in report["problems"][0]["detail"]
    assert only_interview(signed_in)["status"] == "completed"


def test_an_interview_marked_as_held_stays_so_when_only_words_change(signed_in: TestClient) -> None:
    imported(signed_in, version(0))
    change(signed_in, only_interview(signed_in), status="completed")
    assert counts(imported(signed_in, version(1, "20300101T000000Z", "LOCATION:Room 4"))) == {"updated": 1}
    interview = only_interview(signed_in)
    assert (interview["status"], interview["location"]) == ("completed", "Room 4")


def test_one_instance_is_cancelled_alone(signed_in: TestClient) -> None:
    imported(signed_in, "google-series")
    gone = version(2, "20300101T000000Z", "RECURRENCE-ID:20300909T080000Z", method="CANCEL")
    imported(signed_in, gone.replace(b"one@example.com", b"weekly-talks@google.com"))
    assert [one["status"] for one in items(signed_in, INTERVIEWS)] == ["scheduled", "cancelled"]


def test_a_cancelled_series_takes_its_instances_along(signed_in: TestClient) -> None:
    imported(signed_in, "google-series")
    gone = version(2, method="CANCEL").replace(b"one@example.com", b"weekly-talks@google.com")
    assert counts(imported(signed_in, gone)) == {"cancelled": 1}
    assert [one["status"] for one in items(signed_in, INTERVIEWS)] == ["cancelled", "cancelled"]


def test_versions_in_one_file_are_taken_in_turn(signed_in: TestClient) -> None:
    report = imported(signed_in, version(0) + version(1, "20300101T000000Z", *LATER))
    assert [event["outcome"] for event in report["events"]] == ["created", "updated"]
    assert only_interview(signed_in)["starts_at"] == "2030-04-02T12:00:00Z"


def test_a_known_invitation_stays_where_it_is_filed(signed_in: TestClient) -> None:
    imported(signed_in, version(0))
    other = an_application(signed_in, company="Quillon", role="Analyst")
    report = imported(signed_in, version(1, "20300101T000000Z", *LATER), application_id=other["id"])
    assert counts(report) == {"updated": 1}
    assert "another application" in report["problems"][-1]["detail"]
    assert only_interview(signed_in)["application_id"] != other["id"]


def test_a_later_version_replaces_who_leads_the_interview(signed_in: TestClient) -> None:
    dana, omar, pia = (f"ATTENDEE;CN={name}:mailto:{name}@acme.example" for name in ("dana", "omar", "pia"))
    imported(signed_in, version(0, "20300101T000000Z", dana, omar))
    imported(signed_in, version(1, "20300101T000000Z", dana, pia))
    interview = only_interview(signed_in)
    contacts = items(signed_in, f"{APPLICATIONS}/{interview['application_id']}/contacts")
    assert [one["name"] for one in contacts] == ["dana", "omar", "pia"]
    assert interview["interviewer_ids"] == [contacts[0]["id"], contacts[2]["id"]]


def test_a_later_version_leaves_those_whom_the_candidate_named(signed_in: TestClient) -> None:
    dana = "ATTENDEE;CN=dana:mailto:dana@acme.example"
    imported(signed_in, version(0, "20300101T000000Z", dana))
    interview = only_interview(signed_in)
    named = a_contact(signed_in, {"id": interview["application_id"]}, name="The tall one")
    change(signed_in, interview, interviewer_ids=[*interview["interviewer_ids"], named["id"]])
    imported(signed_in, version(1, "20300101T000000Z", dana, *LATER))
    assert named["id"] in only_interview(signed_in)["interviewer_ids"]


def test_a_later_version_that_names_nobody_leaves_all(signed_in: TestClient) -> None:
    imported(signed_in, version(0, "20300101T000000Z", "ATTENDEE:mailto:dana@acme.example"))
    before = only_interview(signed_in)["interviewer_ids"]
    imported(signed_in, version(1, "20300101T000000Z", *LATER))
    assert only_interview(signed_in)["interviewer_ids"] == before


def test_an_interview_made_by_hand_under_its_uid_follows_the_event(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    body = {"application_id": application["id"], "external_id": "one@example.com"}
    times = {"starts_at": "2030-03-01T10:00:00Z", "ends_at": "2030-03-01T11:00:00Z"}
    assert signed_in.post(INTERVIEWS, json=body | times).status_code == 201
    assert counts(imported(signed_in, version(0))) == {"updated": 1}
    assert only_interview(signed_in)["starts_at"] == "2030-04-01T10:00:00Z"


def test_an_event_without_a_stamp_follows_its_sequence(signed_in: TestClient) -> None:
    def unstamped(sequence: int, *lines: str) -> bytes:
        return calendar(*lines, f"SEQUENCE:{sequence}").replace(b"DTSTAMP:20300101T000000Z\r\n", b"")

    imported(signed_in, unstamped(0, "DTSTART:20300401T100000Z"))
    assert counts(imported(signed_in, unstamped(0, *LATER))) == {"skipped": 1}
    assert counts(imported(signed_in, unstamped(1, *LATER))) == {"updated": 1}
