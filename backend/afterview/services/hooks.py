"""Deliveries to hooks: whose they are, whether they prove where they come from, and what they say."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Final, NamedTuple
from uuid import UUID

from sqlmodel import Session

from afterview.connectors.ats.vendor import Delivery, NotAuthentic, Reading, Unreadable, Vendor
from afterview.errors import NotFound, Unauthenticated, Unavailable
from afterview.services.integrations import Vendors
from afterview.services.sealing import Seal, SealBroken
from afterview.services.vendor_events import note_unreadable, take_in
from afterview.services.vendor_words import short_id
from afterview.store import integrations
from afterview.store.tables import Integration

__all__ = ["Delivery"]

UNPROVABLE: Final = "No signing secret is stored for this integration, so nothing can be proved; store it first."
UNSEALED: Final = "The secret key of this installation has changed; store the signing secret of this integration again."

_NOTHING: Final = Reading(None, ())


class Arrival(NamedTuple):
    """A delivery that may be answered with 200: under which headers, and what it says, which may be nothing."""

    integration: Integration
    headers: Mapping[str, str] = {}
    reading: Reading = _NOTHING
    trouble: str | None = None


def look_at(
    session: Session, *, integration_id: UUID, delivery: Delivery, vendors: Vendors, seal: Seal, now: datetime
) -> Arrival:
    """Find out what came to a hook, and store nothing.

    `NotFound` for a hook that is nobody's, `Unauthenticated` for what is not proved, `Unavailable` when that is our
    own fault.
    """
    integration = integrations.find(session, integration_id)
    vendor = vendors.get(integration.vendor) if integration is not None else None
    if integration is None or vendor is None:
        raise NotFound("There is no integration with this id.")
    headers = vendor.handshake(delivery)
    if headers is not None:
        return Arrival(integration, headers)
    try:
        _prove(integration, vendor, delivery, seal, now)
    except Unauthenticated:
        if vendor.is_test(delivery):
            return Arrival(integration)
        raise
    try:
        return Arrival(integration, reading=vendor.read(delivery))
    except Unreadable as error:
        return Arrival(integration, trouble=str(error))


def store(session: Session, *, arrival: Arrival, delivery: Delivery, vendors: Vendors, now: datetime) -> int:
    """Write down and apply what came, once; how many events were new."""
    integration, reading = arrival.integration, arrival.reading
    found_by = {"user_id": integration.user_id, "integration_id": integration.id}
    delivery_id = short_id(reading.delivery_id) or sha256(delivery.body).hexdigest()
    if arrival.trouble is not None:
        return note_unreadable(session, **found_by, delivery_id=delivery_id, detail=arrival.trouble, now=now)
    if not reading.events:
        return 0
    events = reading.events
    return take_in(session, **found_by, delivery_id=delivery_id, events=events, vendors=vendors, now=now)


def _prove(integration: Integration, vendor: Vendor, delivery: Delivery, seal: Seal, now: datetime) -> None:
    if integration.signing_secret is None:
        raise Unauthenticated(UNPROVABLE)
    try:
        secret = seal.open(integration.signing_secret).decode()
        vendor.verify(delivery, secret, now)
    except NotAuthentic as error:
        raise Unauthenticated(str(error)) from None
    except SealBroken:
        raise Unavailable(UNSEALED) from None
