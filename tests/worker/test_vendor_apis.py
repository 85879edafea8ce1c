"""Lever and Ashby from end to end: what they deliver, what their APIs say to it, and what comes of both."""

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from afterview.connectors.ats.vendor import Delivery
from afterview.main import create_app
from afterview.settings import Settings
from afterview.store.engine import Database
from afterview.worker import Worker, make_worker
from tests.api.resources import V1, Resource, items
from tests.conftest import CHEAP, MovableClock
from tests.connectors.ats.api_server import KEY, ApiServer, serving
from tests.connectors.ats.deliveries import ASHBY, NOW, SECRET, lever
from tests.plain_vendor import connected, outcomes
from tests.receiver import hmac_sha256

DAY_MS = 24 * 3600 * 1000
TOMORROW_MS = int(NOW.timestamp() * 1000) + DAY_MS


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """An installation inside a network, where the vendor's API is too."""
    return settings.model_copy(update={"allow_private_urls": True})


@pytest.fixture
def app(settings: Settings, clock: MovableClock) -> FastAPI:
    """The application, at the time at which the deliveries were sent."""
    clock.present = NOW
    return create_app(settings, clock=clock, password_cost=CHEAP)


@pytest.fixture
def worker(settings: Settings, database: Database, clock: MovableClock) -> Iterator[Worker]:
    """A worker by the application's clock."""
    worker = make_worker(settings, database, clock)
    yield worker
    worker.close()


@pytest.fixture
def api() -> Iterator[ApiServer]:
    """The vendor's API on loopback."""
    with serving() as api:
        yield api


def connection(client: TestClient, vendor: str, api: ApiServer) -> Resource:
    """A connection of Acme's to a vendor, with a key for its API."""
    return connected(client, vendor=vendor, signing_secret=SECRET, api_key=KEY, api_base_url=api.url)


def deliver(client: TestClient, integration: Resource, delivery: Delivery, worker: Worker) -> None:
    """A delivery, and what the worker makes of it."""
    headers = {"Authorization": "", **delivery.headers}
    answer = client.post(f"{V1}/hooks/{integration['id']}", content=delivery.body, headers=headers)
    assert answer.status_code == 200
    worker.work_off()


def says_of_lena(api: ApiServer, *, archived: object = None, **interview: object) -> None:
    """What Lever's API says of Lena's opportunity and of her interview."""
    opportunity = {
        "id": "opp-1",
        "name": "Lena Brandt",
        "emails": ["lena.brandt@example.com"],
        "applications": [{"posting": "post-1"}],
        "archived": archived,
    }
    meeting = {"id": "int-1", "date": TOMORROW_MS, "duration": 45, "timezone": "Europe/Berlin", "canceledAt": None}
    contents: dict[str, object] = {
        "opportunities__opp-1": {"data": opportunity},
        "opportunities__opp-1__interviews": {"data": [meeting | interview], "hasNext": False},
        "postings__post-1": {"data": {"text": "Support Lead"}},
        "archive_reasons__r-1": {"data": {"text": "Underqualified", "type": "non-hired"}},
    }
    api.knows(**contents)


def the_interview(client: TestClient) -> Resource:
    """The one interview that there is."""
    [interview] = items(client, f"{V1}/interviews")
    return interview


def the_application(client: TestClient) -> Resource:
    """The one application that there is."""
    [application] = items(client, f"{V1}/applications")
    return application


def test_an_interview_in_lever_comes_moves_and_goes(signed_in: TestClient, api: ApiServer, worker: Worker) -> None:
    integration = connection(signed_in, "lever", api)

    def hint(event: str, token: str) -> None:
        said = {"opportunityId": "opp-1", "interviewId": "int-1"}
        deliver(signed_in, integration, lever(event, said, token=token), worker)

    says_of_lena(api)
    hint("interviewCreated", "tok-1")
    first = the_interview(signed_in)
    assert (first["starts_at"], first["timezone"], first["status"]) == (
        (NOW + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "Europe/Berlin",
        "scheduled",
    )
    assert the_application(signed_in)["role"] == "Support Lead"
    says_of_lena(api, date=TOMORROW_MS + DAY_MS)
    hint("interviewUpdated", "tok-2")
    moved = the_interview(signed_in)
    assert (moved["id"], moved["starts_at"] > first["starts_at"]) == (first["id"], True)
    says_of_lena(api, date=TOMORROW_MS + DAY_MS, canceledAt=TOMORROW_MS)
    hint("interviewUpdated", "tok-3")
    assert the_interview(signed_in)["status"] == "cancelled"
    assert outcomes(signed_in, integration) == ["applied", "applied", "applied"]


def test_what_levers_api_does_not_confirm_changes_nothing(
    signed_in: TestClient, api: ApiServer, worker: Worker
) -> None:
    integration = connection(signed_in, "lever", api)
    says_of_lena(api)
    deliver(signed_in, integration, lever("candidateHired", {"opportunityId": "opp-1"}, token="tok-1"), worker)
    assert the_application(signed_in)["status"] == "active"
    says_of_lena(api, archived={"reason": "r-1"})
    deliver(signed_in, integration, lever("candidateHired", {"opportunityId": "opp-1"}, token="tok-2"), worker)
    assert the_application(signed_in)["status"] == "rejected"


def test_a_schedule_of_ashby_is_completed_and_goes_as_a_whole(
    signed_in: TestClient, api: ApiServer, worker: Worker
) -> None:
    integration = connection(signed_in, "ashby", api)
    application = {"id": "app-1", "candidate": {"name": "Lena Brandt"}, "job": {"title": "Support Lead"}}
    api.knows(**{"application.info": {"success": True, "results": application}})
    deliver(signed_in, integration, ASHBY, worker)
    assert (the_interview(signed_in)["status"], the_application(signed_in)["role"]) == ("scheduled", "Support Lead")
    schedule = {"id": "sch-1", "status": "Cancelled", "applicationId": "app-1", "interviewEvents": []}
    said = {"webhookActionId": "act-2", "action": "interviewScheduleUpdate", "data": {"interviewSchedule": schedule}}
    body = json.dumps(said).encode()
    signature = f"sha256={hmac_sha256(SECRET.encode(), body).hex()}"
    deliver(signed_in, integration, Delivery({"ashby-signature": signature}, body), worker)
    assert the_interview(signed_in)["status"] == "cancelled"
    assert outcomes(signed_in, integration) == ["applied", "applied"]
