"""Integrations over HTTP: made, shown without their secrets, changed, deleted."""

from collections.abc import Sequence

import pytest
from fastapi import FastAPI
from httpx2 import Response
from sqlmodel import select
from starlette.testclient import TestClient

from afterview.main import create_app
from afterview.settings import Settings
from afterview.store.engine import Database
from afterview.store.tables import Integration
from tests.api.resources import UNKNOWN, V1, Resource, codes, items, made
from tests.conftest import CHEAP, MovableClock, SignUp

INTEGRATIONS = f"{V1}/integrations"
SECRETS = {"signing_secret": "demo-secret-1", "api_key": "demo-key-1"}
PRIVATE = ["10.0.0.7"]


@pytest.fixture
def addresses() -> list[str]:
    """Where every name leads, for the name server of `app`."""
    return ["93.184.216.34"]


@pytest.fixture
def app(settings: Settings, clock: MovableClock, addresses: list[str]) -> FastAPI:
    """The application, in a world with one name server."""

    def resolve(_host: str, _port: int) -> Sequence[str]:
        return addresses

    return create_app(settings, clock=clock, password_cost=CHEAP, resolve=resolve)


def post(client: TestClient, **said: object) -> Response:
    """Connect Greenhouse, which may be refused."""
    return client.post(INTEGRATIONS, json={"vendor": "greenhouse", "name": "Acme's Greenhouse"} | said)


def an_integration(client: TestClient, **said: object) -> Resource:
    """A connection to Greenhouse."""
    return made(post(client, **said))


def test_an_integration_is_made_with_an_address_for_its_hook_and_shown_without_secrets(signed_in: TestClient) -> None:
    integration = an_integration(signed_in, company="Acme", **SECRETS)
    assert integration == {
        "id": integration["id"],
        "vendor": "greenhouse",
        "name": "Acme's Greenhouse",
        "company": "Acme",
        "api_base_url": None,
        "hook_url": f"http://127.0.0.1:8000/api/v1/hooks/{integration['id']}",
        "has_signing_secret": True,
        "has_api_key": True,
        "can_sync": integration["can_sync"],
        "last_event_at": None,
        "sync_asked_at": None,
        "last_synced_at": None,
        "last_error": None,
        "created_at": "2026-11-23T15:00:00Z",
        "updated_at": "2026-11-23T15:00:00Z",
    }
    assert items(signed_in, INTEGRATIONS) == [integration]
    assert signed_in.get(f"{INTEGRATIONS}/{integration['id']}").json() == integration


def test_no_answer_and_no_row_holds_a_secret(
    signed_in: TestClient, database: Database, capfd: pytest.CaptureFixture[str]
) -> None:
    answers = [post(signed_in, **SECRETS)]
    address = answers[0].headers["Location"]
    answers += [signed_in.get(INTEGRATIONS), signed_in.get(address), signed_in.get(f"{address}/events")]
    answers += [signed_in.patch(address, json=SECRETS), signed_in.post(f"{address}/sync")]
    answers += [post(signed_in, **{name: f"{secret}\n{secret}" for name, secret in SECRETS.items()})]
    with database.reading() as session:
        kept = repr([row.model_dump() for row in session.exec(select(Integration)).all()])
    written = capfd.readouterr()
    told = "".join([kept, written.out, written.err, *(answer.text for answer in answers)])
    assert [secret for secret in SECRETS.values() if secret in told] == []


