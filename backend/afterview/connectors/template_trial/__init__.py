"""Tries templates out in processes of their own, which can be ended: nothing else bounds the time that reading takes.

One warm child process (`child.py`) has the template language loaded, and forks for every trial: a few milliseconds. A
trial gets a socket, most of a second of the processor, and not a moment more.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from socket import SHUT_WR, send_fds, socket, socketpair
from threading import Lock
from typing import Final, NamedTuple

from afterview.messages.terms import Kind

PATIENCE: Final = 5.0
"""Seconds to wait for a trial: on a busy machine its share of the processor may take that long to come."""

_TOO_SLOW: Final = "This takes too long to read: write it more simply, without unclosed braces."

_START: Final = 20.0
"""Seconds to wait for the warm child to have everything loaded."""


class Fault(NamedTuple):
    """What is wrong with a part of a template: a code, what to write instead, and where, both counted from 1."""

    part: str
    code: str
    detail: str
    line: int
    column: int


@dataclass(slots=True)
class _Child:
    process: subprocess.Popen[bytes]
    control: socket


class TemplateTrial:
    """Finds out what is wrong with templates; any thread may ask. `close` it in the end."""

    def __init__(self) -> None:
        """Nothing is started before somebody asks."""
        self._child: _Child | None = None
        self._lock = Lock()

    def faults(self, parts: Mapping[str, str], *, kind: Kind, language: str) -> list[Fault]:
        """What is wrong with the parts of a template, such as `subject` and `body`, one fault at most for each."""
        question = json.dumps({"parts": dict(parts), "kind": kind.value, "language": language}).encode()
        ours, theirs = socketpair()
        with ours:
            with theirs:
                self._hand_over(theirs)
            ours.settimeout(PATIENCE)
            answer = _ask(ours, question)
        found = [json.loads(line) for line in answer.splitlines()]
        faults = [Fault(*one) for one in found if one]
        if len(found) < len(parts):
            faults.append(Fault([*parts][len(found)], "template_too_slow", _TOO_SLOW, 1, 1))
        return faults

    def close(self) -> None:
        """End the child; the next question starts another."""
        with self._lock:
            self._end()

    def _hand_over(self, end: socket) -> None:
        """Give one end of a connection to the child, and a new child if that one is gone."""
        with self._lock:
            child = self._child or self._start()
            try:
                send_fds(child.control, [b"."], [end.fileno()])
            except OSError:
                self._end()
                send_fds(self._start().control, [b"."], [end.fileno()])

    def _start(self) -> _Child:
        ours, theirs = socketpair()
        with theirs:
            process = subprocess.Popen(  # noqa: S603  (our own module, by this very Python)
                [sys.executable, "-P", "-m", f"{__name__}.child", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        self._child = _Child(process, ours)
        ours.settimeout(_START)
        ours.recv(1)
        return self._child

    def _end(self) -> None:
        if self._child is not None:
            self._child.control.close()
            self._child.process.kill()
            self._child.process.wait()
            self._child = None


def _ask(connection: socket, question: bytes) -> bytes:
    """What is answered in time: a line for each part."""
    answer = bytearray()
    with suppress(OSError):
        connection.sendall(question)
        connection.shutdown(SHUT_WR)
        while piece := connection.recv(65_536):
            answer += piece
    return bytes(answer)
