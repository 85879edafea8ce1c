"""Importing e-mail messages over the API."""

from email.message import EmailMessage

from httpx2 import Response
from starlette.testclient import TestClient

from tests.api.resources import V1, Resource

MAIL = f"{V1}/imports/email"
ME = "Kim <kim@example.com>"
DANA = "Dana Reyes <Dana@Acme.example>"


def message(text: str = "All good here.", **headers: str | None) -> EmailMessage:
    """A message from Dana to Kim an hour ago, unless the headers say otherwise; `_` stands for `-`, null leaves out."""
    said: dict[str, str | None] = {
        "From": DANA,
        "To": ME,
        "Subject": "Your interview",
        "Date": "Mon, 23 Nov 2026 14:00:00 +0000",
        "Message_ID": "<one@acme.example>",
    }
    mail = EmailMessage()
    for name, value in (said | headers).items():
        if value is not None:
            mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return mail


def send(client: TestClient, mail: EmailMessage | bytes, **query: str) -> Response:
    """Import a message."""
    raw = mail if isinstance(mail, bytes) else mail.as_bytes()
    return client.post(MAIL, content=raw, params=query, headers={"Content-Type": "message/rfc822"})


def filed(client: TestClient, mail: EmailMessage | bytes, **query: str) -> Resource:
    """What became of a message."""
    response = send(client, mail, **query)
    assert response.status_code == 200, response.text
    report: Resource = response.json()
    return report
