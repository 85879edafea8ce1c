"""Events on their way to a real receiver: what it is sent, signed by what, how often, and when it is left alone."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from pydantic import SecretStr
from starlette.testclient import TestClient

from afterview.main import create_app
from afterview.services.deliveries import DELAYS
from afterview.settings import Settings
from afterview.store.engine import Database
from afterview.worker import Worker, make_worker
from tests.api.resources import V1, Resource, a_touch, an_application, an_interview, items, made
from tests.conftest import CHEAP, MovableClock
from tests.receiver import Receiver, receiving

HOOKS = f"{V1}/webhooks"
ALL = ["action.due", "application.updated", "interview.created", "interview.updated", "touch.created"]


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """An installation inside a network, whose receivers are there too."""
    return settings.model_copy(update={"allow_private_urls": True})


@pytest.fixture
def app(settings: Settings, clock: MovableClock) -> FastAPI:
    """The application on it."""
    return create_app(settings, clock=clock, password_cost=CHEAP)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """Somebody else's server."""
    with receiving() as receiver:
        yield receiver


@pytest.fixture
def worker(settings: Settings, database: Database, clock: MovableClock) -> Iterator[Worker]:
    """A worker by the application's clock."""
    worker = make_worker(settings, database, clock)
    yield worker
    worker.close()


@pytest.fixture
def api(signed_in: TestClient, clock: MovableClock) -> TestClient:
    """Somebody whose key does not end while time goes by."""
    key = made(signed_in.post(f"{V1}/api-keys", json={"name": "tests", "scopes": ["read", "write"]}))
    signed_in.headers["Authorization"] = f"Bearer {key['secret']}"
    return signed_in


def a_webhook(api: TestClient, receiver: Receiver, *events: str) -> Resource:
    """A webhook that is told of these events, or of touches."""
    return made(api.post(HOOKS, json={"url": receiver.url, "events": events or ["touch.created"]}))


def deliveries(api: TestClient, webhook: Resource) -> list[Resource]:
    """A webhook's deliveries, newest first."""
    return items(api, f"{HOOKS}/{webhook['id']}/deliveries")


def only_delivery(api: TestClient, webhook: Resource) -> Resource:
    """The one delivery that there is."""
    [delivery] = deliveries(api, webhook)
    return delivery


def state(api: TestClient, webhook: Resource) -> Resource:
    """A webhook as it is now."""
    found: Resource = api.get(f"{HOOKS}/{webhook['id']}").json()
    return found


def messages(receiver: Receiver, event: str) -> list[dict[str, Any]]:
    """What the receiver was told of one kind of event."""
    return [one.message for one in receiver.received if one.message["type"] == event]


# -- what is sent -------------------------------------------------------------------------------------------------


def test_a_touch_is_told_of_as_the_api_shows_it(api: TestClient, receiver: Receiver, worker: Worker) -> None:
    webhook = a_webhook(api, receiver)
    touch = a_touch(api, an_application(api), note="café")
    assert only_delivery(api, webhook)["status"] == "pending"
    worker.work_off()
    expected = {"type": "touch.created", "timestamp": "2026-11-23T15:00:00Z", "data": touch}
    assert receiver.only.message == expected
    delivery = only_delivery(api, webhook)
    assert (delivery["status"], delivery["attempts"], delivery["response_status"]) == ("delivered", 1, 204)
    assert (delivery["delivered_at"], delivery["next_attempt_at"]) == ("2026-11-23T15:00:00Z", None)


def test_an_interview_is_told_of_when_it_is_made_and_changed(
    api: TestClient, receiver: Receiver, worker: Worker
) -> None:
    a_webhook(api, receiver, "interview.created", "interview.updated")
    people = [{"name": "Dana Reyes", "email": "dana@acme.example"}]
    interview = an_interview(api, an_application(api), interviewers=people)
    address = f"{V1}/interviews/{interview['id']}"
    changed = api.patch(address, json={"status": "cancelled"}).json()
    worker.work_off()
    assert [one.message["type"] for one in receiver.received] == ["interview.created", "interview.updated"]
    assert [one.message["data"] for one in receiver.received] == [interview, changed]


def test_a_change_of_an_application_is_told_of_and_its_making_is_not(
    api: TestClient, receiver: Receiver, worker: Worker
) -> None:
    a_webhook(api, receiver, "application.updated")
    application = an_application(api, candidate={"name": "Kim"})
    changed = api.patch(f"{V1}/applications/{application['id']}", json={"status": "offered"}).json()
    worker.work_off()
    assert [one["data"] for one in messages(receiver, "application.updated")] == [changed]


