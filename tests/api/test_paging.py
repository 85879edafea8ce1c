"""Lists come in pages, and a cursor leads only where it came from."""

import re

import pytest
from starlette.testclient import TestClient

KEYS = "/api/v1/api-keys"


@pytest.fixture
def with_five(signed_in: TestClient) -> TestClient:
    """A user with five API keys."""
    for number in range(5):
        signed_in.post(KEYS, json={"name": f"key {number}", "scopes": ["read"]})
    return signed_in


def test_the_pages_hold_everything_once_and_in_order(with_five: TestClient) -> None:
    names, address = [], f"{KEYS}?limit=2"
    while address:
        page = with_five.get(address)
        names += [item["name"] for item in page.json()["items"]]
        cursor = page.json()["next_cursor"]
        address = f"{KEYS}?limit=2&cursor={cursor}" if cursor else ""
    assert names == [f"key {number}" for number in range(5)]


def test_a_link_leads_to_the_next_page_and_the_last_has_none(with_five: TestClient) -> None:
    first = with_five.get(f"{KEYS}?limit=3")
    link = re.fullmatch('<(.*)>; rel="next"', first.headers["link"])
    assert link is not None
    second = with_five.get(link[1])
    assert [item["name"] for item in second.json()["items"]] == ["key 3", "key 4"]
    assert (second.json()["next_cursor"], second.headers.get("link")) == (None, None)


def test_a_full_last_page_has_no_next(with_five: TestClient) -> None:
    assert with_five.get(f"{KEYS}?limit=5").json()["next_cursor"] is None


def test_a_cursor_of_other_filters_is_a_422(with_five: TestClient) -> None:
    cursor = with_five.get(f"{KEYS}?limit=2").json()["next_cursor"]
    assert with_five.get(f"{KEYS}?limit=3&cursor={cursor}").status_code == 200
    assert with_five.get(f"{KEYS}?limit=2&status=active&cursor={cursor}").status_code == 422


@pytest.mark.parametrize("cursor", ["x", "", "%00", "%C3%A9", "A" * 64, "A" * 2_001, "====", "W10"])
def test_a_cursor_that_nobody_made_is_a_422(with_five: TestClient, cursor: str) -> None:
    answer = with_five.get(f"{KEYS}?cursor={cursor}")
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/cursor"]


@pytest.mark.parametrize("limit", ["0", "201", "-1", "x", "1.5", ""])
def test_a_limit_is_from_1_to_200(signed_in: TestClient, limit: str) -> None:
    answer = signed_in.get(f"{KEYS}?limit={limit}")
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/limit"]
