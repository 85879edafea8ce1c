"""Migrations lead from nothing to the tables of the code and back, on both databases."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect
from sqlmodel import Session

from afterview.store import layout
from afterview.store.engine import make_engine
from afterview.store.migrations import BrokenReferences, downgrade, migrations_folder, upgrade
from afterview.store.tables import METADATA


@pytest.fixture
def bare(bare_database_url: str) -> Iterator[Engine]:
    """Connections to a database without tables."""
    engine = make_engine(bare_database_url)
    yield engine
    engine.dispose()


def url_of(engine: Engine) -> str:
    """The URL of a database, password and all."""
    return engine.url.render_as_string(hide_password=False)


def definitions(engine: Engine) -> dict[str, list[str]]:
    """How SQLite was told to make each table and index, part by part in alphabetical order.

    Order and lines say nothing: a column that was added later stands behind everything else, on its last line.
    """
    made = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'alembic%'"
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(made).all()
    return {name: sorted(filter(None, map(str.strip, re.split(r"[,\n]|(?=\))", sql)))) for name, sql in rows}


def current(engine: Engine) -> bool:
    """Whether the program would take this database as it is."""
    with Session(engine) as session:
        return layout.is_current(session)


def test_upgrading_makes_the_tables_of_the_code(bare: Engine) -> None:
    upgrade(url_of(bare))
    with bare.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_the_migrations_say_word_for_word_what_the_tables_say(
    bare_sqlite_url: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    upgrade(bare_sqlite_url)
    migrated = make_engine(bare_sqlite_url)
    created = make_engine(f"sqlite:///{tmp_path_factory.mktemp('created')}/created.db")
    METADATA.create_all(created)
    assert definitions(migrated) == definitions(created)
    migrated.dispose()
    created.dispose()


def test_downgrading_takes_everything_back(bare: Engine) -> None:
    upgrade(url_of(bare))
    downgrade(url_of(bare), "base")
    assert set(inspect(bare).get_table_names()) <= {"alembic_version"}


def test_upgrading_twice_changes_nothing(bare: Engine) -> None:
    upgrade(url_of(bare))
    upgrade(url_of(bare))
    assert current(bare)


def test_two_that_upgrade_at_once_do_not_collide(bare: Engine) -> None:
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(upgrade, [url_of(bare)] * 2))
    assert current(bare)


def test_a_database_without_tables_is_not_current(bare: Engine) -> None:
    assert not current(bare)


def test_a_database_of_a_later_version_is_not_current(bare: Engine) -> None:
    upgrade(url_of(bare))
    with bare.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    assert not current(bare)


def test_the_newest_migration_is_the_one_that_the_program_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations_folder()))
    assert ScriptDirectory.from_config(config).get_heads() == [layout.NEWEST]


def test_a_migration_that_would_leave_broken_references_is_taken_back(bare_sqlite_url: str) -> None:
    upgrade(bare_sqlite_url)
    engine = make_engine(bare_sqlite_url, enforce_foreign_keys=False)
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO interviewers VALUES ('1', '2', '3', 0)")
    with pytest.raises(BrokenReferences, match="interviewers"):
        upgrade(bare_sqlite_url)
    engine.dispose()
