"""What a worker asks vendors, on loopback: what deliveries leave out, and everything that is scheduled."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from afterview.main import create_app
from afterview.services import vendor_asking
from afterview.services.vendor_asking import DELAYS
from afterview.settings import Settings
from afterview.store.engine import Database
from afterview.worker import Worker, make_worker
from tests.api.resources import V1, Resource, an_application, items, made
from tests.conftest import CHEAP, MovableClock
from tests.plain_vendor import KEY, PlainVendor, VendorApi, connected, deliver, events, outcomes, told, vendor_api
from tests.receiver import receiving
from tests.worker.work import count_jobs

IDS_ALONE: dict[str, Any] = {"role": None, "candidate_name": None, "candidate_email": None}


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """An installation inside a network, where the vendor's API is too."""
    return settings.model_copy(update={"allow_private_urls": True})


@pytest.fixture
def vendor() -> PlainVendor:
    """The vendor, whose API can be asked."""
    return PlainVendor()


@pytest.fixture
def app(settings: Settings, clock: MovableClock, vendor: PlainVendor) -> FastAPI:
    """The application, which understands this vendor."""
    return create_app(settings, clock=clock, password_cost=CHEAP, vendors={"ashby": vendor})


@pytest.fixture
def worker(settings: Settings, database: Database, clock: MovableClock, vendor: PlainVendor) -> Iterator[Worker]:
    """A worker by the application's clock, which knows this vendor's API."""
    worker = make_worker(settings, database, clock, vendors={"ashby": vendor})
    yield worker
    worker.close()


@pytest.fixture
def api() -> Iterator[VendorApi]:
    """The vendor's API."""
    with vendor_api() as api:
        yield api


@pytest.fixture
def kim(signed_in: TestClient) -> TestClient:
    """Somebody whose key does not end while time goes by."""
    key = made(signed_in.post(f"{V1}/api-keys", json={"name": "tests", "scopes": ["read", "write"]}))
    signed_in.headers["Authorization"] = f"Bearer {key['secret']}"
    return signed_in


@pytest.fixture
def integration(kim: TestClient, api: VendorApi) -> Resource:
    """A connection of Acme's, with a key for the API."""
    return connected(kim, api_key=KEY, api_base_url=api.url)


def interviews(client: TestClient) -> list[Resource]:
    """All interviews, earliest first."""
    return items(client, f"{V1}/interviews")


def state(client: TestClient, integration: Resource) -> Resource:
    """A connection as it is now."""
    found: Resource = client.get(f"{V1}/integrations/{integration['id']}").json()
    return found


def sync(client: TestClient, integration: Resource) -> Resource:
    """The connection, from now on in a sync."""
    answer = client.post(f"{V1}/integrations/{integration['id']}/sync")
    assert answer.status_code == 202
    found: Resource = answer.json()
    return found


# -- what deliveries leave out ------------------------------------------------------------------------------------


def test_what_a_delivery_leaves_out_is_asked_for_and_applied_then(
    kim: TestClient, integration: Resource, api: VendorApi, worker: Worker
) -> None:
    api.says["/applications/app-1"] = told()
    deliver(kim, integration, told(**IDS_ALONE))
    assert (outcomes(kim, integration), interviews(kim)) == (["waiting"], [])
    worker.work_off()
    assert api.asked == [("/applications/app-1", KEY)]
    [event] = events(kim, integration)
    assert (event["outcome"], event["role"], event["candidate_email"]) == (
        "applied",
        "Support Lead",
        "lena.brandt@example.com",
    )
    assert [one["external_id"] for one in interviews(kim)] == ["iv-1"]


def test_what_says_enough_is_applied_at_once_and_nobody_is_asked(
    kim: TestClient, integration: Resource, api: VendorApi, worker: Worker, database: Database
) -> None:
    deliver(kim, integration, told())
    assert (outcomes(kim, integration), count_jobs(database)) == (["applied"], 0)
    worker.work_off()
    assert api.asked == []


def test_what_the_api_does_not_know_either_is_ignored_in_the_end(
    kim: TestClient, integration: Resource, api: VendorApi, worker: Worker
) -> None:
    api.says["/applications/app-1"] = told(**IDS_ALONE)
    deliver(kim, integration, told(**IDS_ALONE))
    worker.work_off()
    [event] = events(kim, integration)
    assert (event["outcome"], "role" in event["detail"]) == ("ignored", True)


