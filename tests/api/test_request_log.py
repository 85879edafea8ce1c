"""Request ids, and one log line per request that tells nothing private."""

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from structlog.testing import capture_logs
from structlog.typing import EventDict

from tests.conftest import PASSWORD


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """No test here is about storing."""
    return sqlite_url


@pytest.fixture
def logged() -> Iterator[list[EventDict]]:
    """What is logged during a test."""
    with capture_logs() as lines:
        yield lines


def test_an_answer_carries_a_request_id(client: TestClient) -> None:
    first, second = (client.get("/healthz").headers["x-request-id"] for _ in range(2))
    assert re.fullmatch(r"[0-9a-f-]{36}", first)
    assert first != second


def test_a_callers_own_request_id_is_kept(client: TestClient) -> None:
    assert client.get("/healthz", headers={"X-Request-ID": "call-7.a_B"}).headers["x-request-id"] == "call-7.a_B"


@pytest.mark.parametrize("offered", ["", "a b", "x" * 129, 'a"b', "a;b"])
def test_a_strange_request_id_is_replaced(client: TestClient, offered: str) -> None:
    answer = client.get("/healthz", headers={"X-Request-ID": offered})
    assert re.fullmatch(r"[0-9a-f-]{36}", answer.headers["x-request-id"])


def test_a_request_is_logged_by_its_route_and_not_by_its_path(signed_in: TestClient, logged: list[EventDict]) -> None:
    signed_in.delete("/api/v1/api-keys/019aa000-0000-7000-8000-000000000001")
    (line,) = logged
    assert (line["method"], line["route"], line["status"]) == ("DELETE", "/api/v1/api-keys/{key_id}", 404)
    assert line["ms"] >= 0


def test_nothing_private_is_logged(client: TestClient, logged: list[EventDict]) -> None:
    person = {"email": "kim@example.com", "password": PASSWORD, "name": "Kim Okafor", "timezone": "UTC"}
    client.post("/api/v1/auth/register", json=person)
    client.post("/api/v1/auth/register", json=person)
    pair = client.post("/api/v1/auth/token", data={"username": "kim@example.com", "password": PASSWORD}).json()
    client.get("/api/v1/me?q=kim", headers={"Authorization": f"Bearer {pair['access_token']}"})
    written = repr(logged)
    assert len(logged) == 4
    for private in ("kim", PASSWORD, pair["access_token"], pair["refresh_token"]):
        assert private not in written


def test_a_failure_is_logged_by_class_and_place_without_its_message(
    client: TestClient, logged: list[EventDict], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("kim@example.com")

    monkeypatch.setattr("afterview.services.sign_in.refresh", fail)
    client.post("/api/v1/auth/refresh", json={"refresh_token": "x"})
    failure, answered = logged
    assert (failure["error"], answered["status"]) == ("RuntimeError", 500)
    assert failure["at"][-1].endswith(" fail")
    assert "kim" not in repr(logged)
