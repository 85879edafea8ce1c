"""Workers killed with SIGKILL, at chosen moments and in the middle of many jobs: nothing is lost, nothing doubled."""

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from afterview import clock
from afterview.store import jobs
from afterview.store.engine import Database
from afterview.store.jobs import NewJob
from afterview.store.listening import hang_bell
from afterview.worker import Worker
from tests.store import rows
from tests.worker.work import LEAVING, count_jobs, leaving, left_behind, the_job

ROOT = Path(__file__).parents[2]
MANY, BEFORE_A_KILL = 40, (5, 1, 9)

Process = subprocess.Popen[str]


@contextmanager
def working(database_url: str) -> Iterator[Process]:
    """A worker in a process of its own, which is killed at the end if it still lives."""
    command = [sys.executable, "-u", "-m", "tests.worker.killable", database_url]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            kill(process)


def kill(process: Process) -> None:
    """End a process without giving it a chance to say anything."""
    with suppress(ProcessLookupError):
        os.kill(process.pid, signal.SIGKILL)
    process.wait(timeout=30)


def said(process: Process) -> str:
    """The next thing that a worker says."""
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, "it said nothing and ended"
    return line.strip()


def let_on(process: Process) -> None:
    """Let a worker take a job that asks, and go as far as writing what comes of it."""
    assert said(process).startswith("outside")
    assert process.stdin is not None
    process.stdin.write("go on\n")
    process.stdin.flush()
    assert said(process).startswith("writing")


def ask(database: Database, *payloads: dict[str, str]) -> None:
    """Ask for that much at once, by the real clock."""
    with database.writing() as session:
        user = rows.a_user(session)
        for payload in payloads:
            jobs.add(session, user.id, NewJob(LEAVING, payload, clock.now()), now=clock.now())
        session.commit()


@pytest.mark.parametrize("place", ["outside", "writing"])
def test_a_job_that_is_cut_off_is_done_by_the_next_worker_at_once(
    place: str, database: Database, database_url: str
) -> None:
    ask(database, {"name": "a", "stop": place})
    with working(database_url) as first:
        while said(first) != f"{place} a":
            continue
        kill(first)
    assert left_behind(database) == []
    with the_job(database) as job:
        assert (job.attempts, job.lease_owner is not None) == (1, True)
    with working(database_url) as second:
        assert [said(second), said(second)] == ["outside a", "writing a"]
        second.send_signal(signal.SIGTERM)
        second.wait(timeout=30)
    assert left_behind(database) == ["a"]
    assert count_jobs(database) == 0


def test_whatever_is_killed_whenever_everything_is_done_once(database: Database, database_url: str) -> None:
    ask(database, *({"name": f"{n:03}", "asks": "yes"} for n in range(MANY)))
    for jobs_begun in BEFORE_A_KILL:
        with working(database_url) as one, working(database_url) as other:
            for _ in range(jobs_begun):
                let_on(one)
                let_on(other)
            kill(one)
            kill(other)
    assert 0 < count_jobs(database) < MANY
    bell = hang_bell(database)
    Worker(database, kinds={LEAVING: leaving()}, bell=bell, clock=clock.now).run_once()
    assert count_jobs(database) == 0
    assert Counter(left_behind(database)) == Counter(f"{n:03}" for n in range(MANY))
