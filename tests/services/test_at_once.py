"""Several requests at once: each is carried out whole or refused in words, and none is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select
from sqlmodel import Session, col
from starlette.testclient import TestClient

from afterview.errors import AfterviewError, Conflict, NotFound
from afterview.policy.terms import TouchKind
from afterview.services import accounts, applications, contacts, interviews, touches
from afterview.services.contacts import ContactFields
from afterview.services.interviews import InterviewFields, Place
from afterview.services.touches import NewTouch
from afterview.store.engine import Database
from afterview.store.tables import Application, Contact, Interview, Touch, User
from tests.api.resources import APPLICATIONS, an_application
from tests.store import rows
from tests.store.rows import HOUR, NOW

AT_ONCE = 4
TIMES = InterviewFields(starts_at=NOW, ends_at=NOW + HOUR, timezone="UTC")

Use = Callable[[Session], object]


def all_at_once(database: Database, *uses: Use) -> list[AfterviewError]:
    """Run each use in a thread and a session of its own; what they were refused with."""
    connections = [database.engine.connect() for _ in uses]  # so that nobody is late for having to connect first
    for connection in connections:
        connection.close()
    start = Barrier(len(uses))

    def run(use: Use) -> AfterviewError | None:
        with database.writing() as session:
            start.wait(timeout=10)
            try:
                use(session)
            except AfterviewError as error:
                return error
        return None

    with ThreadPoolExecutor(len(uses)) as threads:
        return [error for error in threads.map(run, uses) if error is not None]


def count(database: Database, kind: type) -> int:
    """How many rows of a kind there are."""
    with database.reading() as session:
        found: int = session.execute(select(func.count()).select_from(kind)).scalar_one()
        return found


@pytest.fixture
def user_id(database: Database) -> UUID:
    """A user without anything."""
    with database.writing() as session:
        user = rows.a_user(session)
        session.commit()
        return user.id


@pytest.fixture
def application_id(database: Database, user_id: UUID) -> UUID:
    """An application of that user."""
    with database.writing() as session:
        fields = applications.ApplicationFields("Acme", "Chef")
        return applications.create_application(session, user_id=user_id, fields=fields, now=NOW).id


def test_interviews_of_one_new_company_make_one_application(database: Database, user_id: UUID) -> None:
    def schedule(session: Session) -> None:
        place = Place(company="Acme", role="Chef")
        person = ContactFields("Dana", email="dana@acme.example")
        interviews.create_interview(session, user_id=user_id, place=place, fields=TIMES, people=[person], now=NOW)

    assert all_at_once(database, *[schedule] * AT_ONCE) == []
    assert (count(database, Application), count(database, Contact), count(database, Interview)) == (1, 1, AT_ONCE)


def test_contacts_get_a_place_each(database: Database, user_id: UUID, application_id: UUID) -> None:
    def add(session: Session) -> None:
        fields = ContactFields("Dana")
        contacts.create_contact(session, user_id=user_id, application_id=application_id, fields=fields, now=NOW)

    assert all_at_once(database, *[add] * AT_ONCE) == []
    with database.reading() as session:
        places = session.execute(select(col(Contact.position))).scalars().all()
    assert sorted(places) == list(range(AT_ONCE))


def test_one_external_id_is_taken_once(database: Database, user_id: UUID) -> None:
    def schedule(place: Place) -> Use:
        fields = TIMES._replace(external_id="uid-1")
        return lambda session: interviews.create_interview(
            session, user_id=user_id, place=place, fields=fields, now=NOW
        )

    with database.writing() as session:
        user = session.get_one(User, user_id)
        places = [Place(rows.an_application(session, user).id) for _ in range(AT_ONCE)]
        session.commit()
    refused = all_at_once(database, *map(schedule, places))
    assert [type(error) for error in refused] == [Conflict] * (AT_ONCE - 1)
    assert count(database, Interview) == 1


def test_what_is_logged_while_the_application_is_deleted_is_not_found(
    database: Database, user_id: UUID, application_id: UUID
) -> None:
    def log(session: Session) -> None:
        touch = NewTouch(TouchKind.OTHER_OUTBOUND)
        touches.log_touch(session, user_id=user_id, application_id=application_id, touch=touch, now=NOW)

    def delete(session: Session) -> None:
        found = applications.get_application(session, user_id=user_id, application_id=application_id, lock=True)
        applications.delete_application(session, found)

    refused = all_at_once(database, log, log, delete, log)
    assert {type(error) for error in refused} <= {NotFound}
    assert (count(database, Application), count(database, Touch)) == (0, 0)


def test_whoever_writes_while_the_account_is_deleted_is_refused_in_words(
    database: Database, user_id: UUID, application_id: UUID
) -> None:
    def log(session: Session) -> None:
        touch = NewTouch(TouchKind.OTHER_OUTBOUND)
        touches.log_touch(session, user_id=user_id, application_id=application_id, touch=touch, now=NOW)

    def apply(session: Session) -> None:
        fields = applications.ApplicationFields("Borealis", "Chef")
        applications.create_application(session, user_id=user_id, fields=fields, now=NOW)

    def erase(session: Session) -> None:
        accounts.erase(session, accounts.get_user(session, user_id=user_id, lock=True))

    refused = all_at_once(database, log, apply, erase, log, apply)
    assert {type(error) for error in refused} <= {NotFound, Conflict}
    assert (count(database, User), count(database, Application), count(database, Touch)) == (0, 0, 0)


def test_a_touch_is_taken_back_once(database: Database, user_id: UUID, application_id: UUID) -> None:
    with database.writing() as session:
        new = NewTouch(TouchKind.OTHER_OUTBOUND)
        touch_id = touches.log_touch(session, user_id=user_id, application_id=application_id, touch=new, now=NOW).id

    def take_back(session: Session) -> None:
        found = touches.get_touch(session, user_id=user_id, touch_id=touch_id, lock=True)
        touches.delete_touch(session, found, now=NOW)

    refused = all_at_once(database, *[take_back] * AT_ONCE)
    assert [type(error) for error in refused] == [NotFound] * (AT_ONCE - 1)


def test_of_changes_to_one_version_one_gets_through(app: FastAPI, signed_in: TestClient) -> None:
    application = an_application(signed_in)
    address = f"{APPLICATIONS}/{application['id']}"
    headers = {"If-Match": signed_in.get(address).headers["ETag"], "Authorization": signed_in.headers["Authorization"]}
    start = Barrier(AT_ONCE)

    def change(number: int) -> int:
        start.wait(timeout=10)
        return TestClient(app).patch(address, json={"notes": str(number)}, headers=headers).status_code

    with ThreadPoolExecutor(AT_ONCE) as threads:
        assert sorted(threads.map(change, range(AT_ONCE))) == [200] + [412] * (AT_ONCE - 1)
