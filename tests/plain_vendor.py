"""A vendor for tests: its deliveries say in JSON, word for word, what it tells; its API does so too."""

import hmac
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

from afterview.connectors.ats.event import EventName, VendorEvent, VendorInterview, VendorInterviewer
from afterview.connectors.ats.vendor import Access, Delivery, NotAuthentic, Reading, Unreadable, VendorTrouble
from tests.api.resources import V1, Resource, items, made

SECRET, KEY = "demo-secret-1", "demo-key-1"
SIGNATURE = "x-plain-signature"


class PlainVendor:
    """Signs bodies with HMAC-SHA256 under the secret; everything can be asked when it has an API."""

    def __init__(self, *, api: bool = True, data_is_signed: bool = True) -> None:
        self.api_base_url = "https://api.plain.example" if api else None
        self.data_is_signed = data_is_signed

    def handshake(self, delivery: Delivery) -> Mapping[str, str] | None:
        """Its challenge, given back."""
        challenge = delivery.headers.get("x-challenge")
        return None if challenge is None else {"x-challenge": challenge}

    def is_test(self, delivery: Delivery) -> bool:
        """Whether the body says so."""
        return delivery.body == b'{"test":true}'

    def verify(self, delivery: Delivery, secret: str, now: datetime) -> None:  # noqa: ARG002  (it has no window)
        """By the header."""
        if not hmac.compare_digest(delivery.headers.get(SIGNATURE, "").encode(), sign(delivery.body, secret).encode()):
            raise NotAuthentic("The signature does not fit.")

    def read(self, delivery: Delivery) -> Reading:
        """What the body says."""
        try:
            said = json.loads(delivery.body)
            return Reading(said.get("id"), [event_of(one) for one in said["events"]])
        except (KeyError, ValueError):
            raise Unreadable("This is no delivery of ours.") from None

    def complete(self, event: VendorEvent, access: Access) -> VendorEvent:
        """What the API says of the application instead."""
        return event_of(ask(access, f"/applications/{event.application_id}"))

    def pull(self, access: Access, since: datetime | None) -> Iterator[VendorEvent]:
        """What the API lists."""
        since_when = f"?since={since.isoformat()[:19]}" if since else ""
        for one in ask(access, f"/interviews{since_when}")["events"]:
            yield event_of(one)


def ask(access: Access, path: str) -> dict[str, Any]:
    """What the API says, asked with the key."""
    answer = access.client.get(access.base_url + path, headers={"Authorization": access.api_key})
    if answer.status_code != 200:
        raise VendorTrouble(f"The vendor answered {answer.status_code}.")
    said: dict[str, Any] = answer.json()
    return said


def event_of(said: dict[str, Any]) -> VendorEvent:
    """An event as it is said in JSON."""
    interview = said.get("interview")
    if interview is not None:
        people = tuple(VendorInterviewer(**one) for one in interview.get("interviewers", ()))
        times = {name: read(interview.get(name)) for name in ("starts_at", "ends_at")}
        interview = VendorInterview(**interview | times | {"interviewers": people})
    named = {"name": EventName(said["name"]), "said": said["name"], "as_of": read(said.get("as_of"))}
    return VendorEvent(**said | named | {"interview": interview})


def read(instant: str | None) -> datetime | None:
    """An instant, or null."""
    return None if instant is None else datetime.fromisoformat(instant)


def sign(body: bytes, secret: str) -> str:
    """The signature of a body."""
    return hmac.digest(secret.encode(), body, "sha256").hex()


# -- what tests do with it ----------------------------------------------------------------------------------------


def connected(client: TestClient, **said: object) -> Resource:
    """A connection to the vendor, which has told us its secret."""
    body = {"vendor": "ashby", "name": "Acme's", "company": "Acme", "signing_secret": SECRET} | said
    return made(client.post(f"{V1}/integrations", json=body))


def told(name: str = "interview_scheduled", **said: object) -> dict[str, Any]:
    """An interview of Lena's in two days, as the vendor tells of it."""
    interview: dict[str, object] = {
        "external_id": "iv-1",
        "starts_at": "2026-11-25T15:00:00+00:00",
        "ends_at": "2026-11-25T16:00:00+00:00",
        "title": "Portfolio review",
        "interviewers": [{"name": "Ivo Marsh", "email": "ivo.marsh@acme.example"}],
    }
    if isinstance(changed := said.pop("interview", {}), dict):
        interview |= changed
    about = {"application_id": "app-1", "role": "Support Lead", "candidate_name": "Lena Brandt"}
    about["candidate_email"] = "lena.brandt@example.com"
    return {"name": name, "interview": interview if name.startswith("interview") else None} | about | said


def deliver(client: TestClient, integration: Resource, *events: dict[str, Any], id: str | None = None) -> Response:
    """The vendor's delivery of these events, signed; each has an id of its own, unless it is given."""
    said = {"events": events} | ({} if id is None else {"id": id})
    return post(client, integration, json.dumps(said).encode())


def post(client: TestClient, integration: Resource, body: bytes, **headers: str) -> Response:
    """A delivery of these bytes, signed, from somebody who has not signed in."""
    signed = {SIGNATURE: sign(body, SECRET), "Authorization": ""} | headers
    return client.post(f"{V1}/hooks/{integration['id']}", content=body, headers=signed)


def events(client: TestClient, integration: Resource) -> list[Resource]:
    """What came over a connection, newest first."""
    return items(client, f"{V1}/integrations/{integration['id']}/events")


def outcomes(client: TestClient, integration: Resource) -> list[str]:
    """What became of it, in the order in which it came."""
    return [event["outcome"] for event in reversed(events(client, integration))]


class VendorApi:
    """The vendor's API on loopback: what it says under each path, and what it was asked."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.says: dict[str, object] = {}
        self.asked: list[tuple[str, str | None]] = []
        self.is_down = False


@contextmanager
def vendor_api() -> Iterator[VendorApi]:
    """A server on a free port, for as long as the block lasts; what it does not know is a 404."""

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            api.asked.append((self.path, self.headers["authorization"]))
            found = api.says.get(self.path)
            self.send_response(503 if api.is_down else 404 if found is None else 200)
            body = json.dumps(found).encode()
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    api = VendorApi(server.server_address[1])
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield api
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
