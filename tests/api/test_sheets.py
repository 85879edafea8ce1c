"""Applications and interviews as tables for spreadsheet programs."""

import csv
from io import StringIO

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from tests.api.resources import APPLICATIONS, INTERVIEWS, V1, a_contact, an_application, an_interview, codes, items
from tests.conftest import SignUp


def sheet(client: TestClient, address: str, **query: str) -> Response:
    """A list as a table."""
    answer = client.get(address, params=query, headers={"Accept": "text/csv"})
    assert answer.status_code == 200, answer.text
    return answer


def rows(answer: Response, delimiter: str = ",") -> list[dict[str, str]]:
    """The cells as a spreadsheet program shows them."""
    return list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_applications_open_in_a_spreadsheet_program(signed_in: TestClient) -> None:
    an_application(signed_in, company="Grüße, Söhne", source="a friend", notes="one\ntwo", candidate={"name": "Lee"})
    answer = sheet(signed_in, APPLICATIONS)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="applications.csv"'
    assert "Accept" in answer.headers["vary"]
    assert answer.content.startswith(b"\xef\xbb\xbfCompany,Role,Status,")
    assert answer.content.endswith(b"\r\n")
    [row] = rows(answer)
    assert {name: cell for name, cell in row.items() if cell} == {
        "Company": "Grüße, Söhne",
        "Role": "Data engineer",
        "Status": "active",
        "Timezone": "America/New_York",
        "Candidate": "Lee",
        "Source": "a friend",
        "Added at": "2026-11-23 10:00",
        "Notes": "one\ntwo",
    }


def test_interviews_show_the_clock_of_their_place_and_who_was_there(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    dana = a_contact(signed_in, application, email="dana@acme.example")
    sam = a_contact(signed_in, application, name="Sam Lee")
    said = {"round": "second", "format": "video", "reply_expected_by": "2026-12-01", "concerns": ["one", "two"]}
    an_interview(signed_in, application, interviewer_ids=[sam["id"], dana["id"]], **said)
    [row] = rows(sheet(signed_in, INTERVIEWS))
    assert {name: cell for name, cell in row.items() if cell} == {
        "Company": "Acme",
        "Role": "Data engineer",
        "Status": "scheduled",
        "Round": "second",
        "Format": "video",
        "Starts at": "2026-11-20 15:00",
        "Ends at": "2026-11-20 16:00",
        "Timezone": "America/New_York",
        "Interviewers": "Sam Lee; Dana Reyes <dana@acme.example>",
        "Reply expected by": "2026-12-01",
        "Concerns": "one; two",
    }


@pytest.mark.parametrize("formula", ["=HYPERLINK(1)", "+49", "-1", "@here", "=cmd|' /C calc'!A0"])
def test_nothing_in_a_table_is_carried_out(signed_in: TestClient, formula: str) -> None:
    application = an_application(signed_in, company=formula, role=formula, source=formula, notes=formula)
    an_interview(signed_in, application, round=formula, location=formula, concerns=[formula])
    for address in (APPLICATIONS, INTERVIEWS):
        cells = [cell for row in rows(sheet(signed_in, address)) for cell in row.values()]
        assert f"'{formula}" in cells
        assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def test_semicolons_are_for_those_whose_decimal_sign_is_a_comma(signed_in: TestClient) -> None:
    an_application(signed_in, company="A; B")
    assert rows(sheet(signed_in, APPLICATIONS, delimiter="semicolon"), ";")[0]["Company"] == "A; B"
    assert codes(signed_in.get(APPLICATIONS, params={"delimiter": "x"})) == {"/delimiter": "not_a_choice"}


def test_a_table_holds_everything_that_the_filters_let_through(signed_in: TestClient) -> None:
    for n in range(3):
        an_application(signed_in, company=f"Company {n}", status="active" if n else "closed")
    assert len(rows(sheet(signed_in, APPLICATIONS, limit="1"))) == 3
    assert [row["Company"] for row in rows(sheet(signed_in, APPLICATIONS, status="closed"))] == ["Company 0"]
    assert rows(sheet(signed_in, INTERVIEWS, status="completed")) == []


def test_whoever_takes_json_too_gets_json(signed_in: TestClient) -> None:
    for accept in ("application/json, text/csv;q=0.5", "*/*", "text/html"):
        answer = signed_in.get(APPLICATIONS, headers={"Accept": accept})
        assert answer.json()["items"] == []
        assert "Accept" in answer.headers["vary"]


def test_everybody_gets_their_own(sign_up: SignUp) -> None:
    kim, lee = sign_up("kim@example.com"), sign_up("lee@example.com")
    an_interview(kim, an_application(kim))
    assert rows(sheet(lee, APPLICATIONS)) == rows(sheet(lee, INTERVIEWS)) == []


@pytest.mark.parametrize("delimiter", ["comma", "semicolon"])
def test_what_was_written_can_be_imported_elsewhere(sign_up: SignUp, delimiter: str) -> None:
    kim, lee = sign_up("kim@example.com"), sign_up("lee@example.com")
    application = an_application(kim, company="=Odd; Co", notes='-one,\n"two"', status="rejected", source="a friend")
    dana = a_contact(kim, application, email="dana@acme.example")
    an_interview(kim, application, interviewer_ids=[dana["id"]], format="onsite", location="Berlin", round="second")
    for address in (APPLICATIONS, INTERVIEWS):
        table = sheet(kim, address, delimiter=delimiter).content
        answer = lee.post(f"{V1}/imports/csv", content=table, headers={"Content-Type": "text/csv"})
        assert answer.status_code == 200, answer.text
    kept = [
        [{name: one[name] for name in names} for one in items(client, address)]
        for client in (kim, lee)
        for address, names in (
            (APPLICATIONS, ("company", "role", "status", "status_changed_at", "source", "notes")),
            (INTERVIEWS, ("starts_at", "ends_at", "timezone", "status", "round", "format", "location")),
        )
    ]
    assert kept[:2] == kept[2:]
