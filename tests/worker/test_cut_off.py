"""A delivery that is cut off when its process is killed arrives after the restart, under the same id."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from afterview.main import create_app
from afterview.settings import Settings
from tests.api.resources import V1, a_touch, an_application, items, made
from tests.conftest import CHEAP, PASSWORD
from tests.receiver import receiving

PROGRAM = str(Path(sys.executable).with_name("afterview"))


@contextmanager
def running(settings: Settings, *command: str) -> Iterator["subprocess.Popen[bytes]"]:
    """The program in a process of its own, which is killed at the end if it still lives."""
    assert settings.secret_key is not None
    environment = {
        **os.environ,
        "AFTERVIEW_DATA_DIR": str(settings.data_dir),
        "AFTERVIEW_DATABASE_URL": settings.database_url,
        "AFTERVIEW_SECRET_KEY": settings.secret_key.get_secret_value(),
        "AFTERVIEW_ALLOW_PRIVATE_URLS": "1",
    }
    quiet = subprocess.DEVNULL
    with subprocess.Popen([PROGRAM, *command], env=environment, stdout=quiet, stderr=quiet) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGKILL)


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """An installation inside a network."""
    return settings.model_copy(update={"allow_private_urls": True})


def test_it_arrives_after_the_restart(settings: Settings) -> None:
    command = ("serve", "--port", "0") if settings.is_small else ("worker",)
    with receiving() as receiver, TestClient(create_app(settings, password_cost=CHEAP)) as api:
        receiver.may_answer.clear()
        person = {"email": "kim@example.com", "password": PASSWORD, "name": "Kim", "timezone": "UTC"}
        assert api.post(f"{V1}/auth/register", json=person).status_code == 201
        token = api.post(f"{V1}/auth/token", data={"username": "kim@example.com", "password": PASSWORD}).json()
        api.headers["Authorization"] = f"Bearer {token['access_token']}"
        webhook = made(api.post(f"{V1}/webhooks", json={"url": receiver.url, "events": ["touch.created"]}))
        a_touch(api, an_application(api))
        with running(settings, *command) as cut_off:
            assert receiver.arrived.wait(timeout=30)
            cut_off.send_signal(signal.SIGKILL)
        [delivery] = items(api, f"{V1}/webhooks/{webhook['id']}/deliveries")
        assert (delivery["status"], delivery["attempts"]) == ("pending", 0)
        receiver.arrived.clear()
        with running(settings, *command) as restarted:
            assert receiver.arrived.wait(timeout=30)
            receiver.may_answer.set()
            restarted.send_signal(signal.SIGTERM)
            restarted.wait(timeout=30)
        [delivery] = items(api, f"{V1}/webhooks/{webhook['id']}/deliveries")
    assert (delivery["status"], delivery["attempts"]) == ("delivered", 1)
    assert [one.headers["webhook-id"] for one in receiver.received] == [delivery["event_id"]] * 2
