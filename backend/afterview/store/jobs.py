"""Queries for jobs: asked for by a user's change, taken by whichever worker is free.

Those that a worker asks look at everybody's jobs, as nobody is signed in there. Whoever has taken a job proves it by
its lease when they end it, so that of two who believe they have it, one writes.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, CursorResult, and_, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from afterview.ids import new_id
from afterview.store.bells import LONGEST_SLEEP, ring_at_commit
from afterview.store.tables import Job


class NewJob(NamedTuple):
    """What to do, not before `run_at`; a second one with the same `dedupe_key` is not taken on."""

    kind: str
    payload: dict[str, Any]
    run_at: datetime
    dedupe_key: str | None = None


class TakenJob(NamedTuple):
    """A job under a lease: the `attempts`-th attempt, made by `owner`."""

    id: UUID
    user_id: UUID
    kind: str
    payload: dict[str, Any]
    attempts: int
    owner: str


def add(session: Session, user_id: UUID, job: NewJob, *, anew: bool = False, now: datetime) -> None:
    """Ask for a job in this transaction; `anew` lets one that waits already begin again from the first attempt."""
    new = sqlite.insert if session.connection().dialect.name == "sqlite" else postgresql.insert  # alike in all we use
    insert = new(Job).values(id=new_id(), user_id=user_id, created_at=now, attempts=0, **job._asdict())
    same = [col(Job.user_id), col(Job.dedupe_key)]
    if anew:
        afresh = {"run_at": job.run_at, "attempts": 0, "payload": job.payload, "error": None, "gave_up_at": None}
        insert = insert.on_conflict_do_update(index_elements=same, set_=afresh, where=col(Job.lease_owner).is_(None))
    else:
        insert = insert.on_conflict_do_nothing(index_elements=same)
    session.execute(insert)
    if job.run_at < now + LONGEST_SLEEP:
        ring_at_commit(session)


def take(session: Session, kinds: Collection[str], *, owner: str, now: datetime, lease: timedelta) -> TakenJob | None:
    """The job of these kinds that has been due longest, leased to `owner`; None when nothing is due."""
    due = (
        select(col(Job.id))
        .where(col(Job.run_at) <= now, col(Job.kind).in_(kinds))
        .order_by(col(Job.run_at), col(Job.id))
        .limit(1)
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )
    taking = (
        update(Job)
        .where(col(Job.id) == due)
        .values(run_at=now + lease, lease_owner=owner, attempts=col(Job.attempts) + 1)
        .returning(*map(col, (Job.id, Job.user_id, Job.kind, Job.payload, Job.attempts, Job.lease_owner)))
        .execution_options(synchronize_session=False)
    )
    row = session.execute(taking).one_or_none()
    return None if row is None else TakenJob(*row)


def finish(session: Session, job: TakenJob) -> bool:
    """Strike a job that is done; False when the lease has gone to somebody else, whose job it is now."""
    return _ended(session, delete(Job).where(_is_still(job)))


def put_off(session: Session, job: TakenJob, *, until: datetime, error: str | None, counts: bool) -> bool:
    """Give a job back until later; an attempt that does not count is forgotten. False as for `finish`."""
    values = {"run_at": until, "lease_owner": None, "error": error, "attempts": job.attempts - (not counts)}
    return _ended(session, update(Job).where(_is_still(job)).values(values))


def give_up(session: Session, job: TakenJob, *, error: str, now: datetime) -> bool:
    """Keep a job for people to look at, and try it no more. False as for `finish`."""
    values = {"run_at": None, "lease_owner": None, "error": error, "gave_up_at": now}
    return _ended(session, update(Job).where(_is_still(job)).values(values))


def next_run_at(session: Session, kinds: Collection[str]) -> datetime | None:
    """When the next of these jobs is due, or the next lease ends; None when there are none."""
    query = (
        select(col(Job.run_at))
        .where(col(Job.run_at).is_not(None), col(Job.kind).in_(kinds))
        .order_by(col(Job.run_at), col(Job.id))
        .limit(1)
    )
    return session.execute(query).scalar_one_or_none()


def lease_owners(session: Session) -> Sequence[str]:
    """Every worker that has a job now."""
    query = select(col(Job.lease_owner)).where(col(Job.lease_owner).is_not(None)).distinct()
    return [owner for owner in session.execute(query).scalars() if owner is not None]


def end_leases(session: Session, owners: Collection[str], *, now: datetime) -> None:
    """Make the jobs of workers that are no more due at once."""
    session.execute(update(Job).where(col(Job.lease_owner).in_(owners)).values(run_at=now, lease_owner=None))


def count_given_up(session: Session) -> int:
    """How many jobs wait for people to look at them."""
    count: int = session.execute(select(func.count(col(Job.gave_up_at)))).scalar_one()
    return count


def _is_still(job: TakenJob) -> ColumnElement[bool]:
    return and_(col(Job.id) == job.id, col(Job.lease_owner) == job.owner, col(Job.attempts) == job.attempts)


def _ended(session: Session, statement: Any) -> bool:  # noqa: ANN401  (an update or a delete)
    result: CursorResult[Any] = session.execute(statement, execution_options={"synchronize_session": False})  # type: ignore[assignment]
    return result.rowcount == 1
