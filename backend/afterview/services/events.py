"""What a change tells the user's webhooks: noted while the change is made, written down with it, or not at all.

`note` remembers what happened to a row; `tell` comes last in the same transaction, takes the row as it is then, and
writes a delivery and a job for each webhook that wants to know. A change that is taken back has told nobody.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlmodel import Session

from afterview.ids import new_id
from afterview.policy import document
from afterview.policy.recommendation import Recommendation
from afterview.services.attention import due_action
from afterview.store import interviews, jobs, webhooks
from afterview.store.jobs import NewJob
from afterview.store.tables import Application, EventType, Interview, Touch, Webhook

__all__ = ["DELIVERY", "EventType", "Occasion", "delivery_job", "note", "queue", "tell", "told_of_due"]

DELIVERY: Final = "webhook_delivery"
"""The kind of job that carries one event to one receiver."""

KEPT_FOR: Final = timedelta(days=30)
"""How long a delivery that has ended is listed."""

_NOTED: Final = "afterview events"
_Row = Application | Interview | Touch


class Occasion(NamedTuple):
    """An event with what it is about; two of the same id are one event."""

    event: EventType
    event_id: str
    snapshot: dict[str, Any]


def note(session: Session, event: EventType, row: _Row) -> None:
    """Remember what happened to a row in this transaction; a row that was just made has not changed as well."""
    noted: dict[UUID, tuple[EventType, _Row]] = session.info.setdefault(_NOTED, {})
    noted.setdefault(row.id, (event, row))


def told_of_due(application: Application, advice: Recommendation) -> Occasion | None:
    """The event that an action is due now, unless it has been told of already; told of from now on."""
    due = due_action(advice)
    if due is None or due == application.told_action:
        return None
    application.told_action = due
    told = _snapshot_of(application) | {"recommendation": document.recommendation(advice, str(application.id))}
    event_id = sha256(f"{application.id} {due}".encode()).hexdigest()[:32]
    return Occasion(EventType.ACTION_DUE, event_id, told)


def tell(session: Session, *, user_id: UUID, due: Iterable[Occasion], now: datetime) -> None:
    """Write deliveries of what was noted, and of these; written but not committed."""
    noted: dict[UUID, tuple[EventType, _Row]] = session.info.pop(_NOTED, {})
    due = list(due)
    if not noted and not due:
        return
    receivers = webhooks.active(session, user_id)
    if not receivers:
        return
    webhooks.forget_deliveries(session, user_id, before=now - KEPT_FOR)
    happened = [Occasion(event, new_id().hex, _snapshot(session, row)) for event, row in noted.values()]
    for occasion in [*happened, *due]:
        for webhook in receivers:
            if occasion.event in webhook.events:
                queue(session, webhook, occasion, now=now)


def queue(session: Session, webhook: Webhook, occasion: Occasion, *, now: datetime) -> UUID | None:
    """Let a worker deliver an event to one webhook, once; the id of the delivery, or None if it was told before."""
    event, event_id, snapshot = occasion
    delivery_id = webhooks.add_delivery(
        session, webhook.user_id, webhook, event=event, event_id=event_id, snapshot=snapshot, now=now
    )
    if delivery_id is not None:
        jobs.add(session, webhook.user_id, delivery_job(delivery_id, now), now=now)
    return delivery_id


def delivery_job(delivery_id: UUID, now: datetime) -> NewJob:
    """The job of making a delivery now."""
    return NewJob(DELIVERY, {"delivery_id": str(delivery_id)}, now, dedupe_key=f"{DELIVERY} {delivery_id}")


def _snapshot_of(row: _Row) -> dict[str, Any]:
    return {"row": row.model_dump(mode="json")}


def _snapshot(session: Session, row: _Row) -> dict[str, Any]:
    stored = _snapshot_of(row)
    if isinstance(row, Interview):
        people = interviews.interviewer_ids(session, row.user_id, [row.id])[row.id]
        stored["interviewer_ids"] = list(map(str, people))
    return stored
