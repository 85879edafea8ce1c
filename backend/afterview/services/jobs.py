"""Jobs: written with the change that asks for them, taken one at a time, ended together with their effect.

A kind of job is carried out by a function that may take its time outside, without any transaction, and then says what
to write. That is written in the same transaction that ends the job, and only if the job is still this worker's. So when
a worker is killed, at whatever moment, the job is done later by another one, and what it writes is written once. What
it does outside may be done twice: a message needs an id by which its receiver can tell.
"""

import os
import socket
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import SystemRandom
from typing import Final

from sqlmodel import Session

from afterview.ids import new_id
from afterview.store import jobs
from afterview.store.jobs import TakenJob

LEASE: Final = timedelta(seconds=60)
"""How long a worker may take for a job before somebody else does it too; whatever waits outside must be shorter."""
MOST_ATTEMPTS: Final = 12
FIRST_DELAY, LONGEST_DELAY = timedelta(seconds=10), timedelta(hours=6)

_RANDOM: Final = SystemRandom()
_PROCESS: Final = str(new_id())


class Deadly(Exception):
    """No worker that began this job has lived to end it."""


def _nothing(_: Session) -> None:
    """Write nothing."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What came of an attempt: what to write, and when to try again (null: it is done).

    An attempt that does not count, because it was too early to make it, brings nobody closer to giving up.
    """

    write: Callable[[Session], None] = _nothing
    again_at: datetime | None = None
    error: str | None = None
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of job is carried out, and what to write when it is given up."""

    carry_out: Callable[[TakenJob, datetime], Ending]
    when_given_up: Callable[[Session, TakenJob], None] = lambda _, __: None


Kinds = Mapping[str, Kind]
Open = Callable[[], Session]
Chance = Callable[[], float]


class Workbench:
    """Where one worker takes jobs and ends them; `chance` (0 to 1) spreads those that failed together."""

    def __init__(self, open_session: Open, kinds: Kinds, chance: Chance = _RANDOM.random) -> None:
        self._open = open_session
        self._kinds = kinds
        self._chance = chance
        self._owner = f"{socket.gethostname()} {os.getpid()} {_PROCESS} {new_id()}"

    def take(self, now: datetime) -> TakenJob | None:
        """The job that has been due longest, if there is one; the attempt is written down before it begins."""
        with self._open() as session:
            job = jobs.take(session, self._kinds.keys(), owner=self._owner, now=now, lease=LEASE)
            session.commit()
        return job

    def carry_out(self, job: TakenJob, now: datetime) -> Ending:
        """What came of it; `Deadly` when it was begun so often that it must have brought its workers down."""
        if job.attempts > MOST_ATTEMPTS:
            raise Deadly
        return self._kinds[job.kind].carry_out(job, now)

    def end(self, job: TakenJob, ending: Ending) -> bool:
        """Write the effect and the end of a job at once; False, and nothing is written, when it is no longer ours."""
        with self._open() as session:
            ending.write(session)
            if ending.again_at is None:
                ours = jobs.finish(session, job)
            else:
                ours = jobs.put_off(session, job, until=ending.again_at, error=ending.error, counts=ending.counts)
            return _commit_if(session, ours)

    def fail(self, job: TakenJob, error: str, now: datetime) -> bool:
        """Try again later, each time later than before, or give up at last; False when it is no longer ours."""
        if job.attempts < MOST_ATTEMPTS:
            return self.end(job, Ending(again_at=now + self._delay(job.attempts), error=error))
        with self._open() as session:
            self._kinds[job.kind].when_given_up(session, job)
            return _commit_if(session, jobs.give_up(session, job, error=error, now=now))

    def _delay(self, attempts: int) -> timedelta:
        delay: timedelta = min(FIRST_DELAY * 2 ** (attempts - 1), LONGEST_DELAY)
        return delay * (0.75 + self._chance() / 2)

    def take_over(self, now: datetime) -> None:
        """Make what a worker of this machine held when it died due at once, without waiting for its lease to end."""
        with self._open() as session:
            gone = [owner for owner in jobs.lease_owners(session) if _is_gone(owner)]
            jobs.end_leases(session, gone, now=now)
            session.commit()


def next_run_at(session: Session, kinds: Collection[str]) -> datetime | None:
    """When the next job of these kinds is due."""
    return jobs.next_run_at(session, kinds)


def count_given_up(session: Session) -> int:
    """How many jobs failed so often that nobody tries them any more."""
    return jobs.count_given_up(session)


def _commit_if(session: Session, ours: bool) -> bool:
    if ours:
        session.commit()
    else:
        session.rollback()
    return ours


def _is_gone(owner: str) -> bool:
    """Whether a worker ran on this machine, in a process that has ended."""
    host, pid, process, _ = owner.split(" ")
    if host != socket.gethostname() or process == _PROCESS:
        return False
    if int(pid) == os.getpid():
        return True  # another process had our number before us
    with suppress(PermissionError):
        try:
            os.kill(int(pid), 0)
        except ProcessLookupError:
            return True
    return False