def test_each_is_told_what_it_listens_to(api: TestClient, receiver: Receiver, worker: Worker) -> None:
    a_webhook(api, receiver, "interview.created")
    a_webhook(api, receiver, "touch.created", "interview.created")
    an_interview(api, an_application(api))
    a_touch(api, an_application(api))
    worker.work_off()
    assert sorted(one.message["type"] for one in receiver.received) == [
        "interview.created",
        "interview.created",
        "touch.created",
    ]


def test_an_invitation_is_told_of_and_a_rehearsal_is_not(api: TestClient, receiver: Receiver, worker: Worker) -> None:
    a_webhook(api, receiver, *ALL)
    file = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Interview\r\n"
        "DTSTAMP:20261120T100000Z\r\nDTSTART:20261125T150000Z\r\nDTEND:20261125T160000Z\r\n"
        "ORGANIZER;CN=Dana:mailto:dana@acme.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    headers = {"Content-Type": "text/calendar"}
    for query in ("?dry_run=true", "", ""):
        assert api.post(f"{V1}/imports/calendar{query}", content=file, headers=headers).status_code == 200
    worker.work_off()
    assert [one.message["type"] for one in receiver.received] == ["interview.created"]


def test_what_was_refused_is_told_to_nobody(api: TestClient, receiver: Receiver, worker: Worker) -> None:
    webhook = a_webhook(api, receiver)
    touches = f"{V1}/applications/{an_application(api)['id']}/touches"
    assert api.post(touches, json={"kind": "answer", "reached": "spoke"}).status_code == 422
    assert deliveries(api, webhook) == []


def test_nobody_is_told_of_what_is_somebody_elses(
    api: TestClient, sign_up: Callable[[str], TestClient], receiver: Receiver, worker: Worker
) -> None:
    a_webhook(api, receiver)
    lee = sign_up("lee@example.com")
    a_touch(lee, an_application(lee))
    worker.work_off()
    assert receiver.received == []


# -- due actions --------------------------------------------------------------------------------------------------


@pytest.fixture
def interviewed(api: TestClient) -> Resource:
    """An application whose interview ends in an hour."""
    application = an_application(api)
    times = {"starts_at": "2026-11-23T15:00:00Z", "ends_at": "2026-11-23T16:00:00Z"}
    dana = {"name": "Dana Reyes", "email": "dana@acme.example", "role": "hiring_manager"}
    an_interview(api, application, **times, interviewers=[dana])
    return application


def test_an_action_is_told_of_when_the_clock_makes_it_due(
    api: TestClient, receiver: Receiver, worker: Worker, clock: MovableClock, interviewed: Resource
) -> None:
    a_webhook(api, receiver, "action.due")
    worker.work_off()
    assert receiver.received == []
    clock.advance(hours=1)
    worker.work_off()
    told = receiver.only.message["data"]
    assert told["application"] == {key: interviewed[key] for key in ("id", "company", "role", "status")}
    advice = api.get(f"{V1}/applications/{interviewed['id']}/next-action").json()
    assert told["recommendation"] == advice
    assert advice["action"]["kind"] == "thank_you_email"


def test_a_due_action_is_told_of_once(
    api: TestClient, receiver: Receiver, worker: Worker, clock: MovableClock, interviewed: Resource
) -> None:
    a_webhook(api, receiver, "action.due")
    for _ in range(20):
        clock.advance(hours=1)
        worker.work_off()
        assert api.patch(f"{V1}/applications/{interviewed['id']}", json={"notes": str(clock())}).status_code == 200
    assert len(receiver.received) == 1


def test_an_action_that_was_done_and_taken_back_is_not_told_of_again(
    api: TestClient, receiver: Receiver, worker: Worker, clock: MovableClock, interviewed: Resource
) -> None:
    a_webhook(api, receiver, "action.due")
    clock.advance(hours=1)
    worker.work_off()
    for _ in range(2):
        touch = a_touch(api, interviewed, occurred_at="2026-11-23T16:00:00Z")
        clock.advance(days=2)
        worker.work_off()
        assert api.delete(f"{V1}/touches/{touch['id']}").status_code == 204
        worker.work_off()
    kinds = [one["data"]["recommendation"]["action"]["kind"] for one in messages(receiver, "action.due")]
    assert kinds[0] == "thank_you_email"
    assert len(kinds) == len(set(kinds))


