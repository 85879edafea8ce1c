"""The sample job search shows every kind of advice, at whatever hour of the week it is made."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session

from afterview.errors import Conflict
from afterview.policy.terms import Kind, Status
from afterview.services.advice import advise_many
from afterview.services.sample_search import SAMPLES, add_sample_search
from afterview.store import applications
from afterview.store.engine import open_database
from afterview.store.paging import Slice
from tests.store.rows import a_user

ALWAYS = {
    Kind.THANK_YOU_EMAIL,
    Kind.CHECK_IN_EMAIL,
    Kind.ANSWER,
    Kind.REJECTION_THANKS_EMAIL,
    Kind.WAIT,
    Kind.NO_FURTHER_ACTION,
}
"""What is advised for some application at any hour."""
MOMENTS = [datetime(2026, 11, 16, 6, tzinfo=UTC) + timedelta(hours=25 * number) for number in range(12)]
"""Twelve days in a row, each an hour later in the day."""


@pytest.fixture
def session(database_url: str) -> Iterator[Session]:
    """A session on a database with all tables."""
    database = open_database(database_url)
    with database.writing() as session:
        yield session
    database.engine.dispose()


def test_at_any_hour_it_shows_every_kind_of_advice(session: Session) -> None:
    for now in MOMENTS:
        user_id = a_user(session, timezone="Europe/London").id
        assert add_sample_search(session, user_id=user_id, zone="Europe/London", now=now) == len(SAMPLES)
        rows = applications.list_page(session, user_id, Slice(50))[0]
        advised = advise_many(session, user_id=user_id, application_ids=[row.id for row in rows], now=now)
        assert {row.status for row in rows} == set(Status)
        assert ALWAYS - {one.recommendation.action.kind for one in advised} == set(), now


def test_a_second_time_adds_nothing(session: Session) -> None:
    user_id = a_user(session).id
    now = MOMENTS[0]
    add_sample_search(session, user_id=user_id, zone="UTC", now=now)
    with pytest.raises(Conflict):
        add_sample_search(session, user_id=user_id, zone="UTC", now=now)
    assert len(applications.list_page(session, user_id, Slice(50))[0]) == len(SAMPLES)
