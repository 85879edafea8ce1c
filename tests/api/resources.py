"""Resources made over the API, in which a test says only what it is about; instants are around the clock's present."""

from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

V1 = "/api/v1"
APPLICATIONS, INTERVIEWS = f"{V1}/applications", f"{V1}/interviews"
UNKNOWN = "01936b2e-0000-7000-8000-000000000000"

Resource = dict[str, Any]


def an_application(client: TestClient, **said: object) -> Resource:
    """An application to Acme."""
    return made(client.post(APPLICATIONS, json={"company": "Acme", "role": "Data engineer"} | said))


def a_contact(client: TestClient, application: Resource, **said: object) -> Resource:
    """A contact of that application."""
    return made(client.post(f"{APPLICATIONS}/{application['id']}/contacts", json={"name": "Dana Reyes"} | said))


def an_interview(client: TestClient, application: Resource, **said: object) -> Resource:
    """An interview of that application, on the Friday before."""
    return made(client.post(INTERVIEWS, json=interview_body(application_id=application["id"], **said)))


def a_touch(client: TestClient, application: Resource, **said: object) -> Resource:
    """A thank-you, just now."""
    body = {"kind": "thank_you_email"} | said
    return made(client.post(f"{APPLICATIONS}/{application['id']}/touches", json=body))


def a_deferral(client: TestClient, application: Resource, **said: object) -> Resource:
    """The check-in, left out for good."""
    body = {"kind": "check_in_email"} | said
    return made(client.post(f"{APPLICATIONS}/{application['id']}/deferrals", json=body))


def a_template(client: TestClient, **said: object) -> Resource:
    """A template of the user's own."""
    return made(
        client.post(f"{V1}/templates", json={"name": "Mine", "kind": "thank_you_email", "body": "Hello"} | said)
    )


def interview_body(**said: object) -> Resource:
    """What says when an interview takes place, and whatever else a test says."""
    times = {"starts_at": "2026-11-20T15:00:00-05:00", "ends_at": "2026-11-20T16:00:00-05:00"}
    return times | {"timezone": "America/New_York"} | said


def made(response: Response) -> Resource:
    """The resource that a POST made."""
    assert response.status_code == 201, response.text
    resource: Resource = response.json()
    return resource


def items(client: TestClient, address: str) -> list[Resource]:
    """What a list holds."""
    response = client.get(address)
    assert response.status_code == 200, response.text
    found: list[Resource] = response.json()["items"]
    return found


def pointers(response: Response) -> list[str]:
    """What a 422 points at."""
    assert response.status_code == 422, response.text
    return [error["pointer"] for error in response.json()["errors"]]


def codes(response: Response) -> dict[str, str]:
    """What a 422 says is wrong, by what it points at."""
    assert response.status_code == 422, response.text
    return {error["pointer"]: error["code"] for error in response.json()["errors"]}
