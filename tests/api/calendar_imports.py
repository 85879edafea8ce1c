"""Importing calendar files over the API."""

from collections.abc import Mapping

from httpx2 import Response
from starlette.testclient import TestClient

from tests.api.resources import INTERVIEWS, V1, Resource, items
from tests.connectors.calendar_texts import calendar, invitation

CALENDAR = f"{V1}/imports/calendar"
HEADERS = {"Content-Type": "text/calendar; charset=utf-8; method=REQUEST"}


def send(client: TestClient, raw: bytes, headers: Mapping[str, str] = HEADERS, /, **query: str) -> Response:
    """Import a calendar file."""
    return client.post(CALENDAR, content=raw, params=query, headers=dict(headers))


def imported(client: TestClient, file: str | bytes, **query: str) -> Resource:
    """What became of a calendar file, named or whole."""
    response = send(client, invitation(file) if isinstance(file, str) else file, **query)
    assert response.status_code == 200, response.text
    report: Resource = response.json()
    return report


def counts(report: Resource) -> dict[str, int]:
    """How many events came out how, without those that are none."""
    return {name: report[name] for name in ("created", "updated", "cancelled", "skipped") if report[name]}


def version(sequence: int = 0, stamp: str = "20300101T000000Z", *lines: str, method: str = "REQUEST") -> bytes:
    """A version of one event, at ten o'clock unless it says otherwise."""
    said = [*lines, f"SEQUENCE:{sequence}", "SUMMARY:Interview: Data engineer at Acme"]
    start = [] if any(line.startswith("DTSTART") for line in lines) else ["DTSTART:20300401T100000Z", "DURATION:PT1H"]
    return calendar(*start, *said, method=method).replace(b"DTSTAMP:20300101T000000Z", f"DTSTAMP:{stamp}".encode())


def only_interview(client: TestClient) -> Resource:
    """The one interview that there is."""
    [interview] = items(client, INTERVIEWS)
    return interview
