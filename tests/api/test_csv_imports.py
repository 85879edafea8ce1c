"""Tables from trackers, filed."""

import json

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from tests.api.resources import APPLICATIONS, INTERVIEWS, V1, Resource, an_application, an_interview, codes, items
from tests.conftest import SignUp

IMPORT = f"{V1}/imports/csv"
TRACKER = """\
Company,Position,Stage,Interview Date,Interviewer,Comments
Acme,Data engineer,Interviewing,2026-11-20 15:00,Dana Reyes <dana@acme.example>; Sam Lee,Met at a fair
Brightwater,Analyst,Rejected,,,
Acme,Data engineer,Interviewing,2026-11-25 10:00,Sam Lee,
"""
GERMAN = """\
Unternehmen;Stelle;Status;Gesprächstermin;Ende;Zeitzone;Ansprechpartner:in;Rückmeldung bis;Notizen
Bäckerei Süß;Köchin;Eingeladen;20.11.2026 14:00;15:30;Europe/Berlin;"Jörg Weiß <jw@suess.de>";1.12.2026;"Viel; neu"
"""


def send(client: TestClient, table: str | bytes, **query: str) -> Response:
    """Import a table."""
    raw = table if isinstance(table, bytes) else table.encode()
    return client.post(IMPORT, content=raw, params=query, headers={"Content-Type": "text/csv"})


def imported(client: TestClient, table: str | bytes, **query: str) -> Resource:
    """What became of a table."""
    answer = send(client, table, **query)
    assert answer.status_code == 200, answer.text
    found: Resource = answer.json()
    return found


def details(answer: Response) -> list[str]:
    """What a 422 says, in sentences."""
    return [error["detail"] for error in answer.json()["errors"]]


def contacts_of(client: TestClient, company: str) -> list[tuple[str, str | None]]:
    """Who is known at a company."""
    [application] = [one for one in items(client, APPLICATIONS) if one["company"] == company]
    return [(one["name"], one["email"]) for one in items(client, f"{APPLICATIONS}/{application['id']}/contacts")]


def test_a_trackers_table_becomes_applications_with_their_interviews(signed_in: TestClient) -> None:
    result = imported(signed_in, TRACKER)
    assert (result["created"], result["updated"], result["skipped"]) == (3, 0, 0)
    found = {one["company"]: one for one in items(signed_in, APPLICATIONS)}
    assert {name: (one["role"], one["status"], one["notes"]) for name, one in found.items()} == {
        "Acme": ("Data engineer", "active", "Met at a fair"),
        "Brightwater": ("Analyst", "rejected", None),
    }
    talks = items(signed_in, INTERVIEWS)
    assert [(one["starts_at"], one["ends_at"], one["timezone"]) for one in talks] == [
        ("2026-11-20T20:00:00Z", "2026-11-20T21:00:00Z", "America/New_York"),
        ("2026-11-25T15:00:00Z", "2026-11-25T16:00:00Z", "America/New_York"),
    ]
    assert {one["application_id"] for one in talks} == {found["Acme"]["id"]}
    assert contacts_of(signed_in, "Acme") == [("Dana Reyes", "dana@acme.example"), ("Sam Lee", None)]


def test_the_advice_follows_at_once(signed_in: TestClient) -> None:
    imported(signed_in, TRACKER.replace("2026-11-20 15:00", "2026-11-22 15:00"))
    [due] = signed_in.get(f"{V1}/agenda").json()["items"]
    assert due["recommendation"]["action"]["headline"] == "Send Dana Reyes a thank-you email"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_a_german_table_is_understood(signed_in: TestClient, encoding: str) -> None:
    imported(signed_in, GERMAN.encode(encoding))
    [application], [talk] = items(signed_in, APPLICATIONS), items(signed_in, INTERVIEWS)
    assert (application["company"], application["role"]) == ("Bäckerei Süß", "Köchin")
    assert application["notes"] == "Viel; neu"
    assert (talk["starts_at"], talk["ends_at"]) == ("2026-11-20T13:00:00Z", "2026-11-20T14:30:00Z")
    assert (talk["timezone"], talk["reply_expected_by"]) == ("Europe/Berlin", "2026-12-01")
    assert contacts_of(signed_in, "Bäckerei Süß") == [("Jörg Weiß", "jw@suess.de")]


def test_the_same_table_twice_changes_nothing(signed_in: TestClient) -> None:
    imported(signed_in, TRACKER)
    before = [items(signed_in, address) for address in (APPLICATIONS, INTERVIEWS)]
    result = imported(signed_in, TRACKER)
    assert (result["created"], result["updated"], result["skipped"]) == (0, 0, 3)
    assert [items(signed_in, address) for address in (APPLICATIONS, INTERVIEWS)] == before


