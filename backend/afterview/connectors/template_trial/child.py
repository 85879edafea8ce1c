"""The process that tries templates: it takes connections from whoever started it, and forks for each."""

import json
import os
import resource
import signal
import sys
from socket import recv_fds, socket
from typing import Final

from afterview.messages.render import fault
from afterview.messages.terms import Kind

_PROCESSOR_SECONDS: Final = 0.7
_CLOCK_SECONDS: Final = 6.0
_MEMORY_BYTES: Final = 1_000_000_000


def main() -> None:
    """Serve the control socket whose number is the first argument, until the other end is closed."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket(fileno=int(sys.argv[1])) as control:
        control.sendall(b".")
        while True:
            signs, descriptors, _, _ = recv_fds(control, 1, 1)
            if not signs:
                return
            for descriptor in descriptors:
                _try(descriptor)


def _try(descriptor: int) -> None:
    """Answer a connection in a process of its own."""
    with socket(fileno=descriptor) as connection:
        if os.fork() == 0:
            _limit()
            try:
                _answer(connection)
            finally:
                os._exit(0)


def _limit() -> None:
    """Let the system end this process when it has had enough."""
    signal.setitimer(signal.ITIMER_PROF, _PROCESSOR_SECONDS)
    signal.setitimer(signal.ITIMER_REAL, _CLOCK_SECONDS)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))


def _answer(connection: socket) -> None:
    question = bytearray()
    while piece := connection.recv(65_536):
        question += piece
    asked = json.loads(question)
    for part, text in asked["parts"].items():
        bad = fault(text, Kind(asked["kind"]), asked["language"])
        found = None if bad is None else (part, bad.code, bad.detail, bad.line, bad.column)
        connection.sendall(json.dumps(found).encode() + b"\n")


if __name__ == "__main__":
    main()
