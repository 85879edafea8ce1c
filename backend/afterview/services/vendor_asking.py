"""How a worker asks vendors: for what an event leaves out, and for everything that is scheduled."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from time import monotonic
from typing import Final
from uuid import UUID

import httpx
from sqlmodel import Session

from afterview.connectors.ats.event import VendorEvent
from afterview.connectors.ats.vendor import Access, Vendor, VendorTrouble
from afterview.services.integrations import NO_KEY, Vendors, can_be_asked
from afterview.services.jobs import Ending, Kind, Open
from afterview.services.sealing import Seal, SealBroken
from afterview.services.vendor_events import conclude, take_pulled
from afterview.services.vendor_words import event_told, line
from afterview.store import integrations
from afterview.store.jobs import TakenJob
from afterview.store.tables import EventOutcome, Integration

SECONDS: Final = 8.0
"""How long one call may take; a lease (services/jobs.py) has room for a few of them."""

ASKING_S: Final = 30.0
"""How long a job goes on asking: with the last call, and with writing, less than a lease."""

MOST_PULLED: Final = 1_000
"""How many interviews of one sync are looked at."""

BEHIND: Final = timedelta(days=60)
"""How long ago an interview may have been that a sync brings."""

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
DELAYS: Final = (MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR)
"""After each attempt that failed, how long until the next; after the last one there is none."""

UNSEALED: Final = "The secret key of this installation has changed; store the API key of this integration again."
UNREACHABLE: Final = "The vendor's API could not be reached."
TOO_MUCH: Final = "The vendor has more than can be read at once; what came first has been taken over."
OUR_MISTAKE: Final = "The vendor could not be asked because of a mistake here."


class VendorDesk:
    """Asks vendors through a client that may call public addresses alone."""

    def __init__(self, reading: Open, client: httpx.Client, seal: Seal, vendors: Vendors) -> None:
        self._reading = reading
        self._client = client
        self._seal = seal
        self._vendors = vendors
        self.completing = Kind(self.complete, _give_up(_note_failed_event))
        self.syncing = Kind(self.sync, _give_up(_note_failed_sync))

    def complete(self, job: TakenJob, now: datetime) -> Ending:
        """Ask for what an event leaves out, and apply it; if the vendor is in trouble, ask again later."""
        event_id = UUID(job.payload["event_id"])
        with self._reading() as session:
            row = integrations.get_event(session, job.user_id, event_id)
            integration = None if row is None else integrations.get(session, job.user_id, row.integration_id)
        if row is None or integration is None or row.outcome is not EventOutcome.WAITING:
            return Ending()
        try:
            with self._in_time():
                vendor, access = self._access(integration, now)
                event = vendor.complete(event_told(row.told), access)
        except VendorTrouble as trouble:
            return _again(job, trouble, now, _note_failed_event)

        def write(session: Session) -> None:
            conclude(session, user_id=job.user_id, event_id=event_id, event=event, now=now)

        return Ending(write)

    def sync(self, job: TakenJob, now: datetime) -> Ending:
        """Pull what is scheduled at the vendor, and apply it; if the vendor is in trouble, pull again later."""
        with self._reading() as session:
            integration = integrations.get(session, job.user_id, UUID(job.payload["integration_id"]))
        if integration is None:
            return Ending()
        events, ending = list[VendorEvent](), Ending(_note_synced(job, now))
        try:
            with self._in_time() as ends_at:
                vendor, access = self._access(integration, now)
                for event in vendor.pull(access, integration.last_synced_at):
                    if len(events) == MOST_PULLED or monotonic() > ends_at:
                        ending = Ending(lambda session: _note_failed_sync(session, job, TOO_MUCH, True))
                        break
                    events += [event] if _may_matter(event, now) else []
        except VendorTrouble as trouble:
            ending = _again(job, trouble, now, _note_failed_sync)
        note = ending.write

        def write(session: Session) -> None:
            where = {"user_id": job.user_id, "integration_id": integration.id}
            take_pulled(session, **where, events=events, sync_id=job.id, now=now)
            note(session)

        return replace(ending, write=write)

    @contextmanager
    def _in_time(self) -> Iterator[float]:
        """Ask until an instant of the monotonic clock, and no longer; what goes wrong is `VendorTrouble`."""
        ends_at = monotonic() + ASKING_S

        def check(_: httpx.Request) -> None:
            if monotonic() > ends_at:
                raise httpx.ReadTimeout("The time for asking is over.")

        self._client.event_hooks = {"request": [check]}
        try:
            yield ends_at
        except httpx.HTTPError:
            raise VendorTrouble(UNREACHABLE) from None

    def _access(self, integration: Integration, now: datetime) -> tuple[Vendor, Access]:
        """A vendor, and the way to its API; `VendorTrouble` when it cannot be asked any more."""
        if integration.api_key is None or not can_be_asked(integration, self._vendors):
            raise VendorTrouble(NO_KEY)
        vendor = self._vendors[integration.vendor]
        try:
            key = self._seal.open(integration.api_key).decode()
        except SealBroken:
            raise VendorTrouble(UNSEALED) from None
        return vendor, Access(integration.api_base_url or vendor.api_base_url or "", key, self._client, now)


def _may_matter(event: VendorEvent, now: datetime) -> bool:
    """Whether an interview is to come, or was held so lately that something may still be done about it."""
    starts_at = None if event.interview is None else event.interview.starts_at
    return starts_at is None or starts_at > now - BEHIND


Note = Callable[[Session, TakenJob, str, bool], None]
"""Writes down that the vendor could not be asked, and whether that was the last attempt."""


def _again(job: TakenJob, trouble: VendorTrouble, now: datetime, note: Note) -> Ending:
    """Try again when the vendor may be well again, each time later; after the last attempt leave it."""
    is_last = job.attempts > len(DELAYS)
    earliest = now if is_last else now + DELAYS[job.attempts - 1]
    again_at = None if is_last else max(earliest, trouble.retry_at or earliest)
    detail = line(trouble.detail) or UNREACHABLE
    return Ending(lambda session: note(session, job, detail, is_last), again_at=again_at, error=detail)


def _note_failed_event(session: Session, job: TakenJob, detail: str, is_last: bool) -> None:
    row = integrations.get_event(session, job.user_id, UUID(job.payload["event_id"]))
    if row is None or row.outcome is not EventOutcome.WAITING:
        return
    row.outcome, row.detail = EventOutcome.FAILED if is_last else EventOutcome.WAITING, detail
    integration = integrations.get(session, job.user_id, row.integration_id, lock=True)
    if integration is not None:
        integration.last_error = detail
    session.flush()


def _note_failed_sync(session: Session, job: TakenJob, detail: str, is_last: bool) -> None:
    integration = integrations.get(session, job.user_id, UUID(job.payload["integration_id"]), lock=True)
    if integration is None:
        return
    integration.last_error = detail
    integration.sync_asked_at = None if is_last else integration.sync_asked_at
    session.flush()


def _note_synced(job: TakenJob, now: datetime) -> Callable[[Session], None]:
    def write(session: Session) -> None:
        integration = integrations.get(session, job.user_id, UUID(job.payload["integration_id"]), lock=True)
        if integration is not None:
            integration.sync_asked_at, integration.last_error, integration.last_synced_at = None, None, now
            session.flush()

    return write


def _give_up(note: Note) -> Callable[[Session, TakenJob], None]:
    return lambda session, job: note(session, job, OUR_MISTAKE, True)