def test_one_called_off_while_the_vendor_is_asked_does_not_come_late(
    kim: TestClient, integration: Resource, api: VendorApi, worker: Worker
) -> None:
    api.says["/applications/app-1"] = told()
    deliver(kim, integration, told(**IDS_ALONE))
    deliver(kim, integration, told("interview_cancelled", **IDS_ALONE))
    worker.work_off()
    assert interviews(kim) == []


def test_a_vendor_in_trouble_is_asked_again_later_and_the_user_told(
    kim: TestClient, integration: Resource, api: VendorApi, worker: Worker, clock: MovableClock
) -> None:
    api.says["/applications/app-1"], api.is_down = told(), True
    deliver(kim, integration, told(**IDS_ALONE))
    worker.work_off()
    [event] = events(kim, integration)
    assert (event["outcome"], event["detail"]) == ("waiting", "The vendor answered 503.")
    assert state(kim, integration)["last_error"] == "The vendor answered 503."
    api.is_down = False
    worker.work_off()
    assert outcomes(kim, integration) == ["waiting"]
    clock.present += DELAYS[0]
    worker.work_off()
    assert (outcomes(kim, integration), state(kim, integration)["last_error"]) == (["applied"], None)


def test_a_vendor_that_stays_in_trouble_is_left_alone_in_the_end(
    kim: TestClient, integration: Resource, api: VendorApi, worker: Worker, clock: MovableClock, database: Database
) -> None:
    deliver(kim, integration, told(**IDS_ALONE))
    for delay in (timedelta(0), *DELAYS):
        clock.present += delay
        worker.work_off()
    assert (outcomes(kim, integration), count_jobs(database)) == (["failed"], 0)
    assert len(api.asked) == len(DELAYS) + 1


def test_a_key_that_was_taken_away_is_missed(
    kim: TestClient, integration: Resource, api: VendorApi, worker: Worker
) -> None:
    deliver(kim, integration, told(**IDS_ALONE))
    kim.patch(f"{V1}/integrations/{integration['id']}", json={"api_key": None})
    worker.work_off()
    assert (api.asked, "API key" in events(kim, integration)[0]["detail"]) == ([], True)


@pytest.mark.parametrize("name", ["application_rejected", "interview_cancelled", "interview_scheduled"])
def test_what_is_not_signed_changes_nothing_until_the_api_says_the_same(
    name: str, kim: TestClient, integration: Resource, api: VendorApi, worker: Worker, vendor: PlainVendor
) -> None:
    deliver(kim, integration, told())
    before = items(kim, f"{V1}/applications"), interviews(kim)
    vendor.data_is_signed = False
    api.says["/applications/app-1"] = told("stage_changed")
    deliver(kim, integration, told(name, interview={"starts_at": "2026-11-30T15:00:00+00:00", "ends_at": None}))
    assert outcomes(kim, integration) == ["applied", "waiting"]
    worker.work_off()
    assert outcomes(kim, integration) == ["applied", "unchanged"]
    assert (items(kim, f"{V1}/applications"), interviews(kim)) == before


def test_what_is_not_signed_is_ignored_where_nobody_can_be_asked(kim: TestClient, vendor: PlainVendor) -> None:
    integration = connected(kim)
    vendor.data_is_signed = False
    deliver(kim, integration, told("application_rejected"), told("ping"))
    newest, oldest = events(kim, integration)
    assert (oldest["outcome"], "API key" in oldest["detail"], newest["event"]) == ("ignored", True, "ping")
    assert items(kim, f"{V1}/applications") == []


def test_an_api_inside_a_network_is_not_called(
    kim: TestClient, integration: Resource, api: VendorApi, settings: Settings, database: Database, clock: MovableClock
) -> None:
    deliver(kim, integration, told(**IDS_ALONE))
    outside = settings.model_copy(update={"allow_private_urls": False})
    worker = make_worker(outside, database, clock, vendors={"ashby": PlainVendor()})
    worker.run_once()
    assert (api.asked, events(kim, integration)[0]["detail"]) == ([], "The vendor's API could not be reached.")


