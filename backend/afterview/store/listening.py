"""Which bell a worker sleeps beside, and the one on SQLite."""

from sqlalchemy import Connection, Engine, event

from afterview.store.bells import RINGS, Bell, SocketBell
from afterview.store.engine import Database


def hang_bell(database: Database) -> Bell:
    """A bell that rings for every commit that asks for work."""
    if database.engine.dialect.name == "postgresql":
        from afterview.store.notified_bell import NotifiedBell  # loads the driver, which SQLite does without

        return NotifiedBell(database.engine.url)
    return CommitBell(database.engine)


class CommitBell(SocketBell):
    """Rings for the commits of this process; where the file is changed by another one, that one has its own worker.

    It rings just before the commit, so the worker first takes the write lock, and then looks.
    """

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine
        event.listen(engine, "commit", self._on_commit)

    def _on_commit(self, connection: Connection) -> None:
        if connection.info.pop(RINGS, False):
            self.ring()

    def close(self) -> None:
        """Listen to no more commits."""
        event.remove(self._engine, "commit", self._on_commit)
        super().close()
