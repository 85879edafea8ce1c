"""What all tests share: the application on both databases, somebody signed in, and a clock to move."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import hypothesis
import pytest
from fastapi import FastAPI
from pydantic import SecretStr
from starlette.testclient import TestClient

from afterview.main import create_app
from afterview.services.passwords import Cost
from afterview.settings import PREFIX, Settings

pytest_plugins = ["tests.databases", "tests.mailboxes", "tests.tally"]

CHEAP = Cost(passes=1, memory=8, lanes=1)
PASSWORD = "three unrelated words"
EXPLORE_DEPTH = "AFTERVIEW_EXPLORE_DEPTH"  # how many events deep the policy is explored, at least

SignUp = Callable[[str], TestClient]

# The same cases in every run: what fails once fails again, for everybody. `--hypothesis-profile=wide` looks further.
hypothesis.settings.register_profile("same", derandomize=True, deadline=None)
hypothesis.settings.register_profile("wide", max_examples=2_000, deadline=None, print_blob=True)
hypothesis.settings.load_profile("same")


def pytest_configure() -> None:
    """Forget how Afterview is set up on this machine."""
    for name in [name for name in os.environ if name.startswith(PREFIX) and name != EXPLORE_DEPTH]:
        del os.environ[name]


class MovableClock:
    """The application's clock in tests: it stands still until it is moved."""

    def __init__(self) -> None:
        self.present = datetime(2026, 11, 23, 15, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The present instant, as the application sees it; a Monday, at first."""
        return self.present

    def advance(self, **by: float) -> None:
        """Let time pass, in the words of timedelta: `clock.advance(days=2, hours=1)`."""
        self.present += timedelta(**by)


@pytest.fixture
def clock() -> MovableClock:
    """The clock of `app`."""
    return MovableClock()


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """How `app` is set up; a test with other wishes takes `settings.model_copy(update=...)` to create_app."""
    return Settings(
        data_dir=tmp_path,
        database_url=database_url,
        secret_key=SecretStr("for tests, and for nothing but tests"),
        rate_limits=False,
    )


@pytest.fixture
def app(settings: Settings, clock: MovableClock) -> FastAPI:
    """The whole application, with passwords that cost nothing."""
    return create_app(settings, clock=clock, password_cost=CHEAP)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """Somebody who has not signed in."""
    with TestClient(app) as client:
        yield client


@pytest.fixture
def sign_up(client: TestClient, app: FastAPI) -> Iterator[SignUp]:
    """`sign_up("kim@example.com")`: a client that speaks for a new user of that address."""
    with ExitStack() as open_clients:

        def sign_up(email: str) -> TestClient:
            person = {"email": email, "password": PASSWORD, "name": "Kim Okafor", "timezone": "America/New_York"}
            assert client.post("/api/v1/auth/register", json=person).status_code == 201
            answer = client.post("/api/v1/auth/token", data={"username": email, "password": PASSWORD})
            headers = {"Authorization": f"Bearer {answer.json()['access_token']}"}
            return open_clients.enter_context(TestClient(app, headers=headers))

        yield sign_up


@pytest.fixture
def signed_in(sign_up: SignUp) -> TestClient:
    """A client that speaks for a new user, kim@example.com."""
    return sign_up("kim@example.com")
