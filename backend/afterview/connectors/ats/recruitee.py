"""Recruitee: webhooks alone. It tells of stages and of who is out or in again, and of no interviews."""

from datetime import datetime
from typing import Final

from afterview.connectors.ats import signature
from afterview.connectors.ats.event import EventName, VendorEvent
from afterview.connectors.ats.payload import Fields, read_object
from afterview.connectors.ats.plain import PlainVendor
from afterview.connectors.ats.vendor import Delivery, Reading, Unreadable

_MOVES: Final = {
    "stage_changed": EventName.STAGE_CHANGED,
    "disqualified": EventName.APPLICATION_REJECTED,
    "requalified": EventName.APPLICATION_REOPENED,
}


class Recruitee(PlainVendor):
    """Deliveries are signed whole, without a time and without an id."""

    def is_test(self, delivery: Delivery) -> bool:
        """`{"test": true}` comes before the secret can be known here."""
        try:
            return read_object(delivery.body).value("test") is True
        except Unreadable:
            return False

    def verify(self, delivery: Delivery, secret: str, now: datetime) -> None:  # noqa: ARG002  (it says no time)
        """`X-Recruitee-Signature: <hex>` over the body."""
        signature.check(delivery.headers.get("x-recruitee-signature"), secret, delivery.body)

    def read(self, delivery: Delivery) -> Reading:
        """One event; a candidacy is a candidate and an offer, which is what Recruitee calls a job."""
        content = read_object(delivery.body)
        if content.value("test") is True:
            return Reading(None, [VendorEvent(name=EventName.PING, said="test")])
        kind, move = content.text("event_type") or "", content.text("event_subtype") or ""
        name = _MOVES.get(move, EventName.IGNORED) if kind == "candidate_moved" else EventName.IGNORED
        return Reading(None, [_event(name, f"{kind} {move}".strip(), content.part("payload"))])


def _event(name: EventName, said: str, payload: Fields) -> VendorEvent:
    candidate_id, job_id = payload.id("candidate", "id"), payload.id("offer", "id")
    return VendorEvent(
        name=name,
        said=said,
        application_id=f"{candidate_id}/{job_id}" if candidate_id and job_id else None,
        role=payload.text("offer", "title"),
        candidate_name=payload.text("candidate", "name"),
        candidate_email=next(iter(payload.texts("candidate", "emails")), None),
        stage=payload.text("details", "to_stage", "name") or payload.text("details", "to_stage"),
    )