def test_what_is_known_already_is_found_completed_and_ended(signed_in: TestClient) -> None:
    application = an_application(signed_in, company="ACME", role="data  Engineer")
    interview = an_interview(signed_in, application, notes="mine")
    result = imported(signed_in, TRACKER.replace("Interviewing", "Rejected"))
    assert [(one["row"], one["outcome"]) for one in result["rows"]] == [(2, "updated"), (3, "created"), (4, "created")]
    assert result["rows"][0]["interview_id"] == interview["id"]
    after = signed_in.get(f"{APPLICATIONS}/{application['id']}").json()
    assert (after["company"], after["status"], after["notes"]) == ("ACME", "rejected", "Met at a fair")


def test_a_table_does_not_reopen_what_has_ended_nor_overwrite_what_was_written(signed_in: TestClient) -> None:
    application = an_application(signed_in, status="withdrawn", notes="mine")
    imported(signed_in, TRACKER)
    after = signed_in.get(f"{APPLICATIONS}/{application['id']}").json()
    assert (after["status"], after["notes"]) == ("withdrawn", "mine")


def test_an_old_rejection_is_not_answered_today(signed_in: TestClient) -> None:
    result = imported(signed_in, "Company,Role,Status\nAcme,Cook,Rejected\n")
    assert result["rows"][0]["remarks"] == ["The row does not say when this was decided, so it counts as long past."]
    assert signed_in.get(f"{V1}/agenda?until=2027-11-01T00:00:00Z").json()["items"] == []


def test_a_rejection_with_its_day_is_taken_at_its_word(signed_in: TestClient) -> None:
    imported(signed_in, "Company,Role,Status,Status since\nAcme,Cook,Rejected,2026-11-22\n")
    assert items(signed_in, APPLICATIONS)[0]["status_changed_at"] == "2026-11-22T05:00:00Z"


def test_what_was_assumed_is_said(signed_in: TestClient) -> None:
    table = "Company,Role,Interview date\nAcme,Cook,2026-11-25\nBeta,Cook,2026-11-25 10:00\n"
    one, two = imported(signed_in, table)["rows"]
    assert (one["starts_at"], one["ends_at"]) == ("2026-11-25T05:00:00Z", "2026-11-26T05:00:00Z")
    assert "lasts all day" in one["remarks"][0]
    assert "an hour is assumed" in two["remarks"][0]


def test_a_dry_run_tells_and_changes_nothing(signed_in: TestClient) -> None:
    result = imported(signed_in, TRACKER, dry_run="true")
    assert result["created"] == 3
    assert result["mapping"] == {
        "company": "Company",
        "role": "Position",
        "status": "Stage",
        "starts_at": "Interview Date",
        "interviewers": "Interviewer",
        "notes": "Comments",
    }
    assert result["rows"][0]["interviewers"][0] == {"name": "Dana Reyes", "email": "dana@acme.example"}
    assert {one["application_id"] for one in result["rows"]} == {None}
    assert items(signed_in, APPLICATIONS) == []


def test_a_dry_run_shows_the_good_rows_and_names_the_bad_ones(signed_in: TestClient) -> None:
    result = imported(signed_in, TRACKER.replace("Rejected", "Purple"), dry_run="true")
    assert [one["row"] for one in result["rows"]] == [2, 4]
    [error] = result["errors"]
    assert (error["pointer"], error["code"]) == ("/rows/3/status", "unreadable")
    assert error["detail"].startswith("Row 3, Stage: Write one of active, offered")


def test_the_mapping_says_what_the_headings_do_not(signed_in: TestClient) -> None:
    table = "Where,What,Status\nAcme,Cook,Purple\n"
    mapping = {"company": "Where", "role": "What", "status": None}
    imported(signed_in, table, mapping=json.dumps(mapping))
    [application] = items(signed_in, APPLICATIONS)
    assert (application["company"], application["role"], application["status"]) == ("Acme", "Cook", "active")


def test_columns_that_are_missing_are_asked_for_with_the_headings_there_are(signed_in: TestClient) -> None:
    answer = send(signed_in, "Where,What\nAcme,Cook\n")
    assert codes(answer) == {"/mapping/company": "required", "/mapping/role": "required"}
    assert 'say which it is, as ?mapping={"company": "heading"}. The headings are: Where, What.' in details(answer)[0]


def test_a_dry_run_tells_which_column_is_missing_so_that_it_can_be_chosen(signed_in: TestClient) -> None:
    result = imported(signed_in, "Where,What\nAcme,Cook\n", dry_run="true", mapping='{"role": "What"}')
    assert [error["pointer"] for error in result["errors"]] == ["/mapping/company"]
    assert (result["headings"], result["mapping"], result["rows"]) == (["Where", "What"], {"role": "What"}, [])


