"""A sleeping worker hears of work that was committed elsewhere, and of nothing that was taken back."""

from collections.abc import Iterator
from datetime import timedelta
from threading import Thread

import pytest
from psycopg import OperationalError

from afterview.store import jobs
from afterview.store.bells import Bell
from afterview.store.engine import Database, open_database
from afterview.store.jobs import NewJob
from afterview.store.listening import hang_bell
from tests.store.rows import NOW, a_user

SOON = 0.05
"""Seconds after which a bell that has not rung does not ring."""


@pytest.fixture
def bell(database: Database) -> Iterator[Bell]:
    """A bell that listens already."""
    bell = hang_bell(database)
    bell.wait(0)
    yield bell
    bell.close()


def ask(database: Database, *, in_seconds: float = 0, commit: bool = True) -> None:
    """Ask for something to be done then."""
    with database.writing() as session:
        user = a_user(session)
        jobs.add(session, user.id, NewJob("kind", {}, NOW + timedelta(seconds=in_seconds)), now=NOW)
        if commit:
            session.commit()


def rings(bell: Bell, within: float) -> bool:
    """Whether it rings before the time is over."""
    sleeper = Thread(target=bell.wait, args=[60])
    sleeper.start()
    sleeper.join(within)
    rang = not sleeper.is_alive()
    bell.ring()
    sleeper.join(10)
    return rang


def test_a_commit_that_asks_for_work_rings(database: Database, bell: Bell) -> None:
    ask(database)
    assert rings(bell, within=10)


def test_what_is_taken_back_does_not_ring(database: Database, bell: Bell) -> None:
    ask(database, commit=False)
    assert not rings(bell, within=SOON)


def test_work_that_is_far_off_does_not_ring(database: Database, bell: Bell) -> None:
    ask(database, in_seconds=61)
    assert not rings(bell, within=SOON)


def test_other_commits_do_not_ring(database: Database, bell: Bell) -> None:
    with database.writing() as session:
        a_user(session)
        session.commit()
    assert not rings(bell, within=SOON)


def test_one_ring_wakes_once(database: Database, bell: Bell) -> None:
    ask(database)
    assert rings(bell, within=10)
    bell.wait(0)
    assert not rings(bell, within=SOON)


@pytest.mark.postgres
def test_work_asked_for_in_another_process_rings_too(postgresql_url: str) -> None:
    here, there = open_database(postgresql_url), open_database(postgresql_url)
    bell = hang_bell(here)
    bell.wait(0)
    ask(there)
    assert rings(bell, within=10)
    bell.close()
    here.engine.dispose()
    there.engine.dispose()


@pytest.mark.postgres
def test_a_connection_that_broke_is_made_again(postgresql_url: str) -> None:
    database = open_database(postgresql_url)
    bell = hang_bell(database)
    bell.wait(0)
    with database.writing() as session:
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%%'"
        session.connection().exec_driver_sql(others)
        session.commit()
    with pytest.raises(OperationalError):
        listen_to_the_end(bell)
    bell.wait(10)
    ask(database)
    assert rings(bell, within=10)
    bell.close()
    database.engine.dispose()


def listen_to_the_end(bell: Bell) -> None:
    """Hear the server's last words, and then, if it is not the same to the network, that there is nobody any more."""
    for _ in range(2):
        bell.wait(10)