# -- syncs --------------------------------------------------------------------------------------------------------


def test_a_sync_brings_what_is_scheduled_and_says_since_when(
    kim: TestClient, integration: Resource, api: VendorApi, worker: Worker
) -> None:
    api.says["/interviews"] = {"events": [told(), told(interview={"external_id": "iv-2"})]}
    assert sync(kim, integration)["sync_asked_at"] == "2026-11-23T15:00:00Z"
    worker.work_off()
    assert api.asked == [("/interviews", KEY)]
    assert [one["external_id"] for one in interviews(kim)] == ["iv-1", "iv-2"]
    after = state(kim, integration)
    assert (after["sync_asked_at"], after["last_synced_at"]) == (None, "2026-11-23T15:00:00Z")
    assert outcomes(kim, integration) == ["applied", "applied"]


def test_a_second_sync_asks_for_what_is_newer_and_lists_what_it_changed(
    kim: TestClient, integration: Resource, api: VendorApi, worker: Worker, clock: MovableClock
) -> None:
    api.says["/interviews"] = {"events": [told()]}
    api.says["/interviews?since=2026-11-23T15:00:00"] = {"events": [told()]}
    moved = told(interview={"starts_at": "2026-11-25T17:00:00+00:00", "ends_at": "2026-11-25T18:00:00+00:00"})
    api.says["/interviews?since=2026-11-23T16:00:00"] = {"events": [moved]}
    for _ in range(3):
        sync(kim, integration)
        worker.work_off()
        clock.advance(hours=1)
    assert len(api.asked) == 3
    assert outcomes(kim, integration) == ["applied", "applied"]
    assert [one["starts_at"] for one in interviews(kim)] == ["2026-11-25T17:00:00Z"]


def test_what_a_sync_cannot_file_is_listed_once(
    kim: TestClient, integration: Resource, api: VendorApi, worker: Worker, clock: MovableClock
) -> None:
    kim.patch(f"{V1}/integrations/{integration['id']}", json={"company": None})
    api.says["/interviews"] = api.says["/interviews?since=2026-11-23T15:00:00"] = {"events": [told()]}
    for _ in range(2):
        sync(kim, integration)
        worker.work_off()
        clock.advance(hours=1)
    assert outcomes(kim, integration) == ["ignored"]


def test_a_sync_that_meets_trouble_says_so_and_comes_again(
    kim: TestClient, integration: Resource, api: VendorApi, worker: Worker, clock: MovableClock
) -> None:
    api.says["/interviews"], api.is_down = {"events": [told()]}, True
    sync(kim, integration)
    worker.work_off()
    troubled = state(kim, integration)
    assert (troubled["last_error"], troubled["sync_asked_at"]) == ("The vendor answered 503.", "2026-11-23T15:00:00Z")
    api.is_down = False
    clock.present += DELAYS[0]
    worker.work_off()
    healed = state(kim, integration)
    assert (healed["last_error"], healed["sync_asked_at"], len(interviews(kim))) == (None, None, 1)


def test_a_sync_leaves_out_what_was_long_ago(
    kim: TestClient, integration: Resource, api: VendorApi, worker: Worker
) -> None:
    long_ago = {"external_id": "iv-0", "starts_at": "2026-09-20T15:00:00+00:00", "ends_at": None}
    api.says["/interviews"] = {"events": [told(interview=long_ago), told("ignored"), told()]}
    sync(kim, integration)
    worker.work_off()
    assert [one["external_id"] for one in interviews(kim)] == ["iv-1"]
    assert outcomes(kim, integration) == ["applied"]


def test_what_is_more_than_can_be_looked_at_is_said(
    kim: TestClient, integration: Resource, api: VendorApi, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vendor_asking, "MOST_PULLED", 1)
    api.says["/interviews"] = {"events": [told(), told(interview={"external_id": "iv-2"})]}
    sync(kim, integration)
    worker.work_off()
    after = state(kim, integration)
    assert ("more than" in after["last_error"], after["sync_asked_at"], len(interviews(kim))) == (True, None, 1)


