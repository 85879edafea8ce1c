"""Registration, sign-in, refresh and sign-out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from afterview.main import create_app
from afterview.settings import Settings
from tests.conftest import CHEAP, PASSWORD, MovableClock

PERSON = {"email": "Kim@Example.com", "password": PASSWORD, "name": "Kim Okafor", "timezone": "America/New_York"}


def register(client: TestClient, **changes: object) -> Response:
    """Register Kim, or somebody like her."""
    return client.post("/api/v1/auth/register", json=PERSON | changes)


def sign_in(client: TestClient, username: str = "kim@example.com", password: str = PASSWORD) -> Response:
    """Ask for a token."""
    return client.post("/api/v1/auth/token", data={"username": username, "password": password})


def refresh(client: TestClient, token: str) -> Response:
    """Spend a refresh token."""
    return client.post("/api/v1/auth/refresh", json={"refresh_token": token})


def me(client: TestClient, token: str) -> Response:
    """Ask who a token belongs to."""
    return client.get("/api/v1/me", headers={"Authorization": f"Bearer {token}"})


def test_registration_answers_with_the_user(client: TestClient) -> None:
    answer = register(client)
    assert answer.status_code == 201
    assert answer.headers["location"] == "/api/v1/me"
    assert (answer.json()["email"], answer.json()["name"]) == ("kim@example.com", "Kim Okafor")
    assert "password" not in answer.text


def test_an_address_can_be_taken_only_once_whatever_its_case(client: TestClient) -> None:
    register(client)
    assert register(client, email="KIM@example.COM").status_code == 409


@pytest.mark.parametrize("password", ["a" * 7, "a" * 129, "password", "P@ssw0rd2026!", "12345678", "kim@example.com"])
def test_a_password_that_is_short_long_or_common_is_refused(client: TestClient, password: str) -> None:
    answer = register(client, password=password)
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/password"]


def test_registration_can_be_switched_off(settings: Settings) -> None:
    app = create_app(settings.model_copy(update={"allow_registration": False}), password_cost=CHEAP)
    with TestClient(app) as client:
        assert register(client).status_code == 403


def test_the_installation_says_whose_holidays_new_accounts_keep(settings: Settings) -> None:
    app = create_app(settings.model_copy(update={"holiday_region": "US-NY"}), password_cost=CHEAP)
    with TestClient(app) as client:
        assert register(client).json()["holiday_region"] == "US-NY"


def test_sign_in_gives_a_pair_of_tokens(client: TestClient) -> None:
    register(client)
    answer = sign_in(client, "KIM@EXAMPLE.COM")
    assert answer.status_code == 200
    assert (answer.json()["token_type"], answer.json()["expires_in"]) == ("bearer", 900)
    assert answer.headers["cache-control"] == "no-store"
    assert me(client, answer.json()["access_token"]).json()["email"] == "kim@example.com"


@pytest.mark.parametrize(("username", "password"), [("kim@example.com", "wrong"), ("nobody@example.com", PASSWORD)])
def test_wrong_credentials_are_a_401_that_does_not_say_which(client: TestClient, username: str, password: str) -> None:
    register(client)
    answer = sign_in(client, username, password)
    assert answer.status_code == 401
    assert answer.json()["detail"] == "The e-mail address or the password is wrong."


def test_a_nul_in_the_user_name_is_a_422(client: TestClient) -> None:
    assert sign_in(client, "kim\x00@example.com").status_code == 422


def test_another_grant_is_refused(client: TestClient) -> None:
    form = {"grant_type": "client_credentials", "username": "a", "password": "b"}
    assert client.post("/api/v1/auth/token", data=form).status_code == 422


def test_sign_in_takes_a_form_and_not_json(client: TestClient) -> None:
    assert client.post("/api/v1/auth/token", json={"username": "a", "password": "b"}).status_code == 415


def test_an_access_token_lasts_a_quarter_of_an_hour(client: TestClient, clock: MovableClock) -> None:
    register(client)
    token = sign_in(client).json()["access_token"]
    clock.advance(minutes=14, seconds=59)
    assert me(client, token).status_code == 200
    clock.advance(seconds=1)
    assert me(client, token).status_code == 401


def test_a_refresh_token_gives_a_new_pair(client: TestClient) -> None:
    register(client)
    first = sign_in(client).json()
    second = refresh(client, first["refresh_token"])
    assert second.status_code == 200
    assert second.json()["refresh_token"] != first["refresh_token"]
    assert me(client, second.json()["access_token"]).status_code == 200


def test_a_spent_refresh_token_ends_the_whole_family(client: TestClient) -> None:
    register(client)
    first = sign_in(client).json()["refresh_token"]
    second = refresh(client, first).json()["refresh_token"]
    assert refresh(client, first).status_code == 401
    assert refresh(client, second).status_code == 401


def test_another_sign_in_is_another_family(client: TestClient) -> None:
    register(client)
    first, other = sign_in(client).json()["refresh_token"], sign_in(client).json()["refresh_token"]
    refresh(client, first)
    refresh(client, first)
    assert refresh(client, other).status_code == 200


def test_of_two_who_spend_a_token_at_once_one_is_refused(client: TestClient) -> None:
    register(client)
    token = sign_in(client).json()["refresh_token"]
    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(lambda _: refresh(client, token), range(2)))
    assert sorted(answer.status_code for answer in answers) == [200, 401]


def test_a_refresh_token_lasts_thirty_days(client: TestClient, clock: MovableClock) -> None:
    register(client)
    token = sign_in(client).json()["refresh_token"]
    clock.advance(days=30)
    assert refresh(client, token).status_code == 401


def test_signing_out_ends_the_family(client: TestClient) -> None:
    register(client)
    token = sign_in(client).json()["refresh_token"]
    assert client.post("/api/v1/auth/logout", json={"refresh_token": token}).status_code == 204
    assert refresh(client, token).status_code == 401


def test_signing_out_with_an_unknown_token_is_no_matter(client: TestClient) -> None:
    assert client.post("/api/v1/auth/logout", json={"refresh_token": "unknown"}).status_code == 204


def test_a_dearer_hash_replaces_a_cheap_one_at_the_next_sign_in(client: TestClient, settings: Settings) -> None:
    register(client)
    dearer = CHEAP._replace(passes=2)
    with TestClient(create_app(settings, password_cost=dearer)) as later:
        assert sign_in(later).status_code == 200
        assert sign_in(later).status_code == 200
    assert sign_in(client).status_code == 200


def test_registering_twice_with_one_key_gives_the_first_answer_again(client: TestClient) -> None:
    key = {"Idempotency-Key": "one"}
    first = client.post("/api/v1/auth/register", json=PERSON, headers=key)
    second = client.post("/api/v1/auth/register", json=PERSON, headers=key)
    assert (second.status_code, second.content) == (201, first.content)
    assert second.headers["idempotent-replayed"] == "true"


def test_a_key_does_not_open_somebody_elses_registration(client: TestClient) -> None:
    key = {"Idempotency-Key": "one"}
    client.post("/api/v1/auth/register", json=PERSON, headers=key)
    other = client.post("/api/v1/auth/register", json=PERSON | {"password": "quite another phrase"}, headers=key)
    assert other.status_code == 422


def test_old_refresh_tokens_are_forgotten_at_the_next_sign_in(client: TestClient, clock: MovableClock) -> None:
    register(client)
    token = sign_in(client).json()["refresh_token"]
    clock.advance(days=timedelta(days=31).days)
    sign_in(client)
    assert refresh(client, token).json()["detail"] == "This refresh token is not valid; sign in again."
