"""Every field of every resource against values that nobody means: kept, or pointed at, and never a crash."""

import json
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from afterview.api.schemas.applications import ApplicationNew
from afterview.api.schemas.contacts import ContactNew
from afterview.api.schemas.deferrals import DeferralNew
from afterview.api.schemas.fields import RequestModel
from afterview.api.schemas.interviews import InterviewNew
from afterview.api.schemas.touches import TouchNew
from tests.api.resources import APPLICATIONS, INTERVIEWS, Resource, an_application, interview_body

NEW: dict[str, tuple[type[RequestModel], Resource]] = {
    APPLICATIONS: (ApplicationNew, {"company": "Acme", "role": "Chef"}),
    f"{APPLICATIONS}/{{id}}/contacts": (ContactNew, {"name": "Dana"}),
    INTERVIEWS: (InterviewNew, interview_body(company="Acme", role="Chef")),
    f"{APPLICATIONS}/{{id}}/touches": (TouchNew, {"kind": "follow_up_call"}),
    f"{APPLICATIONS}/{{id}}/deferrals": (DeferralNew, {"kind": "answer"}),
}
"""What can be made where, and a body that is fine."""

FIELDS = [(address, field) for address, (model, _) in NEW.items() for field in model.model_fields]

ODD: dict[str, object] = {
    "true": True,
    "zero": 0,
    "a negative number": -1,
    "a fraction": 0.5,
    "a huge number": 10**40,
    "a number beyond 64 bits": 2**63,
    "no text": "",
    "blanks": " \t ",
    "a NUL": "a\x00b",
    "half a character": "\ud800",
    "a line break": "a\nb",
    "reversed writing": "\u202eevil",
    "a long text": "x" * 20_001,
    "a long word": "é" * 201,
    "an empty list": [],
    "a list of nulls": [None],
    "a list in a list": [[]],
    "a long list": ["x"] * 101,
    "a list with a NUL": ["\x00"],
    "an empty object": {},
    "an unheard-of field": {"colour": "red"},
    "the first year": "0001-01-01T00:00:00Z",
    "before the first year": "0001-01-01T00:00:00+14:00",
    "after the last year": "9999-12-31T23:59:59.999999-12:00",
    "the first day": "0001-01-01",
    "the last day": "9999-12-31",
    "a day that is not there": "2026-02-30",
    "a naive time": "2026-11-20T15:00:00",
    "an odd address": "a@b",
    "an odd zone": "../../etc/passwd",
    "an id in capitals": "01936B2E-0000-7000-8000-000000000000",
}

NEVER = {"a NUL", "half a character", "a huge number", "a list in a list", "a list with a NUL", "an unheard-of field"}
"""What no field takes."""

ALSO = {"starts_at": ("/ends_at",), "application_id": ("/company", "/role")}
"""What else may be wrong because of a field."""


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """The shapes are checked before any database is asked; test_big_values.py asks the other one."""
    return sqlite_url


def odd_bodies() -> Iterator[tuple[str, object]]:
    """Each odd value with its name, and null."""
    yield "null", None
    yield from ODD.items()


@pytest.mark.parametrize(("address", "field"), FIELDS, ids=lambda part: part.rpartition("/")[2])
def test_a_field_keeps_an_odd_value_or_points_at_it(address: str, field: str, signed_in: TestClient) -> None:
    address_of_list = address.format(id=an_application(signed_in)["id"])
    for name, value in odd_bodies():
        body = json.dumps(NEW[address][1] | {field: value})
        answer = signed_in.post(address_of_list, content=body, headers={"Content-Type": "application/json"})
        assert answer.status_code in {201, 422}, f"{name}: {answer.status_code}"
        if answer.status_code == 422:
            found = [error["pointer"] for error in answer.json()["errors"]]
            assert all(pointer.startswith((f"/{field}", *ALSO.get(field, ()))) for pointer in found), f"{name}: {found}"
            assert all(error["detail"].endswith((".", "!")) for error in answer.json()["errors"])
        else:
            assert name not in NEVER, f"{name} was kept"


@pytest.mark.parametrize("address", NEW)
@pytest.mark.parametrize("body", [None, [], "text", 17, True, [{}]])
def test_a_body_is_an_object(address: str, body: object, signed_in: TestClient) -> None:
    answer = signed_in.post(address.format(id=an_application(signed_in)["id"]), json=body)
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [""]