def test_two_syncs_at_once_are_one(kim: TestClient, integration: Resource, database: Database) -> None:
    sync(kim, integration)
    sync(kim, integration)
    assert count_jobs(database) == 1


def test_a_connection_that_goes_takes_its_sync_along(
    kim: TestClient, integration: Resource, api: VendorApi, worker: Worker, database: Database
) -> None:
    sync(kim, integration)
    deliver(kim, integration, told(**IDS_ALONE))
    kim.delete(f"{V1}/integrations/{integration['id']}")
    worker.work_off()
    assert (api.asked, count_jobs(database)) == ([], 0)


def test_whoever_cannot_be_asked_is_not_synced(kim: TestClient, vendor: PlainVendor, integration: Resource) -> None:
    without_key = connected(kim)
    refused = kim.post(f"{V1}/integrations/{without_key['id']}/sync")
    assert (refused.status_code, "api_key" in refused.json()["detail"], without_key["can_sync"]) == (409, True, False)
    assert integration["can_sync"]
    vendor.api_base_url = None
    refused = kim.post(f"{V1}/integrations/{integration['id']}/sync")
    assert (refused.status_code, "vendor's API" in refused.json()["detail"]) == (409, True)


# -- who is told -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by_sync", [False, True], ids=["by a delivery", "by a sync"])
def test_webhooks_hear_of_what_a_vendor_changed(
    by_sync: bool, kim: TestClient, integration: Resource, api: VendorApi, worker: Worker
) -> None:
    names = ["interview.created", "interview.updated", "application.updated"]
    with receiving() as receiver:
        made(kim.post(f"{V1}/webhooks", json={"url": receiver.url, "events": names}))
        if by_sync:
            api.says["/interviews"] = {"events": [told(), told("application_rejected")]}
            sync(kim, integration)
        else:
            deliver(kim, integration, told(), told("application_rejected"))
        worker.work_off()
        heard = [one.message for one in receiver.received]
    assert sorted(one["type"] for one in heard) == ["application.updated", "interview.created"]
    assert {one["data"].get("status") for one in heard} == {"rejected", "scheduled"}


# -- from a vendor's system to a telephone ------------------------------------------------------------------------


def test_an_interview_scheduled_at_a_vendors_shows_moves_and_goes_and_the_calendar_rings_for_the_thanks(
    kim: TestClient, integration: Resource, worker: Worker, clock: MovableClock
) -> None:
    application = an_application(kim, company="Acme", role="Support Lead")
    address = f"{V1}/applications/{application['id']}/plan"
    feed = made(kim.post(f"{V1}/calendar-feeds", json={"name": "My phone"}))["url"].removeprefix(
        "http://127.0.0.1:8000"
    )
    mine = {"candidate_email": "kim@example.com"}

    def thanks() -> list[datetime]:
        """When the plan has the thank-you open, which is when its window opens."""
        steps = [step["action"] for step in kim.get(address).json()["steps"]]
        return [
            datetime.fromisoformat(step["window"]["opens_at"]) for step in steps if step["kind"] == "thank_you_email"
        ]

    def alarms() -> int:
        return str(kim.get(feed).text).count("BEGIN:VALARM")

    assert (thanks(), alarms()) == ([], 0)

    deliver(kim, integration, told(**mine))
    assert thanks() == [datetime(2026, 11, 25, 16, tzinfo=UTC)]
    shown = kim.get(feed).text
    assert "DTSTART:20261125T150000Z" in shown
    assert alarms() >= 1
    assert "thank" in shown.lower()

    at_four = {"starts_at": "2026-11-26T16:00:00+00:00", "ends_at": "2026-11-26T17:00:00+00:00"}
    deliver(kim, integration, told("interview_rescheduled", interview=at_four, **mine))
    assert thanks() == [datetime(2026, 11, 26, 17, tzinfo=UTC)]
    assert "DTSTART:20261126T160000Z" in kim.get(feed).text
    assert "DTSTART:20261125T150000Z" not in kim.get(feed).text

    deliver(kim, integration, told("interview_cancelled", **mine))
    worker.work_off()
    clock.advance(hours=1)
    assert (thanks(), alarms()) == ([], 0)
    assert "DTSTART:20261126T160000Z" not in kim.get(feed).text
