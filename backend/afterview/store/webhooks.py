"""Queries for webhooks and their deliveries."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from afterview.ids import new_id
from afterview.store.paging import Order, Position, Slice, page
from afterview.store.tables import DeliveryStatus, EventType, Webhook, WebhookDelivery

OLDEST_FIRST: Final = Order((col(Webhook.id),))
NEWEST_FIRST: Final = Order((col(WebhookDelivery.id),), descending=True)


def get(session: Session, user_id: UUID, webhook_id: UUID, *, lock: bool = False) -> Webhook | None:
    """One webhook; `lock` keeps other writers away from it."""
    query = select(Webhook).where(col(Webhook.user_id) == user_id, col(Webhook.id) == webhook_id)
    if lock:
        query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    return session.execute(query).scalar_one_or_none()


def count(session: Session, user_id: UUID) -> int:
    """How many webhooks the user has."""
    query = select(func.count()).select_from(Webhook).where(col(Webhook.user_id) == user_id)
    number: int = session.execute(query).scalar_one()
    return number


def active(session: Session, user_id: UUID) -> Sequence[Webhook]:
    """Those that are to be told of events."""
    query = select(Webhook).where(col(Webhook.user_id) == user_id, col(Webhook.active).is_(True))
    return session.execute(query.order_by(col(Webhook.id))).scalars().all()


def list_page(session: Session, user_id: UUID, wanted: Slice) -> tuple[list[Webhook], Position | None]:
    """A page of the user's webhooks in the order in which they were made, and where it ends."""
    return page(session, select(Webhook).where(col(Webhook.user_id) == user_id), OLDEST_FIRST, wanted)


def add_delivery(
    session: Session,
    user_id: UUID,
    webhook: Webhook,
    *,
    event: EventType,
    event_id: str,
    snapshot: dict[str, Any],
    now: datetime,
) -> UUID | None:
    """The id of a new delivery, due at once; None when this webhook has been told already, or is somebody else's."""
    if webhook.user_id != user_id:
        return None
    new = sqlite.insert if session.connection().dialect.name == "sqlite" else postgresql.insert
    told = {"event": event, "event_id": event_id, "snapshot": snapshot, "status": DeliveryStatus.PENDING}
    values = {"id": new_id(), "user_id": user_id, "webhook_id": webhook.id, "attempts": 0, **told}
    insert = new(WebhookDelivery).values(**values, next_attempt_at=now, created_at=now)
    unless_told = insert.on_conflict_do_nothing(index_elements=["webhook_id", "event_id"])
    return session.execute(unless_told.returning(col(WebhookDelivery.id))).scalar_one_or_none()


def get_delivery(
    session: Session, user_id: UUID, delivery_id: UUID, *, lock: bool = False
) -> tuple[Webhook, WebhookDelivery] | None:
    """A delivery and its webhook; `lock` keeps other writers away from both."""
    query = (
        select(Webhook, WebhookDelivery)
        .join(WebhookDelivery, col(WebhookDelivery.webhook_id) == col(Webhook.id))
        .where(col(WebhookDelivery.user_id) == user_id, col(WebhookDelivery.id) == delivery_id)
    )
    if lock:
        query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    found = session.execute(query).one_or_none()
    return None if found is None else (found[0], found[1])


def list_deliveries(
    session: Session, user_id: UUID, wanted: Slice, *, webhook_id: UUID
) -> tuple[list[WebhookDelivery], Position | None]:
    """A page of a webhook's deliveries, the newest first, and where it ends."""
    query = select(WebhookDelivery).where(
        col(WebhookDelivery.user_id) == user_id, col(WebhookDelivery.webhook_id) == webhook_id
    )
    return page(session, query, NEWEST_FIRST, wanted)


def forget_deliveries(session: Session, user_id: UUID, *, before: datetime) -> None:
    """Delete this user's deliveries of before an instant, unless they are still on their way."""
    old = (col(WebhookDelivery.user_id) == user_id, col(WebhookDelivery.created_at) < before)
    session.execute(delete(WebhookDelivery).where(*old, col(WebhookDelivery.status) != DeliveryStatus.PENDING))
