"""The loop: it finds what is due, sleeps until the next thing is, and ends what it has begun."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from afterview.services.jobs import (
    FIRST_DELAY,
    LEASE,
    LONGEST_DELAY,
    MOST_ATTEMPTS,
    Ending,
    Kind,
    Workbench,
    count_given_up,
)
from afterview.store import jobs
from afterview.store.engine import Database
from afterview.store.jobs import NewJob, TakenJob
from afterview.worker import Worker
from tests.conftest import MovableClock
from tests.store.rows import HOUR, NOW
from tests.worker.work import LEAVING, asked_for, count_jobs, leaving, left_behind, the_job

MINUTE = timedelta(minutes=1)


class PassingTime:
    """A bell that nobody rings: whoever sleeps beside it sleeps as long as they meant to, and the clock goes on.

    `then` happens in turn after each sleep; after the last one the worker is stopped.
    """

    def __init__(self, clock: MovableClock, *then: Callable[[], object]) -> None:
        self.slept: list[float] = []
        self.worker: Worker | None = None
        self._clock = clock
        self._then = list(then)

    def wait(self, seconds: float) -> None:
        """Let that much time pass."""
        self.slept.append(seconds)
        self._clock.advance(seconds=seconds)
        if self._then:
            self._then.pop(0)()
        elif self.worker is not None:
            self.worker.stop()

    rest = wait

    def ring(self) -> None:
        """Nobody hears it."""

    def close(self) -> None:
        """Nothing was taken."""


class Failing:
    """A job's outside that fails the first `times`, and counts."""

    def __init__(self, times: int) -> None:
        self.begun = 0
        self._times = times

    def __call__(self, _: TakenJob) -> None:
        """Fail, or not any more."""
        self.begun += 1
        if self.begun <= self._times:
            raise ConnectionError


def a_worker(
    database: Database, clock: MovableClock, kind: Kind | None = None, *then: Callable[[], object]
) -> tuple[Worker, PassingTime]:
    """A worker that leaves things behind, and the bell that it sleeps beside."""
    bell = PassingTime(clock, *then)
    bell.worker = Worker(database, kinds={LEAVING: kind or leaving()}, bell=bell, clock=clock)
    return bell.worker, bell


def test_what_is_due_is_done_once(database: Database, clock: MovableClock) -> None:
    asked_for(database, "a", "b")
    worker, _ = a_worker(database, clock)
    assert (worker.run_once(), worker.run_once()) == (2, 0)
    assert left_behind(database) == ["a", "b"]
    assert count_jobs(database) == 0


def test_what_is_due_later_waits_for_its_time(database: Database, clock: MovableClock) -> None:
    asked_for(database, "later", run_at=NOW + timedelta(seconds=30))
    worker, bell = a_worker(database, clock, None, lambda: None)
    worker.run()
    assert bell.slept == [30, 60]
    assert left_behind(database) == ["later"]


def test_a_worker_looks_by_itself_once_a_minute(database: Database, clock: MovableClock) -> None:
    worker, bell = a_worker(database, clock, None, lambda: None)
    worker.run()
    assert bell.slept == [60, 60]


def test_the_same_thing_is_asked_for_once(database: Database, clock: MovableClock) -> None:
    user_id = asked_for(database, "a", run_at=NOW + HOUR)
    with database.writing() as session:
        jobs.add(session, user_id, NewJob(LEAVING, {"name": "twin"}, NOW, dedupe_key="a"), now=NOW)
        session.commit()
    with the_job(database) as job:
        assert (job.payload, job.run_at) == ({"name": "a"}, NOW + HOUR)


def test_what_waits_can_begin_again_at_once(database: Database, clock: MovableClock) -> None:
    user_id = asked_for(database, "a", run_at=NOW + HOUR)
    with database.writing() as session:
        jobs.add(session, user_id, NewJob(LEAVING, {"name": "a"}, NOW, dedupe_key="a"), anew=True, now=NOW)
        session.commit()
    with the_job(database) as job:
        assert job.run_at == NOW


def test_what_was_taken_back_was_never_asked_for(database: Database, clock: MovableClock) -> None:
    user_id = asked_for(database)
    with database.writing() as session:
        jobs.add(session, user_id, NewJob(LEAVING, {"name": "a"}, NOW), now=NOW)
        session.rollback()
    assert a_worker(database, clock)[0].run_once() == 0


