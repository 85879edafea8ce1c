"""Connections and sessions: SQLite and PostgreSQL behind one synchronous interface."""

from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from sqlite3 import OperationalError
from typing import Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.orm import sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session

BUSY_TIMEOUT_MS: Final = 10_000
"""How long a SQLite connection waits for another one's write."""

POOL_SIZE, POOL_OVERFLOW = 8, 32
"""Connections kept open, and how many more a rush may open: together as many as the server has threads."""


@dataclass(frozen=True, slots=True)
class Database:
    """One engine and the two kinds of session on it; open one per request, in the thread that uses it.

    `reading` is for what stores nothing. `writing` is for everything else: on SQLite its transactions take the write
    lock at their first statement, so that reading first and writing then cannot collide with somebody else's write.
    """

    engine: Engine
    reading: sessionmaker[Session]
    writing: sessionmaker[Session]


def open_database(url: str) -> Database:
    """The database behind a URL; nothing is connected until the first statement."""
    engine = make_engine(url)
    return Database(
        engine=engine,
        reading=sessionmaker(engine, class_=Session, expire_on_commit=False),
        writing=sessionmaker(engine.execution_options(writes=True), class_=Session, expire_on_commit=False),
    )


def make_engine(url: str, *, enforce_foreign_keys: bool = True) -> Engine:
    """An engine for `sqlite:///path` (its folder is made) or `postgresql://user@host/name` (`postgres://` too).

    Only migrations switch the foreign keys off: on SQLite they rebuild tables, and dropping the old one would cascade.
    """
    parsed = _with_driver(make_url(url))
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed, enforce_foreign_keys)
    return create_engine(
        parsed,
        pool_size=POOL_SIZE,
        max_overflow=POOL_OVERFLOW,
        pool_pre_ping=True,
        connect_args={"options": "-c timezone=UTC"},
    )


def _with_driver(url: URL) -> URL:
    return url.set(drivername="postgresql+psycopg") if url.drivername in {"postgres", "postgresql"} else url


def _sqlite(url: URL, enforce_foreign_keys: bool) -> Engine:
    Path(url.database or "").parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, pool_size=POOL_SIZE, max_overflow=POOL_OVERFLOW)

    @event.listens_for(engine, "connect")
    def prepare(connection: SqliteConnection, _: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself; `begin` below does
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        _write_ahead(connection)
        connection.execute(f"PRAGMA foreign_keys = {'ON' if enforce_foreign_keys else 'OFF'}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _write_ahead(connection: SqliteConnection) -> None:
    """Switch a new file to WAL, which it keeps; SQLite does not wait for others by itself here, but when it begins."""
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except OperationalError:
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")
