"""Fixtures for tests of the store: a database without rows, and a session that may write."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from afterview.store.engine import Database, open_database


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A migrated database without rows; tests that use it run on SQLite and on PostgreSQL."""
    database = open_database(database_url)
    yield database
    database.engine.dispose()


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """A session that may write; what a test does not commit is taken back."""
    with database.writing() as session:
        yield session
