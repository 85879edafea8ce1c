"""The bell on PostgreSQL: one connection that listens, and does nothing else."""

import psycopg
from sqlalchemy import URL

from afterview.store.bells import CHANNEL, SocketBell


class NotifiedBell(SocketBell):
    """Rings for every NOTIFY; a connection that breaks is made again, and the worker looks at once when it is back."""

    def __init__(self, url: URL) -> None:
        super().__init__()
        self._address = url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._connection: psycopg.Connection | None = None

    def wait(self, seconds: float) -> None:
        """Sleep until it rings; not at all when listening has only just begun, because something may have come."""
        if self._connection is None:
            self._connection = psycopg.connect(self._address, autocommit=True)
            self._connection.execute(f"LISTEN {CHANNEL}")
            return
        try:
            if self.wait_beside(self._connection.fileno(), seconds):
                self._hear(self._connection)
        except psycopg.OperationalError:
            self._hang_up()
            raise

    @staticmethod
    def _hear(connection: psycopg.Connection) -> None:
        """Take in what the server said; unlike psycopg's `notifies`, this notices a connection that has ended."""
        connection.pgconn.consume_input()
        while connection.pgconn.notifies() is not None:
            continue

    def _hang_up(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def close(self) -> None:
        """Close the connection too."""
        self._hang_up()
        super().close()
