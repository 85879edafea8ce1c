"""Jobs for tests: each leaves an application behind, named after it, so that what was done can be counted."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from afterview.services.jobs import Ending, Kind
from afterview.store import jobs
from afterview.store.engine import Database
from afterview.store.jobs import NewJob, TakenJob
from afterview.store.tables import Application, Job
from tests.store import rows

LEAVING = "leaving"


def leave(name: str, job: TakenJob, now: datetime) -> Callable[[Session], None]:
    """What writes an application of that name."""

    def write(session: Session) -> None:
        said = {"company": name, "role": "-", "search_key": name, "created_at": now, "updated_at": now}
        session.add(Application.model_validate({"user_id": job.user_id} | said))

    return write


def leaving(*, outside: Callable[[TakenJob], None] = lambda _: None) -> Kind:
    """A kind of job that does something outside, and leaves an application behind."""

    def carry_out(job: TakenJob, now: datetime) -> Ending:
        outside(job)
        return Ending(leave(job.payload["name"], job, now))

    return Kind(carry_out, lambda session, job: leave(f"gave up {job.payload['name']}", job, rows.NOW)(session))


def asked_for(database: Database, *names: str, run_at: datetime = rows.NOW, kind: str = LEAVING) -> UUID:
    """A new user, for whom that much is to be done."""
    with database.writing() as session:
        user = rows.a_user(session)
        for name in names:
            jobs.add(session, user.id, NewJob(kind, {"name": name}, run_at, dedupe_key=name), now=rows.NOW)
        session.commit()
        return user.id


def left_behind(database: Database) -> list[str]:
    """The names of what was done, in alphabetical order."""
    with database.reading() as session:
        return sorted(session.execute(select(col(Application.company))).scalars())


@contextmanager
def the_job(database: Database) -> Iterator[Job]:
    """The only job there is."""
    with database.reading() as session:
        yield session.execute(select(Job)).scalar_one()


def count_jobs(database: Database) -> int:
    """How much is left to do."""
    with database.reading() as session:
        return len(session.execute(select(col(Job.id))).all())
