"""A worker in a process of its own, for tests that kill it: `python -m tests.worker.killable URL`.

It says what it is about to do. A job whose payload says `stop` never gets past that place: `outside`, while nothing of
the job is written but that it has begun, or `writing`, when the effect is written and not yet committed. One whose
payload says `asks` waits outside for a line on standard input.
"""

import signal
import sys
from datetime import datetime
from threading import Event

from sqlmodel import Session

from afterview import clock
from afterview.services.jobs import Ending, Kind
from afterview.store.engine import open_database
from afterview.store.jobs import TakenJob
from afterview.store.listening import hang_bell
from afterview.worker import Worker
from tests.worker.work import LEAVING, leave


def carry_out(job: TakenJob, now: datetime) -> Ending:
    """Leave an application behind, if nothing stops it."""
    reach("outside", job)
    if job.payload.get("asks"):
        sys.stdin.readline()

    def write(session: Session) -> None:
        leave(job.payload["name"], job, now)(session)
        session.flush()
        reach("writing", job)

    return Ending(write)


def reach(place: str, job: TakenJob) -> None:
    """Say so, and go no further if this is where the job stops on its first attempt."""
    print(place, job.payload["name"], flush=True)  # noqa: T201
    if job.attempts == 1 and job.payload.get("stop") == place:
        Event().wait()


if __name__ == "__main__":
    database = open_database(sys.argv[1])
    worker = Worker(database, kinds={LEAVING: Kind(carry_out)}, bell=hang_bell(database), clock=clock.now)
    signal.signal(signal.SIGTERM, lambda *_: worker.stop())
    worker.run()
