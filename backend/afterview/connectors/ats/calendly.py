"""Calendly: webhooks alone. People book, move and cancel by themselves, and a move is two deliveries."""

import re
from datetime import datetime
from typing import Final

from afterview.connectors.ats import signature
from afterview.connectors.ats.event import EventName, VendorEvent, VendorInterview, VendorInterviewer
from afterview.connectors.ats.payload import Fields, read_object
from afterview.connectors.ats.plain import PlainVendor
from afterview.connectors.ats.vendor import Delivery, NotAuthentic, Reading

_SIGNATURE: Final = re.compile(r"t=([0-9]{1,12}),v1=([0-9a-fA-F]{64})")


class Calendly(PlainVendor):
    """Deliveries are signed whole, together with when they were sent; they have no id."""

    def verify(self, delivery: Delivery, secret: str, now: datetime) -> None:
        """`Calendly-Webhook-Signature: t=<seconds>,v1=<hex>` over `t.body`, sent just now."""
        said = _SIGNATURE.fullmatch(delivery.headers.get("calendly-webhook-signature", "").strip())
        if said is None:
            raise NotAuthentic(signature.MISSING)
        signature.check(said[2], secret, said[1].encode() + b"." + delivery.body)
        signature.check_time(signature.seconds(said[1]), now)

    def read(self, delivery: Delivery) -> Reading:
        """One event. The interview has the id of its booking; moving makes a new one, which `replaces` the old."""
        content = read_object(delivery.body)
        said, payload = content.text("event") or "", content.part("payload")
        event = VendorEvent(
            name=_name(said, payload),
            said=said,
            candidate_name=payload.text("name"),
            candidate_email=payload.text("email"),
            interview=_interview(payload),
        )
        return Reading(None, [event])


def _name(said: str, payload: Fields) -> EventName:
    if said == "invitee.created":
        return EventName.INTERVIEW_RESCHEDULED if payload.text("old_invitee") else EventName.INTERVIEW_SCHEDULED
    if said == "invitee.canceled" and payload.value("rescheduled") is False:
        return EventName.INTERVIEW_CANCELLED
    return EventName.IGNORED


def _interview(payload: Fields) -> VendorInterview | None:
    booking, meeting = payload.text("uri"), payload.part("scheduled_event")
    if booking is None:
        return None
    return VendorInterview(
        external_id=booking,
        starts_at=meeting.instant("start_time"),
        ends_at=meeting.instant("end_time"),
        timezone=payload.text("timezone"),
        title=meeting.text("name"),
        interviewers=tuple(
            VendorInterviewer(email=one.text("user_email")) for one in meeting.parts("event_memberships")
        ),
        replaces=payload.text("old_invitee"),
    )
