"""One interface to two databases: SQLite set up to be safe, PostgreSQL by whatever name its URL has."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import select, text, update
from sqlmodel import col

from afterview.store.engine import Database, make_engine, open_database
from afterview.store.tables import User
from tests.store.rows import a_user


def pragma(url: str, name: str) -> object:
    """The value of a SQLite setting on a fresh connection."""
    engine = make_engine(url)
    with engine.connect() as connection:
        value: object = connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
    engine.dispose()
    return value


@pytest.mark.parametrize(("name", "value"), [("foreign_keys", 1), ("journal_mode", "wal"), ("busy_timeout", 10_000)])
def test_a_sqlite_connection_is_set_up(sqlite_url: str, name: str, value: object) -> None:
    assert pragma(sqlite_url, name) == value


def test_the_folder_of_a_sqlite_file_is_made(tmp_path: Path) -> None:
    assert pragma(f"sqlite:///{tmp_path}/not/there/yet.db", "user_version") == 0


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_usual_name_of_postgresql_leads_to_the_same_driver(scheme: str) -> None:
    assert make_engine(f"{scheme}://kim@localhost/afterview").url.drivername == "postgresql+psycopg"


def test_reading_sees_what_was_committed_and_nothing_else(database: Database) -> None:
    with database.writing() as writing, database.reading() as reading:
        a_user(writing)
        assert reading.execute(select(User)).first() is None
        reading.rollback()
        writing.commit()
        assert reading.execute(select(User)).first() is not None


def test_who_reads_does_not_wait_for_who_writes(database: Database) -> None:
    with database.writing() as writing, database.reading() as reading:
        a_user(writing)
        assert reading.execute(text("SELECT 1")).scalar_one() == 1


def test_many_who_read_first_and_then_write_all_get_through(database_url: str) -> None:
    database = open_database(database_url)
    with database.writing() as session:
        user_id = a_user(session, name="0").id
        session.commit()
    start = Barrier(4)

    def count_up(_: int) -> None:
        start.wait(timeout=10)
        with database.writing() as session:
            query = select(col(User.name)).where(col(User.id) == user_id).with_for_update()
            number = int(session.execute(query).scalar_one())
            session.execute(update(User).where(col(User.id) == user_id).values(name=str(number + 1)))
            session.commit()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(count_up, range(4)))
    with database.reading() as session:
        assert session.execute(select(col(User.name))).scalar_one() == "4"
    database.engine.dispose()


def test_rows_can_be_read_after_the_commit(database: Database) -> None:
    with database.writing() as session:
        user = a_user(session)
        session.commit()
    assert user.name == "Kim"
