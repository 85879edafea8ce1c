"""Fixtures: the same tests on SQLite and on PostgreSQL, each with a migrated database without rows."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine
from sqlmodel import Session

from afterview.store.engine import Database, open_database
from afterview.store.migrations import upgrade
from afterview.store.tables import METADATA
from tests.postgres import running_server
from tools.programs import find_postgres

BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]
EMPTY_ALL = ";".join(f"DELETE FROM {table.name}" for table in reversed(METADATA.sorted_tables))  # noqa: S608


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest) -> str:
    """The URL of a database at the newest migration, without rows; tests that use it run on both databases."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """That database, opened as the program opens it."""
    database = open_database(database_url)
    yield database
    database.engine.dispose()


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """A session on it that may write; what a test does not commit is taken back."""
    with database.writing() as session:
        yield session


@pytest.fixture(params=BOTH)
def bare_database_url(request: pytest.FixtureRequest) -> str:
    """The URL of a database without tables; tests that use it run on both databases."""
    url: str = request.getfixturevalue(f"bare_{request.param}_url")
    return url


@pytest.fixture
def bare_sqlite_url(tmp_path: Path) -> str:
    """The URL of an SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path / 'bare.db'}"


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file without rows, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture
def sqlite_url(migrated_sqlite: Path, tmp_path: Path) -> str:
    """The URL of a migrated SQLite file without rows, this test's own."""
    return f"sqlite:///{shutil.copy(migrated_sqlite, tmp_path / 'afterview.db')}"


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Engine]:
    """A PostgreSQL server of this process's own, started for the first test that needs one."""
    binaries = find_postgres()
    if binaries is None:
        reason = "PostgreSQL's server is not installed (apt-get install postgresql)"
        if os.environ.get("CI"):
            pytest.fail(f"{reason}, and CI must not skip")
        pytest.skip(reason)
    with running_server(binaries) as address:
        engine = create_engine(f"{address}/postgres", isolation_level="AUTOCOMMIT")
        yield engine
        engine.dispose()


@pytest.fixture
def bare_postgresql_url(postgresql_server: Engine) -> Iterator[str]:
    """The URL of a PostgreSQL database without tables, this test's own."""
    yield _create_database(postgresql_server, "bare")
    with postgresql_server.connect() as connection:
        connection.exec_driver_sql("DROP DATABASE bare WITH (FORCE)")


@pytest.fixture(scope="session")
def migrated_postgresql_url(postgresql_server: Engine) -> str:
    """The URL of a migrated PostgreSQL database, which tests use one after the other."""
    url = _create_database(postgresql_server, "migrated")
    upgrade(url)
    return url


@pytest.fixture(scope="session")
def sweeper(migrated_postgresql_url: str) -> Iterator[Engine]:
    """Connections that empty the shared database; a session that some test left open makes them fail, not wait."""
    engine = create_engine(migrated_postgresql_url, connect_args={"options": "-c lock_timeout=5s"})
    yield engine
    engine.dispose()


@pytest.fixture
def postgresql_url(migrated_postgresql_url: str, sweeper: Engine) -> Iterator[str]:
    """The URL of a migrated PostgreSQL database without rows."""
    yield migrated_postgresql_url
    with sweeper.begin() as connection:
        connection.exec_driver_sql(EMPTY_ALL)


def _create_database(server: Engine, name: str) -> str:
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    return server.url.set(database=name).render_as_string(hide_password=False)
