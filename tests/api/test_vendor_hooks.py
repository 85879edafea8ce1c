"""What each of the seven vendors would send, as it is signed, through the hook of a connection to it."""

import json

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from afterview.main import create_app
from afterview.settings import Settings
from tests.api.resources import V1, Resource, an_application, items
from tests.conftest import CHEAP, MovableClock
from tests.connectors.ats.deliveries import NOW, RECORDED, SECRET
from tests.plain_vendor import connected, events
from tests.receiver import hmac_sha256

EXPECTED = {
    "greenhouse": ("application_rejected", "applied"),
    "ashby": ("interview_scheduled", "ignored"),  # it names neither role nor candidate, and there is no key to ask
    "lever": ("hired", "ignored"),  # what it says is not signed
    "smartrecruiters": ("interview_scheduled", "unchanged"),  # it does not say when
    "workable": ("stage_changed", "unchanged"),  # a stage changes no advice
    "recruitee": ("application_reopened", "unchanged"),  # it is active already
    "calendly": ("interview_scheduled", "applied"),
}


@pytest.fixture
def app(settings: Settings, clock: MovableClock) -> FastAPI:
    """The application, at the time at which the deliveries were sent."""
    clock.present = NOW
    return create_app(settings, clock=clock, password_cost=CHEAP)


def deliver(client: TestClient, integration: Resource, headers: dict[str, str], body: bytes) -> int:
    """The status that a delivery is answered with."""
    sent = {"Authorization": ""} | headers
    return client.post(f"{V1}/hooks/{integration['id']}", content=body, headers=sent).status_code


@pytest.fixture
def lena(signed_in: TestClient) -> Resource:
    """The application of which Calendly knows the candidate alone."""
    candidate = {"name": "Lena Brandt", "email": "lena.brandt@example.com"}
    return an_application(signed_in, company="Acme", role="Support Lead", candidate=candidate)


@pytest.mark.usefixtures("lena")
@pytest.mark.parametrize("vendor", RECORDED)
def test_a_delivery_is_taken_once_and_does_what_it_can(vendor: str, signed_in: TestClient) -> None:
    integration = connected(signed_in, vendor=vendor, signing_secret=SECRET)
    delivery = RECORDED[vendor]
    assert [deliver(signed_in, integration, dict(delivery.headers), delivery.body) for _ in range(2)] == [200, 200]
    [event] = events(signed_in, integration)
    assert (event["event"], event["outcome"]) == EXPECTED[vendor]
    assert event["detail"]


@pytest.mark.parametrize("vendor", RECORDED)
def test_a_delivery_that_somebody_changed_is_refused(vendor: str, signed_in: TestClient) -> None:
    integration = connected(signed_in, vendor=vendor, signing_secret="another secret")
    delivery = RECORDED[vendor]
    assert deliver(signed_in, integration, dict(delivery.headers), delivery.body) == 401
    assert deliver(signed_in, integration, {}, delivery.body) == 401
    assert events(signed_in, integration) == []


def test_a_booking_at_calendlys_moves_and_goes(signed_in: TestClient, lena: Resource) -> None:
    integration = connected(signed_in, vendor="calendly", signing_secret=SECRET)

    def book(event: str, number: int, start: str, **said: object) -> None:
        booking = f"https://api.calendly.com/scheduled_events/E{number}/invitees/I{number}"
        meeting = {"uri": booking, "name": "Intro call", "start_time": start, "end_time": start.replace(":00Z", ":20Z")}
        about = {"uri": booking, "name": "Lena Brandt", "email": "lena.brandt@example.com", "timezone": "Europe/Berlin"}
        body = json.dumps({"event": event, "payload": about | {"scheduled_event": meeting} | said}).encode()
        at = str(int(NOW.timestamp()))
        signature = hmac_sha256(SECRET.encode(), f"{at}.".encode() + body).hex()
        signed = {"calendly-webhook-signature": f"t={at},v1={signature}"}
        assert deliver(signed_in, integration, signed, body) == 200

    first = "https://api.calendly.com/scheduled_events/E1/invitees/I1"
    book("invitee.created", 1, "2026-05-06T13:00:00Z")
    book("invitee.created", 2, "2026-05-07T13:00:00Z", old_invitee=first, rescheduled=False)
    book("invitee.canceled", 1, "2026-05-06T13:00:00Z", rescheduled=True)
    [interview] = items(signed_in, f"{V1}/interviews")
    assert (interview["starts_at"], interview["status"]) == ("2026-05-07T13:00:00Z", "scheduled")
    assert (interview["application_id"], interview["timezone"]) == (lena["id"], "Europe/Berlin")
    book("invitee.canceled", 2, "2026-05-07T13:00:00Z", rescheduled=False)
    [interview] = items(signed_in, f"{V1}/interviews")
    assert interview["status"] == "cancelled"