def test_what_follows_is_told_of_when_its_time_comes(
    api: TestClient, receiver: Receiver, worker: Worker, clock: MovableClock, interviewed: Resource
) -> None:
    a_webhook(api, receiver, "action.due")
    clock.advance(hours=1)
    worker.work_off()
    a_touch(api, interviewed)
    for _ in range(14):
        clock.advance(days=1)
        worker.work_off()
    kinds = [one["data"]["recommendation"]["action"]["kind"] for one in messages(receiver, "action.due")]
    assert kinds == ["thank_you_email", "linkedin_request", "check_in_email"]


# -- signatures ---------------------------------------------------------------------------------------------------


def test_it_is_signed_after_standard_webhooks(
    api: TestClient, receiver: Receiver, worker: Worker, clock: MovableClock
) -> None:
    webhook = a_webhook(api, receiver)
    a_touch(api, an_application(api))
    worker.work_off()
    headers = receiver.only.headers
    assert receiver.only.is_signed_with(webhook["secret"])
    assert headers["webhook-timestamp"] == str(int(clock().timestamp()))
    assert headers["webhook-id"] == only_delivery(api, webhook)["event_id"]
    assert headers["content-type"] == "application/json"


def test_for_a_day_after_a_rotation_both_secrets_sign(
    api: TestClient, receiver: Receiver, worker: Worker, clock: MovableClock
) -> None:
    webhook = a_webhook(api, receiver)
    address = f"{HOOKS}/{webhook['id']}"
    new = api.post(f"{address}/rotate").json()["secret"]
    api.post(f"{address}/test")
    worker.work_off()
    clock.advance(days=1)
    api.post(f"{address}/test")
    worker.work_off()
    during, after = receiver.received
    assert [during.is_signed_with(secret) for secret in (new, webhook["secret"])] == [True, True]
    assert [after.is_signed_with(secret) for secret in (new, webhook["secret"])] == [True, False]


def test_when_the_secret_key_has_changed_it_says_so(
    api: TestClient, receiver: Receiver, settings: Settings, database: Database, clock: MovableClock
) -> None:
    webhook = a_webhook(api, receiver)
    a_touch(api, an_application(api))
    other = settings.model_copy(update={"secret_key": SecretStr("another key, as long as it must be")})
    stranger = make_worker(other, database, clock)
    stranger.work_off()
    stranger.close()
    delivery = only_delivery(api, webhook)
    assert (delivery["status"], "rotate" in delivery["error"]) == ("failed", True)
    assert receiver.received == []


# -- attempts -----------------------------------------------------------------------------------------------------


def test_a_failure_is_tried_again_under_the_same_id_until_it_arrives(
    api: TestClient, receiver: Receiver, worker: Worker, clock: MovableClock
) -> None:
    webhook = a_webhook(api, receiver)
    receiver.will_answer(500, 400)
    a_touch(api, an_application(api))
    for delay in (timedelta(0), timedelta(seconds=6), timedelta(minutes=6)):
        clock.present += delay
        worker.work_off()
    assert [one.headers["webhook-id"] for one in receiver.received] == [only_delivery(api, webhook)["event_id"]] * 3
    assert len({one.body for one in receiver.received}) == 1
    delivery = only_delivery(api, webhook)
    assert (delivery["status"], delivery["attempts"], delivery["error"]) == ("delivered", 3, None)
    assert state(api, webhook)["failing_since"] is None


def test_the_schedule_ends_after_ten_attempts(
    api: TestClient, receiver: Receiver, worker: Worker, clock: MovableClock
) -> None:
    webhook = a_webhook(api, receiver)
    receiver.will_answer(*[500] * 20)
    a_touch(api, an_application(api))
    waits = []
    for _ in range(len(DELAYS) + 1):
        worker.work_off()
        at = only_delivery(api, webhook)["next_attempt_at"]
        if at is not None:
            waits.append(instant(at) - clock())
            clock.present = instant(at)
    assert all(delay <= wait <= 1.1 * delay for delay, wait in zip(DELAYS, waits, strict=True))
    delivery = only_delivery(api, webhook)
    assert (delivery["status"], delivery["attempts"]) == ("failed", 10)
    assert delivery["error"] == "The receiver answered 500."
    clock.advance(days=2)
    worker.work_off()
    assert len(receiver.received) == 10


def instant(text: str) -> datetime:
    """An instant as the API writes it."""
    return datetime.fromisoformat(text).astimezone(UTC)


def test_a_redirect_is_a_failure(api: TestClient, receiver: Receiver, worker: Worker) -> None:
    webhook = a_webhook(api, receiver)
    receiver.will_answer(307, location=receiver.url)
    a_touch(api, an_application(api))
    worker.work_off()
    assert len(receiver.received) == 1
    assert "redirect" in only_delivery(api, webhook)["error"]


