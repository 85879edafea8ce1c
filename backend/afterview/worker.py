"""The worker: one loop that carries out whatever is due, and sleeps until the next thing is.

Due are jobs, and applications whose advice the clock has changed; both are found by index. Any number of workers may
run at once, in one process or on many machines, and any of them may be killed at any moment (services/jobs.py).
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from threading import Thread
from typing import Final, NamedTuple, Protocol

import structlog
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from afterview.api.schemas.events import write_message
from afterview.connectors.addresses import Resolve, resolve
from afterview.connectors.ats.vendors import VENDORS
from afterview.connectors.mail_in import MailboxTrouble
from afterview.connectors.outbox.sending import SECONDS
from afterview.connectors.outside import outside_client
from afterview.services import due_digests, due_reviews, jobs
from afterview.services.deliveries import Courier
from afterview.services.digests import Postman
from afterview.services.due_digests import DIGEST
from afterview.services.events import DELIVERY
from afterview.services.integrations import SYNC, Vendors
from afterview.services.jobs import Kinds, Open, Workbench
from afterview.services.mailbox import MailboxReader
from afterview.services.sealing import SEALED, Seal
from afterview.services.unsubscribing import STOPPING, StopLinks
from afterview.services.vendor_asking import SECONDS as VENDOR_SECONDS
from afterview.services.vendor_asking import VendorDesk
from afterview.services.vendor_events import ASK
from afterview.settings import Settings
from afterview.store.bells import LONGEST_SLEEP, Bell
from afterview.store.engine import Database
from afterview.store.listening import hang_bell

AFTER_TROUBLE_S: Final = 5.0
"""How long to leave a database alone that did not answer."""

PATIENCE_S: Final = 10.0
"""How long a process that ends waits for what its worker has begun; the rest is due again at the restart."""

log = structlog.get_logger("afterview.worker")


class Next(Protocol):
    """Does the next thing of its sort that is due; False when nothing is."""

    def __call__(self, open_session: Open, *, now: datetime) -> bool:
        """Do it, in transactions of its own."""


class Round(NamedTuple):
    """A sort of thing that is due by the clock alone, found by index: how one is done, and when the next is due."""

    name: str
    do_next: Next
    next_at: Callable[[Session], datetime | None]


def _in_one_transaction(do_next: Callable[..., bool]) -> Next:
    def open_and_do(open_session: Open, *, now: datetime) -> bool:
        with open_session() as session:
            return do_next(session, now=now)

    return open_and_do


REVIEWS: Final = Round("review", _in_one_transaction(due_reviews.review_next), due_reviews.next_review_at)
DIGESTS: Final = Round("daily letter", _in_one_transaction(due_digests.ask_next), due_digests.next_digest_at)


class Worker:
    """Carries out what is due, by the `clock`, and sleeps beside the `bell`."""

    def __init__(
        self,
        database: Database,
        *,
        kinds: Kinds,
        bell: Bell,
        clock: Callable[[], datetime],
        rounds: Sequence[Round] = (REVIEWS,),
    ) -> None:
        self._database = database
        self._kinds = kinds
        self._rounds = rounds
        self._bench = Workbench(database.writing, kinds)
        self._bell = bell
        self._clock = clock
        self._stopping = False

    def run(self) -> None:
        """Work until `stop` is called; what has begun is ended first."""
        self._in_spite_of_trouble(self.take_over)
        while not self._stopping:
            self._in_spite_of_trouble(self._work_and_sleep)
        self.close()

    def run_once(self) -> int:
        """Carry out what is due, and say how much that was."""
        self.take_over()
        count = self.work_off()
        self.close()
        return count

    def close(self) -> None:
        """Let go of what sleeping took; a worker that has run has done so."""
        self._bell.close()

    def stop(self) -> None:
        """Let `run` return soon; from any thread, and from a signal handler."""
        self._stopping = True
        self._bell.ring()

    def take_over(self) -> None:
        """Make what was cut off when a worker of this machine died due now."""
        self._bench.take_over(self._clock())

    def work_off(self) -> int:
        """Carry out everything that is due now, and say how much that was."""
        count = 0
        while not self._stopping:
            done = sum(map(self._do_next, self._rounds)) + self._carry_out()
            if not done:
                break
            count += done
        return count

    def seconds_to_sleep(self) -> float:
        """How long nothing will be due, at most a minute."""
        with self._database.reading() as session:
            times = [jobs.next_run_at(session, self._kinds.keys()), *(one.next_at(session) for one in self._rounds)]
        latest = self._clock() + LONGEST_SLEEP
        until = min([at for at in times if at is not None], default=latest)
        return (min(until, latest) - self._clock()).total_seconds()

    def _work_and_sleep(self) -> None:
        self.work_off()
        if not self._stopping:
            self._bell.wait(self.seconds_to_sleep())

    def _in_spite_of_trouble(self, work: Callable[[], object]) -> None:
        """A database that is away, or a mistake of ours, ends no worker."""
        try:
            work()
        except Exception as error:
            log.error("troubled", error=type(error).__name__)
            self._bell.rest(AFTER_TROUBLE_S)

    def _do_next(self, one: Round) -> int:
        try:
            return one.do_next(self._database.writing, now=self._clock())
        except OperationalError:
            raise
        except MailboxTrouble as trouble:
            log.warning(f"{one.name} failed", error=str(trouble))
            return 1
        except Exception as error:
            log.error(f"{one.name} failed", error=type(error).__name__)
            return 1

    def _carry_out(self) -> int:
        job = self._bench.take(self._clock())
        if job is None:
            return 0
        try:
            ending = self._bench.carry_out(job, self._clock())
            ours = self._bench.end(job, ending)
            if ending.error is not None:
                log.warning("job in vain", kind=job.kind, attempts=job.attempts, error=ending.error)
        except Exception as error:
            log.error("job failed", kind=job.kind, attempts=job.attempts, error=type(error).__name__)
            ours = self._bench.fail(job, type(error).__name__, self._clock())
        if not ours:
            log.warning("somebody else has the job", kind=job.kind)
        return 1


def make_worker(
    settings: Settings,
    database: Database,
    clock: Callable[[], datetime],
    resolve: Resolve = resolve,
    vendors: Vendors = VENDORS,
) -> Worker:
    """The worker of an installation; `resolve` looks up the names of the servers that it calls.

    `vendors` are the applicant-tracking tools whose APIs it knows.
    """
    client = outside_client(allow_private=settings.allow_private_urls, seconds=SECONDS, resolve=resolve)
    seal = Seal(settings.derive_key(SEALED))
    courier = Courier(database.reading, client, seal, write_message)
    asking = outside_client(allow_private=settings.allow_private_urls, seconds=VENDOR_SECONDS, resolve=resolve)
    desk = VendorDesk(database.reading, asking, seal, vendors)
    kinds, rounds = {DELIVERY: courier.kind, ASK: desk.completing, SYNC: desk.syncing}, [REVIEWS]
    if settings.smtp_url is not None:
        stop_links = StopLinks(settings.derive_key(STOPPING), settings.public_url)
        kinds[DIGEST] = Postman(database.reading, settings.smtp_url, stop_links, settings.public_url).kind
        rounds.append(DIGESTS)
    if settings.imap_url is not None:
        reader = MailboxReader(settings.imap_url, seal)
        rounds.append(Round("mailbox", reader.read_next, reader.next_at))
    return Worker(database, kinds=kinds, bell=hang_bell(database), clock=clock, rounds=rounds)


@contextmanager
def working_beside(worker: Worker) -> Iterator[None]:
    """Let a worker run in a thread of this process for as long as the block lasts."""
    thread = Thread(target=worker.run, name="worker", daemon=True)
    thread.start()
    try:
        yield
    finally:
        worker.stop()
        thread.join(PATIENCE_S)
