"""Brings a database to the newest layout of its tables. Imports Alembic, so only commands and tests import this."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from afterview.store.engine import make_engine

LOCK: Final = 0x41667465_72766965
"""The advisory lock that one migrating process holds on PostgreSQL, while others wait."""

_PACKAGE: Final = Path(__file__).parents[1]
_CHECKOUT: Final = _PACKAGE.parents[1]


class BrokenReferences(Exception):
    """A migration would leave rows that refer to nothing; it has been taken back."""


def migrations_folder() -> Path:
    """Where the migrations are: beside the installed package, or at the root of a checkout."""
    installed = _PACKAGE / "migrations"
    return installed if installed.is_dir() else _CHECKOUT / "migrations"


def upgrade(url: str, revision: str = "head") -> None:
    """Apply every migration up to `revision`, all in one transaction; doing it twice, or twice at once, is harmless."""
    with _configured(url) as config:
        command.upgrade(config, revision)


def downgrade(url: str, revision: str) -> None:
    """Take migrations back down to `revision`; `base` takes back all."""
    with _configured(url) as config:
        command.downgrade(config, revision)


@contextmanager
def _configured(url: str) -> Iterator[Config]:
    """Alembic's settings around one connection, alone with the database until its transaction ends."""
    engine = make_engine(url, enforce_foreign_keys=False).execution_options(writes=True)
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            config = Config()
            config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
            config.attributes["connection"] = connection
            yield config
            _check_references(connection)
    finally:
        engine.dispose()


def _check_references(connection: Connection) -> None:
    """SQLite checked no foreign key meanwhile, so look at all of them now."""
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        tables = ", ".join(sorted({str(row[0]) for row in broken}))
        raise BrokenReferences(f"rows of {tables} refer to rows that are not there")
