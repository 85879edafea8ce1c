"""What comes from vendors: written down once, applied at once where nothing is missing, else when the vendor was asked.

All of it is done while the user is held, so that of two deliveries at once the second sees what the first has done.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final
from uuid import UUID

from sqlmodel import Session

from afterview.connectors.ats.event import EventName, VendorEvent
from afterview.services import accounts
from afterview.services.integrations import Vendors, can_be_asked, get_integration
from afterview.services.reviewed import commit_reviewed, settle
from afterview.services.vendor_applications import VendorApplications, Verdict
from afterview.services.vendor_interviews import VendorInterviews
from afterview.services.vendor_words import as_told, tidied
from afterview.store import integrations, jobs
from afterview.store.integrations import NewEvent
from afterview.store.jobs import NewJob
from afterview.store.tables import EventOutcome, Integration, IntegrationEvent, User

ASK: Final = "integration_event"
"""The kind of job that asks a vendor's API what an event leaves out, and applies it then."""

KEPT_FOR: Final = timedelta(days=90)
"""How long what came is listed."""

MOST_AT_ONCE: Final = 200
"""How many events of one delivery are looked at."""

TEST: Final = "A test of the connection, which works."
NO_USE: Final = "Nothing here depends on this."
ASKING: Final = "The vendor's API is asked about this."
UNPROVED: Final = (
    "This vendor does not sign what its deliveries say, so nothing changes by them alone. Give this integration an "
    "API key, and what comes from then on is looked up."
)

_INTERVIEWS: Final = frozenset(
    {EventName.INTERVIEW_SCHEDULED, EventName.INTERVIEW_RESCHEDULED, EventName.INTERVIEW_CANCELLED}
)


class Filing:
    """Applies a vendor's events within one transaction that holds the user; `touched` are the applications changed."""

    def __init__(self, session: Session, user: User, integration: Integration, now: datetime) -> None:
        self._now = now
        self._applications = VendorApplications(session, user, integration, now)
        self._interviews = VendorInterviews(session, user, integration, self._applications, now)

    @property
    def touched(self) -> set[UUID]:
        """The applications that were changed."""
        return self._applications.touched

    def file(self, event: VendorEvent, received_at: datetime) -> Verdict:
        """Apply a tidied event; written but not committed. One that lacks something has changed nothing."""
        happened_at = min(event.as_of or received_at, self._now)
        if event.name is EventName.PING:
            return Verdict(EventOutcome.IGNORED, TEST)
        if event.name is EventName.IGNORED:
            return Verdict(EventOutcome.IGNORED, NO_USE)
        if event.name in _INTERVIEWS:
            return self._interviews.follow(event, happened_at)
        return self._applications.follow(event, happened_at)


def take_in(
    session: Session,
    *,
    user_id: UUID,
    integration_id: UUID,
    delivery_id: str,
    events: Sequence[VendorEvent],
    vendors: Vendors,
    now: datetime,
) -> int:
    """Write down what a delivery says and apply what can be applied, all or nothing; how many events were new."""
    user, integration = _hold(session, user_id, integration_id)
    integrations.forget_events(session, user.id, before=now - KEPT_FOR)
    filing, added = Filing(session, user, integration, now), 0
    for position, event in enumerate(map(tidied, events[:MOST_AT_ONCE])):
        new = NewEvent(delivery_id, position, event.name, as_told(event))
        row = integrations.add_event(session, user.id, integration, new, now=now)
        if row is None:
            continue
        added += 1
        _judge(session, row, event, integration, filing, vendors, now)
    if added:
        integration.last_event_at = now
    commit_reviewed(session, user_id=user.id, application_ids=filing.touched, now=now)
    return added


def note_unreadable(
    session: Session, *, user_id: UUID, integration_id: UUID, delivery_id: str, detail: str, now: datetime
) -> int:
    """Write down a delivery that is proved but makes no sense; 0 when it came before."""
    user, integration = _hold(session, user_id, integration_id)
    event = VendorEvent(name=EventName.IGNORED, said="")
    new = NewEvent(delivery_id, 0, event.name, as_told(event))
    row = integrations.add_event(session, user.id, integration, new, now=now)
    if row is not None:
        row.outcome, row.detail = EventOutcome.FAILED, detail
        integration.last_event_at = now
    session.commit()
    return int(row is not None)


def conclude(session: Session, *, user_id: UUID, event_id: UUID, event: VendorEvent, now: datetime) -> None:
    """Apply an event that has been completed, if it still waits; written but not committed."""
    accounts.get_user(session, user_id=user_id, lock=True)
    row = integrations.get_event(session, user_id, event_id)
    if row is None or row.outcome is not EventOutcome.WAITING:
        return
    user, integration = _hold(session, user_id, row.integration_id)
    event = tidied(event)
    filing = Filing(session, user, integration, now)
    verdict = filing.file(event, row.received_at)
    row.event, row.told = event.name, as_told(event)
    row.outcome, row.detail = verdict.outcome, verdict.detail
    integration.last_error = None
    settle(session, user_id=user_id, application_ids=filing.touched, now=now)


def take_pulled(
    session: Session,
    *,
    user_id: UUID,
    integration_id: UUID,
    events: Iterable[VendorEvent],
    sync_id: UUID,
    now: datetime,
) -> None:
    """Apply how things are at the vendor now, and write down what that changed; written but not committed."""
    user, integration = _hold(session, user_id, integration_id)
    filing = Filing(session, user, integration, now)
    for position, event in enumerate(map(tidied, events)):
        verdict = filing.file(replace(event, as_of=event.as_of or now), now)
        if verdict.outcome is EventOutcome.UNCHANGED or event.name is EventName.IGNORED:
            continue
        told = as_told(event)
        is_news = verdict.outcome is EventOutcome.APPLIED
        known_by = str(sync_id) if is_news else sha256(repr(told | {"as_of": None}).encode()).hexdigest()
        new = NewEvent(f"sync {known_by}", position if is_news else 0, event.name, told)
        row = integrations.add_event(session, user.id, integration, new, now=now)
        if row is not None:
            row.outcome, row.detail = verdict.outcome, verdict.detail
            integration.last_event_at = now
    settle(session, user_id=user.id, application_ids=filing.touched, now=now)


def _hold(session: Session, user_id: UUID, integration_id: UUID) -> tuple[User, Integration]:
    """The user, and their connection, which may have been deleted meanwhile (`NotFound`)."""
    user = accounts.get_user(session, user_id=user_id, lock=True)
    return user, get_integration(session, user_id=user_id, integration_id=integration_id, lock=True)


def _judge(
    session: Session,
    row: IntegrationEvent,
    event: VendorEvent,
    integration: Integration,
    filing: Filing,
    vendors: Vendors,
    now: datetime,
) -> None:
    verdict = _at_once(event, integration, filing, vendors, now)
    if verdict.lacks and can_be_asked(integration, vendors):
        verdict = Verdict(EventOutcome.WAITING, ASKING)
        job = NewJob(ASK, {"event_id": str(row.id)}, now, dedupe_key=f"{ASK} {row.id}")
        jobs.add(session, row.user_id, job, now=now)
    row.outcome, row.detail = verdict.outcome, verdict.detail


def _at_once(event: VendorEvent, integration: Integration, filing: Filing, vendors: Vendors, now: datetime) -> Verdict:
    """What becomes of an event by what it says itself."""
    is_proved = vendors[integration.vendor].data_is_signed
    if is_proved or event.name in {EventName.PING, EventName.IGNORED}:
        return filing.file(event, now)
    return Verdict(EventOutcome.IGNORED, UNPROVED, lacks=True)
