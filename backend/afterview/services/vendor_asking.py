"""How a worker asks vendors: for what an event leaves out, and for everything that is scheduled."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
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

PULLING_S: Final = 30.0
"""How long a sync goes on reading; what is left then comes with the next one."""

MOST_PULLED: Final = 2_000

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
DELAYS: Final = (MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR)
"""After each attempt that failed, how long until the next; after the last one there is none."""

UNSEALED: Final = "The secret key of this installation has changed; store the API key of this integration again."
UNREACHABLE: Final = "The vendor's API could not be reached."
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
            with _as_trouble():
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
        try:
            with _as_trouble():
                vendor, access = self._access(integration, now)
                events, is_all = _pulled(vendor, access, integration.last_synced_at)
        except VendorTrouble as trouble:
            return _again(job, trouble, now, _note_failed_sync)

        def write(session: Session) -> None:
            said = {"user_id": job.user_id, "integration_id": integration.id, "sync_id": job.id}
            take_pulled(session, **said, events=events, is_all=is_all, now=now)

        return Ending(write)

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


@contextmanager
def _as_trouble() -> Iterator[None]:
    """What goes wrong on the way to a vendor, as trouble of the vendor's."""
    try:
        yield
    except httpx.HTTPError:
        raise VendorTrouble(UNREACHABLE) from None


def _pulled(vendor: Vendor, access: Access, since: datetime | None) -> tuple[list[VendorEvent], bool]:
    """What a vendor has, as far as time allows, and whether that is all."""
    ends_at = monotonic() + PULLING_S
    events: list[VendorEvent] = []
    for event in vendor.pull(access, since):
        if len(events) == MOST_PULLED or monotonic() > ends_at:
            return events, False
        events.append(event)
    return events, True


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


def _give_up(note: Note) -> Callable[[Session, TakenJob], None]:
    return lambda session, job: note(session, job, OUR_MISTAKE, True)
