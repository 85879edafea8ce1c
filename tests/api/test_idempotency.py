"""A creation that is repeated with the same key is carried out once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from httpx2 import Response
from sqlmodel import select
from starlette.testclient import TestClient

from afterview.services import api_keys
from afterview.store.engine import open_database
from afterview.store.tables import IdempotencyRecord
from tests.conftest import MovableClock, SignUp

KEYS = "/api/v1/api-keys"
NEW = {"name": "calendar", "scopes": ["read"]}


def make(client: TestClient, key: str, **changes: object) -> Response:
    """Make an API key under an idempotency key."""
    return client.post(KEYS, json=NEW | changes, headers={"Idempotency-Key": key})


def how_many(client: TestClient) -> int:
    """How many API keys there are."""
    return len(client.get(KEYS).json()["items"])


def test_the_same_request_gives_the_first_answer_again(signed_in: TestClient) -> None:
    first, second = make(signed_in, "a"), make(signed_in, "a")
    assert (second.status_code, second.content) == (201, first.content)
    for name in ("etag", "location", "content-type"):
        assert second.headers[name] == first.headers[name]
    assert "idempotent-replayed" not in first.headers
    assert second.headers["idempotent-replayed"] == "true"
    assert how_many(signed_in) == 1


def test_the_order_of_names_in_the_body_does_not_matter(signed_in: TestClient) -> None:
    first = make(signed_in, "a")
    second = signed_in.post(KEYS, json=dict(reversed(NEW.items())), headers={"Idempotency-Key": "a"})
    assert second.content == first.content


def test_another_body_under_the_same_key_is_a_422(signed_in: TestClient) -> None:
    make(signed_in, "a")
    answer = make(signed_in, "a", name="other")
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/Idempotency-Key"]
    assert how_many(signed_in) == 1


def test_another_key_creates_another(signed_in: TestClient) -> None:
    make(signed_in, "a")
    make(signed_in, "b")
    assert how_many(signed_in) == 2


def test_a_key_belongs_to_one_user(sign_up: SignUp) -> None:
    kim, lee = sign_up("kim@example.com"), sign_up("lee@example.com")
    assert make(kim, "a").json()["id"] != make(lee, "a").json()["id"]


def test_a_key_is_forgotten_after_a_day(sign_up: SignUp, clock: MovableClock) -> None:
    kim = sign_up("kim@example.com")
    access = make(kim, "setup", scopes=["read", "write"]).json()["secret"]
    kim.headers["Authorization"] = f"Bearer {access}"
    first = make(kim, "a")
    clock.advance(hours=24)
    assert make(kim, "a").content == first.content
    clock.advance(seconds=1)
    assert make(kim, "a").json()["id"] != first.json()["id"]


def test_a_refused_request_leaves_its_key_free(signed_in: TestClient) -> None:
    assert make(signed_in, "a", expires_at="2020-01-01T00:00:00Z").status_code == 422
    assert make(signed_in, "a").status_code == 201


@pytest.mark.parametrize("key", ["", "x" * 256, "né"])
def test_a_key_is_visible_ascii(signed_in: TestClient, key: str) -> None:
    answer = signed_in.post(KEYS, json=NEW, headers={b"Idempotency-Key": key.encode("latin-1")})
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/Idempotency-Key"]


def test_many_at_once_never_create_two(signed_in: TestClient) -> None:
    with ThreadPoolExecutor(6) as several:
        answers = list(several.map(lambda _: make(signed_in, "a"), range(6)))
    assert {answer.status_code for answer in answers} <= {201, 409}
    assert len({answer.content for answer in answers if answer.status_code == 201}) == 1
    assert how_many(signed_in) == 1


def test_a_crash_between_leaves_neither_the_creation_nor_the_key(
    signed_in: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr(IdempotencyRecord, "__init__", break_down)
        assert make(signed_in, "a").status_code == 500
    assert how_many(signed_in) == 0
    assert make(signed_in, "a").status_code == 201


def test_a_kept_answer_cannot_be_read_in_the_database(signed_in: TestClient, database_url: str) -> None:
    secret = make(signed_in, "a").json()["secret"]
    database = open_database(database_url)
    with database.reading() as session:
        (record,) = session.exec(select(IdempotencyRecord)).all()
    database.engine.dispose()
    assert api_keys.PREFIX in secret
    assert secret.encode() not in record.body
