"""Every error is a problem document, whoever raised it."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from starlette.testclient import TestClient

from afterview.api.problems import MEDIA_TYPE, ROWS
from afterview.errors import AfterviewError
from afterview.main import create_app
from afterview.settings import Settings
from tests.conftest import CHEAP

REGISTER = "/api/v1/auth/register"
JSON = {"Content-Type": "application/json"}


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """No test here is about storing."""
    return sqlite_url


def leaves(kind: type[AfterviewError]) -> Iterator[type[AfterviewError]]:
    """Every error that has no kinds below it."""
    below = kind.__subclasses__()
    if not below:
        yield kind
    for child in below:
        yield from leaves(child)


@pytest.mark.parametrize("error", list(leaves(AfterviewError)))
def test_every_leaf_of_the_error_tree_has_a_row(error: type[AfterviewError]) -> None:
    assert error in ROWS


def test_no_two_kinds_of_problem_share_a_type() -> None:
    slugs = [row.slug for row in ROWS.values()]
    assert len(slugs) == len(set(slugs))


def test_an_unknown_address_is_a_404_problem(client: TestClient) -> None:
    answer = client.get("/api/v1/nothing")
    assert (answer.status_code, answer.headers["content-type"]) == (404, MEDIA_TYPE)
    assert answer.json()["type"] == "urn:problem-type:afterview:not-found"
    assert answer.json()["instance"] == "/api/v1/nothing"


def test_a_wrong_method_is_told_every_right_one(client: TestClient) -> None:
    answer = client.put("/api/v1/me")
    assert (answer.status_code, answer.headers["content-type"]) == (405, MEDIA_TYPE)
    assert answer.headers["allow"] == "DELETE, GET, HEAD, PATCH"


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b'{"a": 1,}',
        b"[NaN]",
        b"[-Infinity]",
        b"\xff\xfe{}",
        b'{"name": "a", "name": "b"}',
        b"[" + b"1" * 5000 + b"]",
    ],
)
def test_what_is_no_json_is_a_400(client: TestClient, body: bytes) -> None:
    answer = client.post(REGISTER, content=body, headers=JSON)
    assert (answer.status_code, answer.headers["content-type"]) == (400, MEDIA_TYPE)


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        (b'{"name": "a\\u0000b"}', "/name", "forbidden_character"),
        (b'{"name": ["x", "\\ud800"]}', "/name/1", "forbidden_character"),
        (b'{"a/b": {"~": "\\u0000"}}', "/a~1b/~0", "forbidden_character"),
        (b"[" * 33 + b"]" * 33, "", "too_deep"),
        (b'{"a":' * 33 + b"1" + b"}" * 33, "", "too_deep"),
        (b"[" * 100_000 + b"]" * 100_000, "", "too_deep"),
    ],
)
def test_json_that_cannot_be_kept_is_a_422_that_points_at_it(
    client: TestClient, body: bytes, pointer: str, code: str
) -> None:
    answer = client.post(REGISTER, content=body, headers=JSON)
    assert answer.status_code == 422
    assert [(error["pointer"], error["code"]) for error in answer.json()["errors"]] == [(pointer, code)]


def test_json_may_be_nested_32_deep(client: TestClient) -> None:
    answer = client.post(REGISTER, content=b"[" * 32 + b"]" * 32, headers=JSON)
    assert [error["code"] for error in answer.json()["errors"]] == ["object_expected"]


def test_a_whole_emoji_in_escapes_is_no_half_character(client: TestClient) -> None:
    answer = client.post(REGISTER, content=b'{"name": "\\ud83d\\ude00"}', headers=JSON)
    assert "/name" not in [error["pointer"] for error in answer.json()["errors"]]


@pytest.mark.parametrize("headers", [{}, {"Content-Type": "text/plain"}, {**JSON, "Content-Encoding": "gzip"}])
def test_another_content_type_is_a_415_that_names_the_right_one(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.post(REGISTER, content=b"{}", headers=headers)
    assert (answer.status_code, answer.headers["content-type"]) == (415, MEDIA_TYPE)
    assert "Content-" in answer.json()["detail"]


def test_a_body_over_the_limit_is_a_413(client: TestClient) -> None:
    answer = client.post(REGISTER, content=b" " * (1024 * 1024 + 1), headers=JSON)
    assert (answer.status_code, answer.headers["content-type"]) == (413, MEDIA_TYPE)


def test_a_body_that_comes_in_pieces_is_counted_too(client: TestClient) -> None:
    answer = client.post(REGISTER, content=(b" " * 100_000 for _ in range(11)), headers=JSON)
    assert answer.status_code == 413


def test_a_body_of_just_the_limit_is_read(client: TestClient) -> None:
    body = b'{"name": "' + b"a" * (1024 * 1024 - 12) + b'"}'
    assert len(body) == 1024 * 1024
    assert client.post(REGISTER, content=body, headers=JSON).status_code == 422


def test_each_wrong_field_has_a_pointer_a_code_and_a_sentence(client: TestClient) -> None:
    answer = client.post(REGISTER, json={"email": "nobody", "password": "short", "timezone": "Mars", "age": 3})
    assert answer.status_code == 422
    assert {error["pointer"]: error["code"] for error in answer.json()["errors"]} == {
        "/email": "email_format",
        "/password": "too_short",
        "/name": "required",
        "/timezone": "unknown_zone",
        "/age": "unknown_field",
    }
    assert all(error["detail"].endswith(".") for error in answer.json()["errors"])


def test_an_answer_lists_at_most_fifty_errors(client: TestClient) -> None:
    answer = client.post(REGISTER, json={f"field{number}": 1 for number in range(500)})
    assert len(answer.json()["errors"]) == 50


def test_nothing_is_turned_from_text_into_a_number_in_silence(signed_in: TestClient) -> None:
    answer = signed_in.patch("/api/v1/me", json={"digest": {"hour": "7"}})
    assert [error["code"] for error in answer.json()["errors"]] == ["whole_number_expected"]


def test_a_malformed_id_in_a_path_is_not_found(signed_in: TestClient) -> None:
    assert signed_in.delete("/api/v1/api-keys/five").status_code == 404


def test_a_query_parameter_is_pointed_at_by_its_name(signed_in: TestClient) -> None:
    answer = signed_in.get("/api/v1/api-keys?limit=many")
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/limit"]


def test_an_unknown_exception_is_a_500_with_a_request_id_and_no_inner_text(settings: Settings) -> None:
    def broken_clock() -> datetime:
        raise RuntimeError("secret inner text")

    with TestClient(create_app(settings, clock=broken_clock, password_cost=CHEAP)) as client:
        answer = client.post("/api/v1/auth/refresh", json={"refresh_token": "x"})
    assert (answer.status_code, answer.headers["content-type"]) == (500, MEDIA_TYPE)
    assert answer.json()["request_id"] == answer.headers["x-request-id"]
    assert "secret" not in answer.text


def test_a_database_out_of_reach_is_a_503(settings: Settings) -> None:
    nowhere = settings.model_copy(update={"database_url": "postgresql+psycopg://nobody@127.0.0.1:1/nothing"})
    with TestClient(create_app(nowhere, password_cost=CHEAP)) as client:
        answer = client.get("/readyz")
    assert (answer.status_code, answer.headers["content-type"]) == (503, MEDIA_TYPE)
    assert answer.headers["retry-after"] == "5"
