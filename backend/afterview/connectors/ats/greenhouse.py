"""Greenhouse: Recruiting Webhooks, and the Harvest API (v3) for interviews, of which no webhook tells."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from afterview.connectors.ats import signature
from afterview.connectors.ats.calling import MOST_PAGES, Api, bearer, too_many_pages
from afterview.connectors.ats.event import EventName, VendorEvent, VendorInterview, VendorInterviewer
from afterview.connectors.ats.payload import Fields, joined, read_object
from afterview.connectors.ats.plain import PlainVendor
from afterview.connectors.ats.vendor import Access, Delivery, Reading, Unreadable

NAME: Final = "Greenhouse"

_PLAIN: Final = {
    "candidate_stage_change": EventName.STAGE_CHANGED,
    "unreject_candidate": EventName.APPLICATION_REOPENED,
    "hire_candidate": EventName.HIRED,
    "unhire_candidate": EventName.APPLICATION_REOPENED,
    "interview_deleted": EventName.INTERVIEW_CANCELLED,
    "ping": EventName.PING,
}
_OFFERS: Final = frozenset({"offer_created", "offer_approved", "offer_updated"})
_ANSWERED: Final = frozenset({"accepted", "rejected", "deprecated"})
_THEY_REJECTED_US: Final = 2
_PER_PAGE: Final = "100"


class Greenhouse(PlainVendor):
    """Deliveries are signed whole, without a time; their id is in a header."""

    api_base_url: str | None = "https://harvest.greenhouse.io/v3"

    def is_test(self, delivery: Delivery) -> bool:
        """The ping on saving a webhook must succeed; what it says is not documented, only that it reports nothing."""
        try:
            action = read_object(delivery.body).text("action")
        except Unreadable:
            return not delivery.body.strip()
        return action in (None, "ping")

    def verify(self, delivery: Delivery, secret: str, now: datetime) -> None:  # noqa: ARG002  (it says no time)
        """`Signature: sha256 <hex>` over the body."""
        signature.check(signature.after("sha256 ", delivery.headers.get("signature")), secret, delivery.body)

    def read(self, delivery: Delivery) -> Reading:
        """One event; an offer counts once it was sent, and the reason tells a withdrawal from a rejection."""
        if self.is_test(delivery):
            return Reading(_delivery_id(delivery), [VendorEvent(name=EventName.PING, said="ping")])
        content = read_object(delivery.body)
        return Reading(_delivery_id(delivery), [_event(content.text("action") or "", content.part("payload"))])

    def pull(self, access: Access, since: datetime | None) -> Iterator[VendorEvent]:  # noqa: ARG002
        """Every interview, page after page; no filter by time is verified, so that `since` narrows nothing."""
        api = Api(NAME, access, bearer(access.api_key))
        answer = api.get("interviews", params={"per_page": _PER_PAGE})
        for _ in range(MOST_PAGES):
            yield from (_pulled(item, access.now) for item in answer.fields.parts("items"))
            if answer.next_url is None:
                return
            answer = api.follow(answer.next_url)
        raise too_many_pages(NAME)


def _delivery_id(delivery: Delivery) -> str | None:
    return delivery.headers.get("greenhouse-event-id") or None


def _event(action: str, payload: Fields) -> VendorEvent:
    application = payload.part("application")
    candidate = application.part("candidate")
    interview_id = payload.id("interview", "id")
    return VendorEvent(
        name=_name(action, payload),
        said=action,
        application_id=application.id("id") or payload.id("application_id"),
        role=next((name for job in application.parts("jobs") if (name := job.text("name"))), None),
        candidate_name=joined(candidate.text("first_name"), candidate.text("last_name")),
        candidate_email=next((mail for one in candidate.parts("email_addresses") if (mail := one.text("value"))), None),
        stage=application.text("current_stage", "name"),
        interview=VendorInterview(external_id=interview_id) if interview_id else None,
    )


def _name(action: str, payload: Fields) -> EventName:
    if action == "reject_candidate":
        they_did = payload.value("application", "rejection_reason", "type", "id") == _THEY_REJECTED_US
        return EventName.APPLICATION_WITHDRAWN if they_did else EventName.APPLICATION_REJECTED
    if action in _OFFERS:
        is_open = (payload.text("offer_status") or "").lower() not in _ANSWERED
        return EventName.OFFER_EXTENDED if payload.text("sent_on") and is_open else EventName.IGNORED
    return _PLAIN.get(action, EventName.IGNORED)


def _pulled(item: Fields, now: datetime) -> VendorEvent:
    """One interview of the Harvest API. Its names are those of v1: for v3 none are verified.

    A day without a time of day is no start.
    """
    interview_id = item.id("id")
    is_off = item.text("status") in ("canceled", "cancelled")
    return VendorEvent(
        name=EventName.INTERVIEW_CANCELLED if is_off else EventName.INTERVIEW_SCHEDULED,
        said="interviews",
        as_of=now,
        application_id=item.id("application_id"),
        interview=VendorInterview(
            external_id=interview_id,
            starts_at=item.instant("start", "date_time"),
            ends_at=item.instant("end", "date_time"),
            title=item.text("interview", "name"),
            location=item.text("location"),
            interviewers=tuple(
                VendorInterviewer(name=one.text("name"), email=one.text("email")) for one in item.parts("interviewers")
            ),
        )
        if interview_id
        else None,
    )
