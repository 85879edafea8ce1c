"""Whoever knocks too often has to wait."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from afterview.main import create_app
from afterview.settings import Settings
from tests.conftest import CHEAP


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """No test here is about storing."""
    return sqlite_url


@pytest.fixture
def guarded(settings: Settings) -> Iterator[TestClient]:
    """An installation that counts."""
    with TestClient(create_app(settings.model_copy(update={"rate_limits": True}), password_cost=CHEAP)) as client:
        yield client


def sign_in(client: TestClient, username: str) -> int:
    """Try to sign in, and give the status."""
    answer = client.post("/api/v1/auth/token", data={"username": username, "password": "wrong"})
    return int(answer.status_code)


def test_the_eleventh_attempt_at_an_account_waits(guarded: TestClient) -> None:
    assert {sign_in(guarded, "kim@example.com") for _ in range(10)} == {401}
    answer = guarded.post("/api/v1/auth/token", data={"username": " KIM@example.com", "password": "wrong"})
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["retry-after"]) <= 300


def test_other_accounts_may_still_be_tried(guarded: TestClient) -> None:
    for _ in range(11):
        sign_in(guarded, "kim@example.com")
    assert sign_in(guarded, "lee@example.com") == 401


def test_one_address_has_a_limit_over_all_accounts(guarded: TestClient) -> None:
    statuses = [
        guarded.post("/api/v1/auth/refresh", json={"refresh_token": f"{number}"}).status_code for number in range(121)
    ]
    assert statuses[-2:] == [401, 429]


def test_nobody_counts_when_it_is_switched_off(client: TestClient) -> None:
    assert {sign_in(client, "kim@example.com") for _ in range(12)} == {401}
