"""What every answer says to browsers and caches."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from afterview.main import create_app
from afterview.settings import Settings
from tests.conftest import CHEAP

FRIEND = "https://friend.example"


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """No test here is about storing."""
    return sqlite_url


@pytest.fixture
def public(settings: Settings) -> Iterator[TestClient]:
    """An installation behind TLS that lets one other site in."""
    wishes = {"public_url": "https://afterview.example", "cors_origins": (FRIEND,)}
    with TestClient(create_app(settings.model_copy(update=wishes), password_cost=CHEAP)) as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/docs", "/healthz", "/api/v1/me", "/nothing"])
def test_every_answer_has_a_strict_content_security_policy(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_what_the_api_says_stays_with_its_user(signed_in: TestClient) -> None:
    headers = signed_in.get("/api/v1/me").headers
    assert (headers["cache-control"], headers["vary"]) == ("private, no-cache", "Authorization")


def test_only_an_installation_behind_tls_insists_on_it(client: TestClient, public: TestClient) -> None:
    assert "strict-transport-security" not in client.get("/healthz").headers
    assert "strict-transport-security" in public.get("/healthz").headers


@pytest.mark.parametrize("path", ["/", "/healthz", "/docs", "/openapi.json"])
def test_head_is_get_without_the_body(client: TestClient, path: str) -> None:
    head, get = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == get.headers["content-length"]


def test_another_site_reads_answers_only_when_it_is_let_in(public: TestClient) -> None:
    welcome = public.get("/healthz", headers={"Origin": FRIEND}).headers
    assert welcome["access-control-allow-origin"] == FRIEND
    exposed = {name.strip() for name in welcome["access-control-expose-headers"].split(",")}
    assert exposed >= {"ETag", "Link", "Retry-After", "Idempotent-Replayed"}
    stranger = public.get("/healthz", headers={"Origin": "https://stranger.example"}).headers
    assert "access-control-allow-origin" not in stranger


def test_errors_too_can_be_read_by_a_site_that_is_let_in(public: TestClient) -> None:
    answer = public.get("/api/v1/me", headers={"Origin": FRIEND})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (401, FRIEND)


def test_a_preflight_allows_what_the_api_needs(public: TestClient) -> None:
    asked = {
        "Origin": FRIEND,
        "Access-Control-Request-Method": "PATCH",
        "Access-Control-Request-Headers": "authorization, if-match, idempotency-key, content-type",
    }
    answer = public.options("/api/v1/me", headers=asked)
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (200, FRIEND)
    assert "access-control-allow-credentials" not in answer.headers