def test_what_fails_is_tried_again_later_each_time(database: Database, clock: MovableClock) -> None:
    asked_for(database, "a")
    failing = Failing(times=3)
    worker, _ = a_worker(database, clock, leaving(outside=failing))
    waits = []
    for _ in range(3):
        worker.work_off()
        with the_job(database) as job:
            assert job.run_at is not None
            assert job.error == "ConnectionError"
            waits.append(job.run_at - clock())
            clock.present = job.run_at
    assert all(0.75 * delay <= wait <= 1.25 * delay for wait, delay in zip(waits, expected_delays(), strict=False))
    worker.work_off()
    assert left_behind(database) == ["a"]


def expected_delays() -> list[timedelta]:
    """The delays without their jitter."""
    return [min(FIRST_DELAY * 2**n, LONGEST_DELAY) for n in range(MOST_ATTEMPTS)]


def test_what_fails_too_often_is_given_up_and_kept(database: Database, clock: MovableClock) -> None:
    asked_for(database, "a")
    failing = Failing(times=100)
    worker, _ = a_worker(database, clock, leaving(outside=failing))
    for _ in range(MOST_ATTEMPTS + 3):
        worker.work_off()
        clock.advance(hours=8)
    assert failing.begun == MOST_ATTEMPTS
    assert left_behind(database) == ["gave up a"]
    with the_job(database) as job, database.reading() as session:
        assert (job.run_at, job.error) == (None, "ConnectionError")
        assert count_given_up(session) == 1


def test_what_brings_every_worker_down_is_given_up(database: Database, clock: MovableClock) -> None:
    asked_for(database, "a")
    for _ in range(MOST_ATTEMPTS):
        assert Workbench(database.writing, {LEAVING: leaving()}).take(clock()) is not None  # and is never heard of
        clock.advance(minutes=2)
    worker, _ = a_worker(database, clock)
    worker.work_off()
    assert left_behind(database) == ["gave up a"]


def test_an_attempt_that_came_too_early_does_not_count(database: Database, clock: MovableClock) -> None:
    asked_for(database, "a")
    worker, _ = a_worker(database, clock, Kind(lambda _, now: Ending(again_at=now + HOUR, counts=False)))
    worker.work_off()
    with the_job(database) as job:
        assert (job.attempts, job.run_at) == (0, NOW + HOUR)


def test_while_one_has_a_job_no_other_gets_it(database: Database, clock: MovableClock) -> None:
    asked_for(database, "a")
    first, second = (Workbench(database.writing, {LEAVING: leaving()}) for _ in range(2))
    assert first.take(clock()) is not None
    assert second.take(clock()) is None


def test_a_job_whose_worker_is_not_heard_of_goes_to_another(database: Database, clock: MovableClock) -> None:
    asked_for(database, "a")
    slow, quick = (Workbench(database.writing, {LEAVING: leaving()}) for _ in range(2))
    late = slow.take(clock())
    assert late is not None
    clock.present += LEASE
    taken = quick.take(clock())
    assert taken is not None
    assert quick.end(taken, quick.carry_out(taken, clock()))
    assert not slow.end(late, slow.carry_out(late, clock()))
    assert left_behind(database) == ["a"]


def test_jobs_of_a_kind_that_is_not_known_are_left_to_others(database: Database, clock: MovableClock) -> None:
    asked_for(database, "a", kind="of a later version")
    worker, bell = a_worker(database, clock)
    worker.run()
    assert bell.slept == [60]
    assert count_jobs(database) == 1


def test_jobs_go_with_their_user_and_who_has_one_writes_nothing(database: Database, clock: MovableClock) -> None:
    asked_for(database, "a")

    def erase(_: TakenJob) -> None:
        with database.writing() as session:
            session.connection().exec_driver_sql("DELETE FROM users")
            session.commit()

    worker, _ = a_worker(database, clock, leaving(outside=erase))
    worker.work_off()
    assert left_behind(database) == []


def test_a_worker_that_is_stopped_ends_what_it_has_begun(database: Database, clock: MovableClock) -> None:
    asked_for(database, "a", "b")
    bell = PassingTime(clock)
    kind = leaving(outside=lambda _: worker.stop())
    worker = Worker(database, kinds={LEAVING: kind}, bell=bell, clock=clock)
    worker.run()
    assert left_behind(database) == ["a"]
    assert bell.slept == []


def test_trouble_with_the_database_ends_no_worker(
    database: Database, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker, bell = a_worker(database, clock, None, lambda: asked_for(database, "a"))
    honest = worker.work_off
    attempts = iter([OSError("away")])

    def work_off() -> int:
        for trouble in attempts:
            raise trouble
        return honest()

    monkeypatch.setattr(worker, "work_off", work_off)
    worker.run()
    assert bell.slept == [5, 60]
    assert left_behind(database) == ["a"]