def test_what_is_kept_of_a_secret_can_be_opened_by_the_installation_alone(
    signed_in: TestClient, database: Database, app: FastAPI
) -> None:
    an_integration(signed_in, **SECRETS)
    with database.reading() as session:
        row = session.exec(select(Integration)).one()
    assert row.signing_secret is not None
    assert app.state.parts.seal.open(row.signing_secret) == b"demo-secret-1"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"vendor": "abacus"}, {"/vendor": "not_a_choice"}),
        ({"name": ""}, {"/name": "too_short"}),
        ({"company": ""}, {"/company": "too_short"}),
        ({"signing_secret": ""}, {"/signing_secret": "too_short"}),
        ({"signing_secret": "a\nb"}, {"/signing_secret": "control_character"}),
        ({"api_key": "x" * 2_001}, {"/api_key": "too_long"}),
        ({"api_base_url": "api.example.com"}, {"/api_base_url": "web_address_format"}),
        ({"api_base_url": "https://api.example.com:99999"}, {"/api_base_url": "web_address_format"}),
        ({"hook_url": "https://example.com"}, {"/hook_url": "unknown_field"}),
    ],
)
def test_what_makes_no_sense_is_pointed_at(
    signed_in: TestClient, said: dict[str, object], expected: dict[str, str]
) -> None:
    assert codes(post(signed_in, **said)) == expected


def test_an_address_inside_a_network_is_refused(signed_in: TestClient, addresses: list[str]) -> None:
    integration = an_integration(signed_in, api_base_url="https://api.example.com")
    addresses[:] = PRIVATE
    refused = {"/api_base_url": "private_address"}
    assert codes(post(signed_in, api_base_url="https://api.example.com")) == refused
    patched = signed_in.patch(f"{INTEGRATIONS}/{integration['id']}", json={"api_base_url": "https://other.example.com"})
    assert codes(patched) == refused


def test_a_secret_that_is_left_out_stays_and_null_takes_it_away(signed_in: TestClient) -> None:
    address = f"{INTEGRATIONS}/{an_integration(signed_in, company='Acme', **SECRETS)['id']}"
    changed = signed_in.patch(address, json={"signing_secret": None, "company": None}).json()
    assert (changed["has_signing_secret"], changed["has_api_key"], changed["company"]) == (False, True, None)
    assert signed_in.patch(address, json={"signing_secret": "another"}).json()["has_signing_secret"]
    assert codes(signed_in.patch(address, json={"name": None})) == {"/name": "required"}
    assert codes(signed_in.patch(address, json={"vendor": "lever"})) == {"/vendor": "unknown_field"}


def test_whoever_changes_an_old_copy_is_told(signed_in: TestClient) -> None:
    answer = post(signed_in)
    address, tag = answer.headers["Location"], {"If-Match": answer.headers["ETag"]}
    assert signed_in.patch(address, json={"company": "Acme"}, headers=tag).status_code == 200
    assert signed_in.patch(address, json={"company": "Other"}, headers=tag).status_code == 412
    assert signed_in.delete(address, headers=tag).status_code == 412


def test_made_twice_under_one_key_it_is_one(signed_in: TestClient) -> None:
    body = {"vendor": "ashby", "name": "Ashby"} | SECRETS
    first, second = (signed_in.post(INTEGRATIONS, json=body, headers={"Idempotency-Key": "1"}) for _ in range(2))
    assert first.json() == second.json()
    assert len(items(signed_in, INTEGRATIONS)) == 1


def test_a_deleted_one_is_gone(signed_in: TestClient) -> None:
    address = f"{INTEGRATIONS}/{an_integration(signed_in)['id']}"
    assert signed_in.delete(address).status_code == 204
    assert signed_in.get(address).status_code == 404
    assert signed_in.get(f"{address}/events").status_code == 404


def test_somebody_elses_is_not_found(signed_in: TestClient, sign_up: SignUp) -> None:
    integration = an_integration(signed_in)
    stranger = sign_up("stranger@example.com")
    assert items(stranger, INTEGRATIONS) == []
    for one in (integration["id"], UNKNOWN):
        address = f"{INTEGRATIONS}/{one}"
        answers = [stranger.get(address), stranger.patch(address, json={}), stranger.delete(address)]
        answers += [stranger.get(f"{address}/events"), stranger.post(f"{address}/sync")]
        assert [answer.status_code for answer in answers] == [404] * 5
    assert items(signed_in, INTEGRATIONS) == [integration]
