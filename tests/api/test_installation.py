"""What an installation can do depends on how it is set up, and is told without a secret."""

import pytest
from pydantic import JsonValue
from starlette.testclient import TestClient

from afterview.main import create_app
from afterview.settings import Settings
from tests.api.resources import V1
from tests.conftest import CHEAP, MovableClock

MAILBOX = {"address": "jobs@a.example", "folder": "New"}


@pytest.mark.parametrize(
    ("set_up", "told"),
    [
        ({}, {"sends_letters": False, "mailbox": None}),
        ({"smtp_url": "smtps://u:secretpw@h?from=a@b.example"}, {"sends_letters": True, "mailbox": None}),
        ({"imap_url": "imaps://jobs%40a.example:secretpw@h/New"}, {"sends_letters": False, "mailbox": MAILBOX}),
        (
            {"imap_url": "imaps://jobs:secretpw@h"},
            {"sends_letters": False, "mailbox": {"address": None, "folder": "INBOX"}},
        ),
    ],
    ids=["nothing", "letters", "mailbox", "mailbox without an address"],
)
def test_it_tells_what_the_settings_allow(
    set_up: dict[str, str], told: JsonValue, settings: Settings, clock: MovableClock, signed_in: TestClient
) -> None:
    other = Settings.model_validate(settings.model_dump() | set_up)
    with TestClient(create_app(other, clock=clock, password_cost=CHEAP), headers=dict(signed_in.headers)) as client:
        answer = client.get(f"{V1}/installation")
    assert answer.json() == told
    assert "secretpw" not in answer.text


def test_whoever_is_not_signed_in_is_told_nothing(client: TestClient) -> None:
    assert client.get(f"{V1}/installation").status_code == 401
