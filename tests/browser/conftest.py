"""Real pages in a real Chromium, served by the real application on a free port."""

import os
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import BrowserContext, ConsoleMessage, Error, expect
from pydantic import SecretStr

from afterview.main import create_app
from afterview.settings import Settings
from afterview.store.migrations import upgrade
from tests.conftest import CHEAP, MovableClock
from tools.programs import find_chromium

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PAGES = Path(__file__).parents[2] / "frontend/dist/index.html"

expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the Chromium that `make test` found or fetched, with nothing that calls out."""
    chromium = find_chromium()
    if chromium is None:
        reason = "Chromium is not installed (apt-get install chromium)"
        if os.environ.get("CI"):
            pytest.fail(f"{reason}, and CI must not skip")
        pytest.skip(reason)
    return {**browser_type_launch_args, "executable_path": str(chromium), "args": FLAGS}


class AnnouncedServer(uvicorn.Server):
    """A server that says when it is up, so that nobody has to ask again and again."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and tell."""
        await super().startup(sockets)
        self.up.set()


@dataclass(frozen=True)
class Site:
    """The application as a browser meets it: where it is, and the clock it goes by."""

    url: str
    clock: MovableClock
    settings: Settings


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The application with its built pages, on a database of its own; tests share it, each with its own user."""
    assert PAGES.exists(), "The pages are not built: run `make setup`."
    folder = tmp_path_factory.mktemp("site")
    url = f"sqlite:///{folder / 'afterview.db'}"
    upgrade(url)
    key = SecretStr("for tests, and for nothing but tests")
    settings = Settings(data_dir=folder, database_url=url, secret_key=key, rate_limits=False)
    clock = MovableClock()
    app = create_app(settings, clock=clock, password_cost=CHEAP)
    server = AnnouncedServer(uvicorn.Config(app, log_level="warning", access_log=False))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            assert server.up.wait(timeout=20), "The server did not start."
            yield Site(f"http://127.0.0.1:{listening.getsockname()[1]}", clock, settings)
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="session")
def base_url(served: Site) -> str:
    """What `page.goto("/")` begins with."""
    return served.url


@pytest.fixture
def site(served: Site) -> Site:
    """The application, its clock put back to where every test begins."""
    served.clock.present = MovableClock().present
    return served


@pytest.fixture
def context(site: Site, context: BrowserContext) -> BrowserContext:
    """A fresh browser profile that agrees with the application on what time it is."""
    context.clock.set_fixed_time(site.clock.present)
    return context


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A browser in New York that speaks British English."""
    return {
        **browser_context_args,
        "locale": "en-GB",
        "timezone_id": "America/New_York",
        "viewport": {"width": 1280, "height": 900},
    }


# The browser itself reports every answer of 4xx or 5xx, and every request that the network swallowed.
_REPORTED_BY_THE_BROWSER = "Failed to load resource"


@pytest.fixture(autouse=True)
def quiet_console(context: BrowserContext) -> Iterator[None]:
    """No test may leave a message in the console: no error, no warning, nothing that the page's own policy refused."""
    said: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if not message.text.startswith(_REPORTED_BY_THE_BROWSER):
            said.append(f"{message.type}: {message.text}")

    def stumble(error: Error) -> None:
        said.append(f"uncaught: {error}")

    context.on("console", listen)
    context.on("weberror", lambda web: stumble(web.error))
    yield
    assert said == []
