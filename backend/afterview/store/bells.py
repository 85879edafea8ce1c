"""How a worker that sleeps hears at once of work that was just asked for, instead of looking for it all the time.

On PostgreSQL the transaction that asks for work carries a NOTIFY, so every worker on every machine hears of it, and
only if it is committed. On SQLite the worker is in the process that writes, and listens to its commits.
"""

import socket
from datetime import timedelta
from selectors import EVENT_READ, DefaultSelector
from typing import Final, Protocol

from sqlalchemy import func, select
from sqlmodel import Session

LONGEST_SLEEP: Final = timedelta(seconds=60)
"""After that long a worker looks by itself; what is due later than that need not wake anybody."""

CHANNEL: Final = "afterview_work"
RINGS: Final = "afterview rings"
"""What a connection to SQLite is marked with."""


class Bell(Protocol):
    """What a worker sleeps beside."""

    def ring(self) -> None:
        """Wake the worker; from any thread, and from a signal handler."""

    def wait(self, seconds: float) -> None:
        """Sleep until it rings or rang meanwhile, at most that long."""

    def rest(self, seconds: float) -> None:
        """Sleep that long whatever comes; only `ring` wakes."""

    def close(self) -> None:
        """Let go of what listening took."""


def ring_at_commit(session: Session) -> None:
    """Wake a worker when this transaction is committed."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_notify(CHANNEL, "")))
    else:
        connection.info[RINGS] = True


class SocketBell:
    """A bell that one can wait for together with other things: whoever rings it writes a byte to a socket."""

    def __init__(self) -> None:
        self._sleeping, self._waking = socket.socketpair()
        for end in (self._sleeping, self._waking):
            end.setblocking(False)

    def ring(self) -> None:
        """Wake the worker."""
        try:
            self._waking.send(b"!")
        except OSError:
            return  # so many rings wait already that one more says nothing, or nobody listens any more

    def wait(self, seconds: float) -> None:
        """Sleep until it rings."""
        self.wait_beside(None, seconds)

    def rest(self, seconds: float) -> None:
        """Sleep unless `ring` is called."""
        self.wait_beside(None, seconds)

    def wait_beside(self, connection: int | None, seconds: float) -> bool:
        """The same, and until a connection has something to say, which is what the answer tells."""
        with DefaultSelector() as selector:
            selector.register(self._sleeping, EVENT_READ)
            if connection is not None:
                selector.register(connection, EVENT_READ)
            heard = {key.fd for key, _ in selector.select(max(seconds, 0))}
        if self._sleeping.fileno() in heard:
            self._sleeping.recv(4096)
        return connection in heard

    def close(self) -> None:
        """Close both ends."""
        self._sleeping.close()
        self._waking.close()
