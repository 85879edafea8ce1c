"""Webhooks: whom to tell of events, under which secret, and what became of telling them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple
from urllib.parse import urlsplit
from uuid import UUID

from sqlmodel import Session

from afterview.connectors.addresses import Resolve, is_public
from afterview.connectors.outbox.signatures import new_secret
from afterview.errors import Conflict, FieldError, Invalid, NotFound
from afterview.ids import new_id
from afterview.services import accounts
from afterview.services.events import EventType, Occasion, delivery_job, queue
from afterview.services.sealing import Seal
from afterview.store import jobs, webhooks
from afterview.store.paging import Position, Slice
from afterview.store.tables import DeliveryStatus, SwitchedOff, Webhook, WebhookDelivery

__all__ = ["DeliveryStatus", "SwitchedOff"]

MOST: Final = 20
"""How many webhooks a user may have."""

BOTH_SIGN_FOR: Final = timedelta(hours=24)
"""How long deliveries are signed with the old secret too, once there is a new one."""


class WebhookFields(NamedTuple):
    """What a caller says of a webhook."""

    url: str
    events: Sequence[EventType]
    active: bool = True


class AddressPolicy(NamedTuple):
    """Whether users may have us call addresses inside the network, and how names are looked up."""

    allow_private: bool
    resolve: Resolve

    def require_fit(self, url: str, *, pointer: str = "/url") -> None:
        """Refuse an address that is, or resolves to, one that is not public (`Invalid`, at `pointer`).

        A name that nobody knows yet is taken; it is looked up again at every attempt.
        """
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port or (443 if parts.scheme.lower() == "https" else 80)
        except ValueError:
            raise Invalid(
                FieldError(pointer, "web_address_format", "Write a whole web address, with a port that exists.")
            ) from None
        if self.allow_private or not host:
            return
        try:
            found = self.resolve(host, port)
        except OSError:
            return
        if not all(map(is_public, found)):
            raise Invalid(
                FieldError(
                    pointer, "private_address", "Name a server on the public internet; this one is inside a network."
                )
            )


def list_webhooks(
    session: Session, *, user_id: UUID, limit: int, after: Position | None = None
) -> tuple[list[Webhook], Position | None]:
    """A page of the user's webhooks in the order in which they were made, and where it ends."""
    return webhooks.list_page(session, user_id, Slice(limit, after))


def get_webhook(session: Session, *, user_id: UUID, webhook_id: UUID, lock: bool = False) -> Webhook:
    """One of the user's webhooks; `lock` keeps other writers away from it."""
    webhook = webhooks.get(session, user_id, webhook_id, lock=lock)
    if webhook is None:
        raise NotFound("There is no webhook with this id.")
    return webhook


def create_webhook(
    session: Session, *, user_id: UUID, fields: WebhookFields, seal: Seal, now: datetime
) -> tuple[Webhook, str]:
    """A new webhook and its secret, which is not shown again."""
    accounts.get_user(session, user_id=user_id, lock=True)
    if webhooks.count(session, user_id) >= MOST:
        raise Conflict(f"You have {MOST} webhooks already; delete one that you no longer need.")
    secret = new_secret()
    webhook = Webhook(
        user_id=user_id,
        url=fields.url,
        events=_names(fields.events),
        active=fields.active,
        secret=seal.shut(secret.encode()),
        created_at=now,
        updated_at=now,
    )
    session.add(webhook)
    session.commit()
    return webhook, secret


def change_webhook(session: Session, webhook: Webhook, *, fields: WebhookFields, now: datetime) -> Webhook:
    """Replace what a caller may change; one that is switched on, or goes elsewhere, has a clean record."""
    if (fields.active and not webhook.active) or fields.url != webhook.url:
        webhook.switched_off = webhook.failing_since = webhook.quiet_until = None
    webhook.url, webhook.events, webhook.active = fields.url, _names(fields.events), fields.active
    webhook.updated_at = now
    session.commit()
    return webhook


def rotate_secret(session: Session, webhook: Webhook, *, seal: Seal, now: datetime) -> str:
    """A new secret; for a day deliveries are signed with the one before as well."""
    secret = new_secret()
    webhook.previous_secret, webhook.previous_secret_until = webhook.secret, now + BOTH_SIGN_FOR
    webhook.secret = seal.shut(secret.encode())
    webhook.updated_at = now
    session.commit()
    return secret


def delete_webhook(session: Session, webhook: Webhook) -> None:
    """Delete a webhook with its deliveries, those that are on their way included."""
    session.delete(webhook)
    session.commit()


def send_ping(session: Session, webhook: Webhook, *, now: datetime) -> WebhookDelivery:
    """Deliver a test event, whatever the webhook listens to."""
    _require_active(webhook)
    webhook.quiet_until = None
    occasion = Occasion(EventType.PING, new_id().hex, {"webhook_id": str(webhook.id)})
    delivery_id = queue(session, webhook, occasion, now=now)
    session.commit()
    if delivery_id is None:
        raise Conflict("Another request did this at the same time; look again, and try again.")
    return get_delivery(session, user_id=webhook.user_id, webhook_id=webhook.id, delivery_id=delivery_id)


def list_deliveries(
    session: Session, *, user_id: UUID, webhook_id: UUID, limit: int, after: Position | None = None
) -> tuple[list[WebhookDelivery], Position | None]:
    """A page of what a webhook was told or is to be told, the newest first, and where it ends."""
    get_webhook(session, user_id=user_id, webhook_id=webhook_id)
    return webhooks.list_deliveries(session, user_id, Slice(limit, after), webhook_id=webhook_id)


def get_delivery(
    session: Session, *, user_id: UUID, webhook_id: UUID, delivery_id: UUID, lock: bool = False
) -> WebhookDelivery:
    """One of a webhook's deliveries; `lock` keeps other writers away from both."""
    found = webhooks.get_delivery(session, user_id, delivery_id, lock=lock)
    if found is None or found[0].id != webhook_id:
        raise NotFound("This webhook has no delivery with this id.")
    return found[1]


def retry_delivery(
    session: Session, *, user_id: UUID, webhook_id: UUID, delivery_id: UUID, now: datetime
) -> WebhookDelivery:
    """Deliver once more from the first attempt on, now, whether it failed, waits, or has arrived already."""
    webhook = get_webhook(session, user_id=user_id, webhook_id=webhook_id, lock=True)
    delivery = get_delivery(session, user_id=user_id, webhook_id=webhook_id, delivery_id=delivery_id, lock=True)
    _require_active(webhook)
    webhook.quiet_until = None
    delivery.status, delivery.error, delivery.next_attempt_at = DeliveryStatus.PENDING, None, now
    session.flush()
    jobs.add(session, user_id, delivery_job(delivery.id, now), anew=True, now=now)
    session.commit()
    return delivery


def _require_active(webhook: Webhook) -> None:
    if not webhook.active:
        raise Conflict('This webhook is switched off; switch it on with {"active": true} first.')


def _names(events: Sequence[EventType]) -> list[str]:
    return [event.value for event in dict.fromkeys(events)]