@pytest.mark.parametrize(("status", "after", "seconds"), [(429, "120", 120), (503, "7200", 7200), (502, "", 60)])
def test_a_receiver_that_has_too_much_to_do_is_left_alone(
    api: TestClient, receiver: Receiver, worker: Worker, clock: MovableClock, status: int, after: str, seconds: int
) -> None:
    webhook = a_webhook(api, receiver)
    receiver.will_answer(status, retry_after=after)
    a_touch(api, an_application(api))
    worker.work_off()
    a_touch(api, an_application(api))
    clock.advance(seconds=seconds - 1)
    worker.work_off()
    assert len(receiver.received) == 1
    clock.advance(seconds=1)
    worker.work_off()
    assert [one["status"] for one in deliveries(api, webhook)] == ["delivered", "delivered"]
    assert deliveries(api, webhook)[0]["attempts"] == 1


def test_a_receiver_that_is_gone_is_switched_off_at_once(
    api: TestClient, receiver: Receiver, worker: Worker, clock: MovableClock
) -> None:
    webhook = a_webhook(api, receiver)
    receiver.will_answer(410)
    for _ in range(2):
        a_touch(api, an_application(api))
    worker.work_off()
    assert (state(api, webhook)["active"], state(api, webhook)["switched_off"]) == (False, "gone")
    assert {one["status"] for one in deliveries(api, webhook)} == {"failed"}
    assert len(receiver.received) == 1
    a_touch(api, an_application(api))
    assert len(deliveries(api, webhook)) == 2


def test_a_receiver_that_fails_for_five_days_is_switched_off_and_on_again_by_hand(
    api: TestClient, receiver: Receiver, worker: Worker, clock: MovableClock
) -> None:
    webhook = a_webhook(api, receiver)
    receiver.will_answer(*[500] * 100)
    for hours in (0, 60, 59, 1):
        clock.advance(hours=hours)
        api.post(f"{HOOKS}/{webhook['id']}/test")
        worker.work_off()
        assert state(api, webhook)["active"] == (hours != 1)
    assert state(api, webhook)["switched_off"] == "failing"
    on = api.patch(f"{HOOKS}/{webhook['id']}", json={"active": True}).json()
    assert (on["active"], on["switched_off"], on["failing_since"]) == (True, None, None)


def test_nobody_there_is_a_failure_like_any_other(api: TestClient, receiver: Receiver, worker: Worker) -> None:
    webhook = made(api.post(HOOKS, json={"url": "http://127.0.0.1:1/", "events": ["touch.created"]}))
    a_touch(api, an_application(api))
    worker.work_off()
    delivery = only_delivery(api, webhook)
    assert (delivery["status"], delivery["attempts"], delivery["response_status"]) == ("pending", 1, None)
    assert "cannot be reached" in delivery["error"]


def test_an_address_inside_is_refused_when_it_is_called_too(
    api: TestClient, receiver: Receiver, settings: Settings, database: Database, clock: MovableClock
) -> None:
    webhook = a_webhook(api, receiver)
    a_touch(api, an_application(api))
    strict = make_worker(settings.model_copy(update={"allow_private_urls": False}), database, clock)
    strict.work_off()
    strict.close()
    assert receiver.received == []
    assert only_delivery(api, webhook)["error"] == "The address is not public."


def test_a_delivery_is_made_again_by_hand(
    api: TestClient, receiver: Receiver, worker: Worker, clock: MovableClock
) -> None:
    webhook = a_webhook(api, receiver)
    a_touch(api, an_application(api))
    worker.work_off()
    address = f"{HOOKS}/{webhook['id']}/deliveries/{only_delivery(api, webhook)['id']}/retry"
    assert api.post(address).json()["status"] == "pending"
    worker.work_off()
    assert len({one.headers["webhook-id"] for one in receiver.received}) == 1
    delivery = only_delivery(api, webhook)
    assert (len(receiver.received), delivery["attempts"], delivery["status"]) == (2, 2, "delivered")


def test_what_was_deleted_is_not_delivered(api: TestClient, receiver: Receiver, worker: Worker) -> None:
    webhook = a_webhook(api, receiver)
    a_touch(api, an_application(api))
    api.delete(f"{HOOKS}/{webhook['id']}")
    worker.work_off()
    assert receiver.received == []


def test_old_deliveries_are_forgotten_when_new_ones_come(
    api: TestClient, receiver: Receiver, worker: Worker, clock: MovableClock
) -> None:
    webhook = a_webhook(api, receiver)
    a_touch(api, an_application(api))
    worker.work_off()
    clock.advance(days=31)
    a_touch(api, an_application(api))
    assert len(deliveries(api, webhook)) == 1
