"""The worker reviews applications when the clock alone has changed what is right."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from sqlalchemy import update
from sqlmodel import Session, select
from starlette.testclient import TestClient

from afterview.services import agenda
from afterview.store import applications
from afterview.store.bells import Bell
from afterview.store.engine import Database
from afterview.store.listening import hang_bell
from afterview.store.paging import Slice
from afterview.store.tables import Application
from afterview.worker import Worker
from tests.api.resources import Resource, an_application, an_interview
from tests.conftest import MovableClock

AFTER_ALL = 120
"""Days after which there is nothing left to do where nobody did anything."""


@pytest.fixture
def bell(database: Database) -> Iterator[Bell]:
    """The bell of `worker`."""
    bell = hang_bell(database)
    yield bell
    bell.close()


@pytest.fixture
def worker(database: Database, clock: MovableClock, bell: Bell) -> Worker:
    """A worker by the clock of the application."""
    return Worker(database, kinds={}, bell=bell, clock=clock)


def row(database: Database) -> Application:
    """The only application as it is stored."""
    with database.reading() as session:
        return session.exec(select(Application)).one()


def ahead(at: datetime | None, clock: MovableClock) -> float:
    """How many seconds away an instant is."""
    assert at is not None
    return (at - clock()).total_seconds()


@pytest.fixture
def interviewed(signed_in: TestClient) -> Resource:
    """An application whose interview ends in an hour."""
    application = an_application(signed_in)
    an_interview(signed_in, application, starts_at="2026-11-23T15:00:00Z", ends_at="2026-11-23T16:00:00Z")
    return application


def test_it_sleeps_until_the_interview_ends(worker: Worker, interviewed: Resource, clock: MovableClock) -> None:
    assert worker.work_off() == 0
    clock.advance(minutes=59, seconds=30)
    assert (worker.work_off(), worker.seconds_to_sleep()) == (0, 30)


def test_when_its_time_has_come_it_is_reviewed_once(
    worker: Worker, interviewed: Resource, clock: MovableClock, database: Database
) -> None:
    clock.advance(hours=1)
    assert (worker.work_off(), worker.work_off()) == (1, 0)
    assert ahead(row(database).advice_changes_at, clock) > 0


def test_what_closed_unseen_is_no_longer_found_by_the_agenda(
    worker: Worker, interviewed: Resource, clock: MovableClock, database: Database
) -> None:
    clock.advance(days=AFTER_ALL)
    assert (found_as_due(database, clock()), due(database, clock())) == (1, 0)
    worker.work_off()
    assert (found_as_due(database, clock()), due(database, clock())) == (0, 0)


def found_as_due(database: Database, until: datetime) -> int:
    """How many applications the agenda looks at."""
    user_id = row(database).user_id
    with database.reading() as session:
        return len(applications.due_page(session, user_id, Slice(50), until=until)[0])


def due(database: Database, now: datetime) -> int:
    """How many of them it shows."""
    user_id = row(database).user_id
    with database.reading() as session:
        return len(agenda.list_due(session, user_id=user_id, limit=50, until=now, now=now)[0])


def test_one_that_cannot_be_reviewed_keeps_no_other_waiting(
    worker: Worker, signed_in: TestClient, interviewed: Resource, clock: MovableClock, database: Database
) -> None:
    spoilt = an_application(signed_in, company="Spoilt", preferences={"calls": False})
    an_interview(signed_in, spoilt, starts_at="2026-11-23T14:00:00Z", ends_at="2026-11-23T15:30:00Z")
    with database.writing() as session:
        spoil(session)
    clock.advance(hours=1)
    assert worker.work_off() == 2
    with database.reading() as session:
        times = session.exec(select(Application.company, Application.advice_changes_at)).all()
    assert {company: ahead(at, clock) > 0 for company, at in times} == {"Acme": True, "Spoilt": True}
    assert ahead(dict(times)["Spoilt"], clock) == 3600


def spoil(session: Session) -> None:
    """Store preferences that no decision can be made on."""
    wrong = update(Application).where(Application.company == "Spoilt")  # type: ignore[arg-type]
    session.execute(wrong.values(preferences={"handwritten_notes": "perhaps"}))
    session.commit()