@pytest.mark.parametrize(
    ("mapping", "pointers"),
    [
        ('{"company": "Elsewhere"}', {"/mapping/company": "unknown_heading"}),
        ('{"colour": "Company"}', {"/mapping/colour/[key]": "not_a_choice"}),
        ('{"company": 5}', {"/mapping/company": "text_expected"}),
        ("[]", {"/mapping": "object_expected"}),
        ("{", {"/mapping": "no_mapping"}),
    ],
)
def test_a_bad_mapping_is_pointed_at(signed_in: TestClient, mapping: str, pointers: dict[str, str]) -> None:
    assert codes(send(signed_in, TRACKER, mapping=mapping)) == pointers


BAD = {
    "Acme,,,,,": ("/rows/2/role", "required"),
    ",Cook,,,,": ("/rows/2/company", "required"),
    "Acme,Cook,Purple,,,": ("/rows/2/status", "unreadable"),
    "Acme,Cook,,soon,,": ("/rows/2/starts_at", "unreadable"),
    "Acme,Cook,,3/4/2026,,": ("/rows/2/starts_at", "unreadable"),
    "Acme,Cook,,2026-11-23,Dana <dana at acme>,": ("/rows/2/interviewers", "email_format"),
    "Acme,Cook,,2500-01-01 10:00,,": ("/rows/2/starts_at", "year_out_of_range"),
    f"{'A' * 201},Cook,,,,": ("/rows/2/company", "too_long"),
}


@pytest.mark.parametrize("row", BAD)
def test_a_bad_row_is_named_by_its_number_and_nothing_is_kept(signed_in: TestClient, row: str) -> None:
    table = f"Company,Role,Status,Interview date,Interviewer,Notes\n{row}\nGood,Cook,,,,\n"
    answer = send(signed_in, table)
    pointer, code = BAD[row]
    assert codes(answer)[pointer] == code
    assert all(detail.startswith("Row 2") for detail in details(answer))
    assert items(signed_in, APPLICATIONS) == []


@pytest.mark.parametrize(
    ("columns", "row", "code"),
    [
        ("Start,End", "2026-11-23 10:00,09:00", {"/rows/2/ends_at": "ends_too_early"}),
        ("Start,Timezone", "2026-11-23 10:00,Mars/Base", {"/rows/2/timezone": "unknown_zone"}),
        ("Status,Status since", "Rejected,2027-01-01", {"/rows/2/status_changed_at": "in_the_future"}),
    ],
)
def test_cells_that_do_not_go_together_are_pointed_at(
    signed_in: TestClient, columns: str, row: str, code: dict[str, str]
) -> None:
    assert codes(send(signed_in, f"Company,Role,{columns}\nAcme,Cook,{row}\n")) == code


def test_what_is_no_table_is_refused(signed_in: TestClient) -> None:
    assert codes(send(signed_in, b"")) == {"": "empty"}
    assert codes(send(signed_in, b"PK\x03\x04")) == {"": "workbook"}
    assert signed_in.post(IMPORT, json={}).status_code == 415
    assert send(signed_in, b"x" * (10 * 1024 * 1024 + 1)).status_code == 413


def test_a_repeated_request_is_carried_out_once(signed_in: TestClient) -> None:
    headers = {"Content-Type": "text/csv", "Idempotency-Key": "1"}
    one, two = (signed_in.post(IMPORT, content=TRACKER.encode(), headers=headers) for _ in range(2))
    assert one.json() == two.json()
    assert two.headers["idempotent-replayed"] == "true"


def test_a_read_key_may_rehearse_and_not_import(signed_in: TestClient, client: TestClient) -> None:
    key = signed_in.post(f"{V1}/api-keys", json={"name": "k", "scopes": ["read"]}).json()["secret"]
    client.headers["Authorization"] = f"Bearer {key}"
    assert send(client, TRACKER).status_code == 403
    assert send(client, TRACKER, dry_run="true").status_code == 200


def test_somebody_elses_application_is_not_found(sign_up: SignUp) -> None:
    kim, lee = sign_up("kim@example.com"), sign_up("lee@example.com")
    imported(kim, TRACKER)
    assert imported(lee, TRACKER)["created"] == 3
    assert len(items(kim, APPLICATIONS)) == len(items(lee, APPLICATIONS)) == 2


def test_a_large_table_is_filed(signed_in: TestClient) -> None:
    rows = "".join(f"Company {n},Cook,2026-11-20 {n % 9 + 9}:00,Dana {n}\n" for n in range(1_000))
    assert imported(signed_in, f"Company,Role,Interview,Interviewer\n{rows}")["created"] == 1_000
