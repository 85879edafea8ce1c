"""SmartRecruiters: webhooks alone. They name things by their ids; what the resources hold is not verified."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from afterview.connectors.ats import signature
from afterview.connectors.ats.event import EventName, VendorEvent, VendorInterview
from afterview.connectors.ats.payload import read_object
from afterview.connectors.ats.plain import PlainVendor
from afterview.connectors.ats.vendor import Delivery, Reading

_NAMES: Final = {
    "application.status.updated": EventName.STAGE_CHANGED,
    "interview.created": EventName.INTERVIEW_SCHEDULED,
    "interview.updated": EventName.INTERVIEW_RESCHEDULED,
    "interview.canceled": EventName.INTERVIEW_CANCELLED,
}
_SIGNED_HEADERS: Final = ("event-id", "event-name", "event-version", "link")
_HOOK_SECRET: Final = re.compile(r"[\x21-\x7e]{1,500}")
_INTERVIEW: Final = re.compile(r"<[^<>]*/interviews/([A-Za-z0-9_-]{1,200})[/>]")


class SmartRecruiters(PlainVendor):
    """Deliveries are signed whole, together with when they were sent and what their headers say."""

    def handshake(self, delivery: Delivery) -> Mapping[str, str] | None:
        """The `X-Hook-Secret` is said back, as it came."""
        said = delivery.headers.get("x-hook-secret", "")
        return {"X-Hook-Secret": said} if _HOOK_SECRET.fullmatch(said) else None

    def verify(self, delivery: Delivery, secret: str, now: datetime) -> None:
        """`smartrecruiters-signature: v1=<hex>`, after a change of keys several of them, sent just now."""
        sent = delivery.headers.get("smartrecruiters-timestamp", "")
        parts = delivery.headers.get("smartrecruiters-signature", "").split(";")
        said = [delivery.headers.get(name, "") for name in _SIGNED_HEADERS]
        signed = b".".join([_bytes(sent), delivery.body, *map(_bytes, said)])
        signature.check_any([one for part in parts if (one := signature.after("v1=", part))], secret, signed)
        signature.check_time(signature.seconds(sent), now)

    def read(self, delivery: Delivery) -> Reading:
        """One event, as of when it was sent; a candidacy is a candidate and a job."""
        content = read_object(delivery.body)
        said = delivery.headers.get("event-name", "")
        candidate_id, job_id = content.id("candidate_id"), content.id("job_id")
        named = _INTERVIEW.search(delivery.headers.get("link", ""))
        event = VendorEvent(
            name=_NAMES.get(said, EventName.IGNORED),
            said=said,
            as_of=signature.seconds(delivery.headers.get("smartrecruiters-timestamp")),
            application_id=f"{candidate_id}/{job_id}" if candidate_id and job_id else None,
            interview=VendorInterview(external_id=named[1]) if named else None,
        )
        return Reading(delivery.headers.get("event-id") or None, [event])


def _bytes(header: str) -> bytes:
    """A header as it came: servers read them as Latin-1."""
    return header.encode("latin-1", errors="replace")
