"""API keys: made, used, listed, ended."""

import pytest
from httpx2 import Response
from sqlmodel import select
from starlette.testclient import TestClient

from afterview.store.engine import open_database
from afterview.store.tables import ApiKey
from tests.conftest import MovableClock, SignUp

KEYS = "/api/v1/api-keys"


def make(client: TestClient, **changes: object) -> Response:
    """Make a key that may read."""
    return client.post(KEYS, json={"name": "calendar", "scopes": ["read"]} | changes)


def bearer(key: Response) -> dict[str, str]:
    """The header that a key goes in."""
    return {"Authorization": f"Bearer {key.json()['secret']}"}


def test_a_key_shows_its_secret_once(signed_in: TestClient) -> None:
    key = make(signed_in)
    assert key.status_code == 201
    assert key.json()["secret"].startswith("avk_")
    assert key.json()["secret"].startswith(key.json()["prefix"])
    assert key.json()["secret"] not in signed_in.get(KEYS).text


def test_the_secret_is_not_in_the_database(signed_in: TestClient, database_url: str) -> None:
    secret = make(signed_in).json()["secret"]
    database = open_database(database_url)
    with database.reading() as session:
        assert secret not in repr(session.exec(select(ApiKey)).all())
    database.engine.dispose()


def test_a_key_speaks_for_its_user(signed_in: TestClient, client: TestClient) -> None:
    key = make(signed_in)
    assert client.get("/api/v1/me", headers=bearer(key)).json()["email"] == "kim@example.com"


def test_a_read_key_may_not_store(signed_in: TestClient, client: TestClient) -> None:
    key = make(signed_in)
    assert client.patch("/api/v1/me", json={"name": "X"}, headers=bearer(key)).status_code == 403
    assert client.delete("/api/v1/me", headers=bearer(key)).status_code == 403


def test_a_write_key_may_store(signed_in: TestClient, client: TestClient) -> None:
    key = make(signed_in, scopes=["write", "read"])
    assert key.json()["scopes"] == ["read", "write"]
    assert client.patch("/api/v1/me", json={"name": "X"}, headers=bearer(key)).status_code == 200


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Bearer avk_unknown", "Bearer a.b.c", "Basic a2ltOg=="])
def test_whoever_proves_nothing_is_a_401(client: TestClient, header: str) -> None:
    answer = client.get("/api/v1/me", headers={"Authorization": header})
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")


def test_a_key_ends_when_it_says(signed_in: TestClient, client: TestClient, clock: MovableClock) -> None:
    key = make(signed_in, expires_at="2026-11-24T15:00:00Z")
    assert client.get("/api/v1/me", headers=bearer(key)).status_code == 200
    clock.advance(days=1)
    assert client.get("/api/v1/me", headers=bearer(key)).status_code == 401


def test_a_deleted_key_ends_at_once(signed_in: TestClient, client: TestClient) -> None:
    key = make(signed_in)
    assert signed_in.delete(f"{KEYS}/{key.json()['id']}", headers={"If-Match": key.headers["etag"]}).status_code == 204
    assert client.get("/api/v1/me", headers=bearer(key)).status_code == 401
    assert signed_in.delete(f"{KEYS}/{key.json()['id']}").status_code == 404


def test_somebody_elses_key_is_not_found(sign_up: SignUp) -> None:
    kim, lee = sign_up("kim@example.com"), sign_up("lee@example.com")
    key = make(kim)
    assert lee.delete(f"{KEYS}/{key.json()['id']}").status_code == 404
    assert lee.get(KEYS).json()["items"] == []


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"name": ""}, "/name"),
        ({"scopes": []}, "/scopes"),
        ({"scopes": ["write"]}, "/scopes"),
        ({"scopes": ["admin"]}, "/scopes/0"),
        ({"expires_at": "2026-11-23T14:59:59Z"}, "/expires_at"),
        ({"expires_at": "2026-11-25T10:00:00"}, "/expires_at"),
        ({"secret": "avk_mine"}, "/secret"),
    ],
)
def test_a_bad_key_is_pointed_at(signed_in: TestClient, changes: dict[str, object], pointer: str) -> None:
    answer = make(signed_in, **changes)
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


def test_keys_of_an_erased_account_are_worthless(signed_in: TestClient, client: TestClient) -> None:
    key = make(signed_in)
    signed_in.delete("/api/v1/me")
    assert client.get("/api/v1/me", headers=bearer(key)).status_code == 401
