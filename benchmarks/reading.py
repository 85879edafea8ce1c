"""The price of reading the facts of an application, and of a page of the agenda."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from tempfile import TemporaryDirectory
from uuid import UUID

from sqlalchemy import insert, select
from sqlmodel import Session, col

from afterview.ids import new_id
from afterview.services.sample_search import add_sample_search
from afterview.store import applications
from afterview.store.engine import open_database
from afterview.store.facts import load_facts
from afterview.store.migrations import upgrade
from afterview.store.paging import Slice
from afterview.store.tables import Application, Contact, Deferral, Interview, Interviewer, Touch, User
from benchmarks.paired import Measure, ratio

_NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
_LOADING_BAR, _AGENDA_BAR = 1, 3


def reading(few: int = 200, many: int = 20_000, rounds: int = 21) -> Iterator[Measure]:
    """On an SQLite file: one statement against one query a table by the ORM, and a large agenda against a small one."""
    with TemporaryDirectory() as folder:
        database = open_database(url := f"sqlite:///{folder}/benchmark.db")
        upgrade(url)
        with database.writing() as session:
            small, large = _account(session, "small@example.com", few), _account(session, "large@example.com", many)
        with database.reading() as session:
            yield _loading(session, large, rounds)
            yield _agenda(session, small, large, rounds, f"{many} applications", f"among {few}")
        database.engine.dispose()


def _loading(session: Session, user_id: UUID, rounds: int) -> Measure:
    found = applications.due_page(session, user_id, Slice(1), until=_NOW)[0][0]
    taken = ratio(
        lambda: load_facts(session, user_id, found.id),
        lambda: _by_the_orm(session, user_id, found.id),
        rounds=rounds,
        each=10,
        reference_each=10,
    )
    return Measure("the facts of an application in one statement", "the same by the ORM", taken, _LOADING_BAR)


def _by_the_orm(session: Session, user_id: UUID, application_id: UUID) -> None:
    session.expunge_all()
    session.get(User, user_id)
    session.get(Application, application_id)
    session.execute(select(Contact).where(col(Contact.application_id) == application_id)).scalars().all()
    held = session.execute(select(Interview).where(col(Interview.application_id) == application_id)).scalars().all()
    people = select(Interviewer).where(col(Interviewer.interview_id).in_([one.id for one in held]))
    session.execute(people).scalars().all()
    session.execute(select(Touch).where(col(Touch.application_id) == application_id)).scalars().all()
    session.execute(select(Deferral).where(col(Deferral.application_id) == application_id)).scalars().all()


def _agenda(session: Session, small: UUID, large: UUID, rounds: int, many: str, few: str) -> Measure:
    def page_of(user_id: UUID) -> None:
        session.expunge_all()
        applications.due_page(session, user_id, Slice(50), until=_NOW)

    taken = ratio(lambda: page_of(large), lambda: page_of(small), rounds=rounds, each=5, reference_each=5)
    return Measure(f"a page of the agenda among {many}", few, taken, _AGENDA_BAR)


def _account(session: Session, email: str, size: int) -> UUID:
    """A user with the sample job search, and so many applications more, half of them due."""
    user = User(email=email, name="B", password_hash="-", timezone="UTC", created_at=_NOW, updated_at=_NOW)  # noqa: S106
    session.add(user)
    session.flush()
    user_id = user.id
    add_sample_search(session, user_id=user_id, zone="UTC", now=_NOW)
    pattern = applications.due_page(session, user_id, Slice(1), until=_NOW)[0][0].model_dump()
    rows = []
    for number in range(size):
        due = _NOW + timedelta(minutes=number - size // 2)
        rows.append(pattern | {"id": new_id(), "next_review_at": due, "act_by": due + timedelta(days=1)})
    session.execute(insert(Application), rows)
    session.commit()
    return user_id
