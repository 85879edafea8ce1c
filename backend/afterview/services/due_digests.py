"""Daily letters whose time has come: each is asked for once, as a job, in the transaction that sets the next time."""

from datetime import datetime, timedelta
from typing import Final

from sqlmodel import Session

from afterview.services.digest_times import local_day, schedule, wants_digest
from afterview.store import digests, jobs
from afterview.store.jobs import NewJob

DIGEST: Final = "daily_letter"
"""The kind of job that writes and sends one letter to one user."""

LATEST: Final = timedelta(hours=4)
"""So long after its hour a letter still goes out; later it is left for the next day."""


def ask_next(session: Session, *, now: datetime) -> bool:
    """Ask for the letter that has been due longest, of all users; False when none is due.

    One that was not asked for in time, because no worker was there, is left out.
    """
    user = digests.hold_next(session, now)
    if user is None or user.digest_at is None:
        return False
    due_at = user.digest_at
    if wants_digest(user) and now < due_at + LATEST:
        user.digested_at = due_at
        day = local_day(user, due_at)
        job = NewJob(DIGEST, {"day": day.isoformat(), "due_at": due_at.isoformat()}, now, dedupe_key=f"{DIGEST} {day}")
        jobs.add(session, user.id, job, now=now)
    schedule(user, now=now)
    session.commit()
    return True


def next_digest_at(session: Session) -> datetime | None:
    """When the next letter of anybody is due."""
    return digests.next_at(session)
