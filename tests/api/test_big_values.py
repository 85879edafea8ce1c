"""The largest and the oddest values that are allowed come back as they were, from both databases."""

import pytest
from starlette.testclient import TestClient

from tests.api.resources import a_contact, a_touch, an_application, an_interview

LONGEST_NAME = "\U0001f642" * 200
LONGEST_TEXT = "ß\n\t\"\\'%_;--" * 1_666
EARLIEST, LATEST = "1970-01-01T00:00:00Z", "2200-12-31T23:59:59.999999Z"


def test_the_longest_names_and_texts(signed_in: TestClient) -> None:
    said = dict.fromkeys(("company", "role", "source", "external_id"), LONGEST_NAME) | {"notes": LONGEST_TEXT}
    application = an_application(signed_in, **said)
    assert said.items() <= signed_in.get(f"/api/v1/applications/{application['id']}").json().items()


def test_the_longest_lists(signed_in: TestClient) -> None:
    said = {"discussion_points": [f"{n} {LONGEST_TEXT[:2_000]}" for n in range(100)], "sequence": 2**53 - 1}
    interview = an_interview(signed_in, an_application(signed_in), **said)
    assert said.items() <= signed_in.get(f"/api/v1/interviews/{interview['id']}").json().items()


def test_the_first_and_the_last_instant(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    said = {"starts_at": EARLIEST, "ends_at": LATEST, "reply_expected_by": "2200-12-31"}
    interview = an_interview(signed_in, application, **said)
    assert said.items() <= signed_in.get(f"/api/v1/interviews/{interview['id']}").json().items()
    assert a_touch(signed_in, application, occurred_at=EARLIEST)["occurred_at"] == EARLIEST


@pytest.mark.parametrize(
    "name", ["Łukasz Żółć", "李小龍", "محمد", "O'Brien; DROP TABLE contacts--", "😀‍👩", "%", "_", "null"]
)
def test_any_persons_name(signed_in: TestClient, name: str) -> None:
    assert a_contact(signed_in, an_application(signed_in), name=name)["name"] == name


def test_a_fraction_of_a_second(signed_in: TestClient) -> None:
    touch = a_touch(signed_in, an_application(signed_in), occurred_at="2026-11-20T15:00:00.123456789+05:45")
    assert touch["occurred_at"] == "2026-11-20T09:15:00.123456Z"
