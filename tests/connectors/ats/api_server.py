"""A vendor's API on loopback, which answers as a test tells it to."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

from afterview.connectors.ats.vendor import Access
from afterview.connectors.outside import outside_client
from tests.connectors.ats.deliveries import NOW

KEY = "key-1"


class Asked(NamedTuple):
    """One question that came; `body` is what stood in it as JSON, null without one."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: dict[str, object] | None


class Answer(NamedTuple):
    """What to answer: a status, something to be written as JSON (bytes go as they are), and headers."""

    content: object = None
    status: int = 200
    headers: dict[str, str] = {}


class ApiServer:
    """What was asked, and what is answered: nothing is known here unless a test says so."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/v1"
        self.asked: list[Asked] = []
        self.answer: Callable[[Asked], Answer] = lambda _: Answer({}, 404)
        self.may_answer = Event()
        self.may_answer.set()

    def knows(self, **contents: object) -> None:
        """Answer these paths with these contents; `__` stands for a slash."""
        known = {f"/v1/{name.replace('__', '/')}": content for name, content in contents.items()}
        self.answer = lambda asked: Answer(known[asked.path]) if asked.path in known else Answer({}, 404)

    @property
    def paths(self) -> list[str]:
        """What was asked for, in its order."""
        return [one.path.removeprefix("/v1/") for one in self.asked]


@contextmanager
def serving() -> Iterator[ApiServer]:
    """A server on a free port, for as long as the block lasts."""

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(None)

        def do_POST(self) -> None:
            self._answer(json.loads(self.rfile.read(int(self.headers["content-length"]))))

        def _answer(self, body: dict[str, object] | None) -> None:
            split = urlsplit(self.path)
            headers = {name.lower(): value for name, value in self.headers.items()}
            asked = Asked(self.command, split.path, dict(parse_qsl(split.query)), headers, body)
            api.asked.append(asked)
            api.may_answer.wait(timeout=30)
            answer = api.answer(asked)
            content = answer.content if isinstance(answer.content, bytes) else json.dumps(answer.content).encode()
            try:
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)
            except OSError:
                self.close_connection = True  # whoever asked has heard enough

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    api = ApiServer(server.server_address[1])
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield api
    finally:
        api.may_answer.set()
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def access_to(api: ApiServer, *, key: str = KEY, seconds: float = 5) -> Iterator[Access]:
    """The way to it, through a client as the worker has one."""
    with outside_client(allow_private=True, seconds=seconds) as client:
        yield Access(api.url, key, client, NOW)
