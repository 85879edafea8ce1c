"""Webhooks over HTTP: made, shown without their secret, changed, rotated, tried, deleted."""

from collections.abc import Sequence

import pytest
from fastapi import FastAPI
from httpx2 import Response
from sqlmodel import select
from starlette.testclient import TestClient

from afterview.main import create_app
from afterview.settings import Settings
from afterview.store.engine import Database
from afterview.store.tables import Job, Webhook
from tests.api.resources import UNKNOWN, Resource, codes, items, made
from tests.conftest import CHEAP, MovableClock, SignUp

HOOKS = "/api/v1/webhooks"
URL = "https://hooks.example.com/afterview"
PUBLIC, PRIVATE = "93.184.216.34", "10.0.0.7"


class Names:
    """A name server that says what a test tells it to."""

    def __init__(self) -> None:
        self.addresses: Sequence[str] = [PUBLIC]

    def __call__(self, _host: str, _port: int) -> Sequence[str]:
        """The addresses of every host; none is an error, as everywhere."""
        if not self.addresses:
            raise OSError("unknown")
        return self.addresses


@pytest.fixture
def names() -> Names:
    """The name server of `app`."""
    return Names()


@pytest.fixture
def app(settings: Settings, clock: MovableClock, names: Names) -> FastAPI:
    """The application, in a world with one name server."""
    return create_app(settings, clock=clock, password_cost=CHEAP, resolve=names)


def post(client: TestClient, **said: object) -> Response:
    """Make a webhook, which may be refused."""
    return client.post(HOOKS, json={"url": URL, "events": ["touch.created"]} | said)


def a_webhook(client: TestClient, **said: object) -> Resource:
    """A webhook, with its secret."""
    return made(post(client, **said))


def test_a_webhook_is_made_with_a_secret_that_is_shown_once(signed_in: TestClient) -> None:
    webhook = a_webhook(signed_in)
    secret = webhook.pop("secret")
    assert secret.startswith("whsec_")
    assert webhook == {
        "id": webhook["id"],
        "url": URL,
        "events": ["touch.created"],
        "active": True,
        "switched_off": None,
        "failing_since": None,
        "previous_secret_until": None,
        "created_at": "2026-11-23T15:00:00Z",
        "updated_at": "2026-11-23T15:00:00Z",
    }
    assert items(signed_in, HOOKS) == [webhook]
    assert signed_in.get(f"{HOOKS}/{webhook['id']}").json() == webhook


def test_no_two_have_the_same_secret(signed_in: TestClient) -> None:
    assert a_webhook(signed_in)["secret"] != a_webhook(signed_in)["secret"]


def test_the_secret_is_not_in_the_database(signed_in: TestClient, database: Database) -> None:
    secret = a_webhook(signed_in)["secret"]
    with database.reading() as session:
        assert secret.removeprefix("whsec_") not in repr(session.exec(select(Webhook)).all())


def test_made_twice_under_one_key_it_is_one_with_one_secret(signed_in: TestClient) -> None:
    body = {"url": URL, "events": ["touch.created"]}
    first, second = (signed_in.post(HOOKS, json=body, headers={"Idempotency-Key": "1"}) for _ in range(2))
    assert first.json() == second.json()
    assert len(items(signed_in, HOOKS)) == 1


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"url": "hooks.example.com"}, {"/url": "web_address_format"}),
        ({"url": "ftp://hooks.example.com/"}, {"/url": "web_address_format"}),
        ({"url": "https://kim:pw@hooks.example.com/"}, {"/url": "web_address_format"}),
        ({"url": "https://hooks.example.com:99999/"}, {"/url": "web_address_format"}),
        ({"url": None}, {"/url": "text_expected"}),
        ({"events": []}, {"/events": "too_few"}),
        ({"events": ["touch.deleted"]}, {"/events/0": "not_a_choice"}),
        ({"events": ["ping"]}, {"/events/0": "not_a_choice"}),
        ({"events": "touch.created"}, {"/events": "list_expected"}),
        ({"active": "yes"}, {"/active": "true_or_false_expected"}),
        ({"secret": "whsec_mine"}, {"/secret": "unknown_field"}),
    ],
)
def test_what_makes_no_sense_is_pointed_at(
    signed_in: TestClient, said: dict[str, object], expected: dict[str, str]
) -> None:
    assert codes(post(signed_in, **said)) == expected


@pytest.mark.parametrize("address", [PRIVATE, "127.0.0.1", "169.254.169.254", "::1", "fd00::1"])
def test_a_name_that_leads_inside_a_network_is_refused(signed_in: TestClient, names: Names, address: str) -> None:
    names.addresses = [PUBLIC, address]
    assert codes(post(signed_in)) == {"/url": "private_address"}


def test_a_name_that_nobody_knows_yet_is_taken(signed_in: TestClient, names: Names) -> None:
    names.addresses = []
    assert post(signed_in).status_code == 201


def test_an_installation_inside_a_network_takes_its_addresses(
    settings: Settings, clock: MovableClock, names: Names, signed_in: TestClient
) -> None:
    names.addresses = [PRIVATE]
    inside = create_app(settings.model_copy(update={"allow_private_urls": True}), clock=clock, resolve=names)
    with TestClient(inside, headers=dict(signed_in.headers)) as client:
        assert post(client).status_code == 201


