"""Somebody else's server, on loopback: it notes what it is sent, and answers as a test tells it to."""

import json
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any, NamedTuple


class Received(NamedTuple):
    """One request as it arrived."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def message(self) -> dict[str, Any]:
        """What it says."""
        said: dict[str, Any] = json.loads(self.body)
        return said

    def is_signed_with(self, secret: str) -> bool:
        """Whether one of its signatures is right, worked out by hand from the Standard Webhooks specification."""
        signed = b".".join([self.headers["webhook-id"].encode(), self.headers["webhook-timestamp"].encode(), self.body])
        versions = [one.split(",", 1) for one in self.headers["webhook-signature"].split(" ")]
        expected = hmac_sha256(b64decode(secret[len("whsec_") :]), signed)
        return expected in [b64decode(signature) for version, signature in versions if version == "v1"]


class Receiver:
    """What a server received; `answers` are used up one by one, and then it answers 204."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/hook"
        self.port = port
        self.received: list[Received] = []
        self.answers: list[tuple[int, dict[str, str]]] = []
        self.arrived = Event()
        self.may_answer = Event()
        self.may_answer.set()

    def will_answer(self, *statuses: int, **headers: str) -> None:
        """Answer the next requests with these statuses, each with these headers."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers += [(status, named) for status in statuses]

    @property
    def only(self) -> Received:
        """The one request that came."""
        [one] = self.received
        return one


@contextmanager
def receiving() -> Iterator[Receiver]:
    """A server on a free port, for as long as the block lasts."""

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            receiver.received.append(Received(self.path, {k.lower(): v for k, v in self.headers.items()}, body))
            receiver.arrived.set()
            receiver.may_answer.wait(timeout=30)
            status, headers = receiver.answers.pop(0) if receiver.answers else (204, {})
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    receiver = Receiver(server.server_address[1])
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield receiver
    finally:
        receiver.may_answer.set()
        server.shutdown()
        thread.join()
        server.server_close()


def hmac_sha256(key: bytes, message: bytes) -> bytes:
    """RFC 2104, by hand, so that no code is shared with what is tested."""
    padded = key.ljust(64, b"\0")
    inner = sha256(bytes(byte ^ 0x36 for byte in padded) + message).digest()
    return sha256(bytes(byte ^ 0x5C for byte in padded) + inner).digest()