def test_a_change_is_merged_and_looked_at_like_a_new_one(signed_in: TestClient, names: Names) -> None:
    address = f"{HOOKS}/{a_webhook(signed_in)['id']}"
    changed = signed_in.patch(address, json={"active": False, "events": ["action.due", "action.due"]})
    assert (changed.json()["active"], changed.json()["events"]) == (False, ["action.due"])
    assert codes(signed_in.patch(address, json={"url": "nowhere"})) == {"/url": "web_address_format"}
    assert codes(signed_in.patch(address, json={"events": None})) == {"/events": "required"}
    names.addresses = [PRIVATE]
    assert codes(signed_in.patch(address, json={"url": "https://inside.example.com/"})) == {"/url": "private_address"}
    assert signed_in.patch(address, json={"active": True}).json()["url"] == URL


def test_whoever_changes_an_old_copy_is_told(signed_in: TestClient) -> None:
    answer = post(signed_in)
    address, tag = answer.headers["Location"], {"If-Match": answer.headers["ETag"]}
    assert signed_in.patch(address, json={"active": False}, headers=tag).status_code == 200
    assert signed_in.patch(address, json={"active": True}, headers=tag).status_code == 412
    assert signed_in.delete(address, headers=tag).status_code == 412


def test_a_deleted_one_is_gone_with_its_deliveries(signed_in: TestClient) -> None:
    address = f"{HOOKS}/{a_webhook(signed_in)['id']}"
    assert signed_in.post(f"{address}/test").status_code == 202
    assert signed_in.delete(address).status_code == 204
    assert signed_in.get(address).status_code == 404
    assert signed_in.get(f"{address}/deliveries").status_code == 404


def test_a_rotation_gives_a_new_secret_and_says_how_long_the_old_one_signs(signed_in: TestClient) -> None:
    webhook = a_webhook(signed_in)
    rotated = signed_in.post(f"{HOOKS}/{webhook['id']}/rotate")
    assert rotated.status_code == 200
    assert rotated.json()["secret"] != webhook["secret"]
    assert rotated.json()["previous_secret_until"] == "2026-11-24T15:00:00Z"
    assert "secret" not in signed_in.get(f"{HOOKS}/{webhook['id']}").json()


def test_a_test_is_a_delivery_of_a_ping(signed_in: TestClient) -> None:
    address = f"{HOOKS}/{a_webhook(signed_in)['id']}"
    tried = signed_in.post(f"{address}/test")
    assert tried.status_code == 202
    assert (tried.json()["event"], tried.json()["status"], tried.json()["attempts"]) == ("ping", "pending", 0)
    assert items(signed_in, f"{address}/deliveries") == [tried.json()]


def test_one_that_is_switched_off_is_told_of_nothing(signed_in: TestClient) -> None:
    address = f"{HOOKS}/{a_webhook(signed_in, active=False)['id']}"
    answer = signed_in.post(f"{address}/test")
    assert (answer.status_code, "switch it on" in answer.json()["detail"]) == (409, True)


def test_a_retry_is_due_at_once_and_asked_for_once(
    signed_in: TestClient, clock: MovableClock, database: Database
) -> None:
    address = f"{HOOKS}/{a_webhook(signed_in)['id']}"
    delivery = signed_in.post(f"{address}/test").json()
    clock.advance(minutes=1)
    again = signed_in.post(f"{address}/deliveries/{delivery['id']}/retry")
    assert again.status_code == 202
    assert again.json() == delivery | {"next_attempt_at": "2026-11-23T15:01:00Z"}
    with database.reading() as session:
        assert [job.run_at for job in session.exec(select(Job)).all()] == [clock()]


def test_deliveries_come_in_pages_the_newest_first(signed_in: TestClient) -> None:
    address = f"{HOOKS}/{a_webhook(signed_in)['id']}"
    sent = [signed_in.post(f"{address}/test").json() for _ in range(3)]
    page = signed_in.get(f"{address}/deliveries?limit=2").json()
    assert page["items"] == [sent[2], sent[1]]
    assert items(signed_in, f"{address}/deliveries?limit=2&cursor={page['next_cursor']}") == [sent[0]]


def test_nobody_has_more_than_twenty(signed_in: TestClient) -> None:
    for _ in range(20):
        a_webhook(signed_in)
    assert post(signed_in).status_code == 409


CALLS = [
    ("GET", ""),
    ("PATCH", ""),
    ("DELETE", ""),
    ("POST", "/rotate"),
    ("POST", "/test"),
    ("GET", "/deliveries"),
    ("POST", "/deliveries/{delivery}/retry"),
]


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_somebody_elses_is_not_found(sign_up: SignUp, method: str, path: str) -> None:
    kim, lee = sign_up("kim@example.com"), sign_up("lee@example.com")
    webhook = a_webhook(kim)["id"]
    delivery = kim.post(f"{HOOKS}/{webhook}/test").json()["id"]
    address = f"{HOOKS}/{webhook}{path.format(delivery=delivery)}"
    body: Resource | None = {} if method == "PATCH" else None
    assert lee.request(method, address, json=body).status_code == 404
    assert lee.get(HOOKS).json()["items"] == []
    assert kim.request(method, address, json=body).is_success


def test_a_delivery_belongs_to_its_own_webhook(signed_in: TestClient) -> None:
    one, other = (f"{HOOKS}/{a_webhook(signed_in)['id']}" for _ in range(2))
    delivery = signed_in.post(f"{one}/test").json()["id"]
    assert signed_in.post(f"{other}/deliveries/{delivery}/retry").status_code == 404
    assert signed_in.post(f"{one}/deliveries/{UNKNOWN}/retry").status_code == 404
