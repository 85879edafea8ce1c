"""Workable: webhooks show how a candidate stands now; interviews are asked for."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from afterview.connectors.ats import signature
from afterview.connectors.ats.calling import MOST_PAGES, Api, bearer, too_many_pages
from afterview.connectors.ats.event import EventName, VendorEvent, VendorInterview, VendorInterviewer
from afterview.connectors.ats.payload import Fields, read_object
from afterview.connectors.ats.plain import PlainVendor
from afterview.connectors.ats.vendor import Access, Delivery, Reading

NAME: Final = "Workable"
_PER_PAGE: Final = "100"
_GONE: Final = "candidate_deleted"


class Workable(PlainVendor):
    """Deliveries are signed whole, without a time and without an id.

    Each account has an address of its own, `https://<account>.workable.com/spi/v3`, which a connection can name.
    """

    api_base_url: str | None = "https://www.workable.com/spi/v3"

    def verify(self, delivery: Delivery, secret: str, now: datetime) -> None:  # noqa: ARG002  (it says no time)
        """`X-Workable-Signature: <hex>` over the body."""
        signature.check(delivery.headers.get("x-workable-signature"), secret, delivery.body)

    def read(self, delivery: Delivery) -> Reading:
        """One event: where the candidate stands, which is all that a delivery shows, whatever made it come."""
        content = read_object(delivery.body)
        data, said = content.part("data"), _said(content)
        event = VendorEvent(
            name=EventName.IGNORED if said == _GONE or not data else _standing(data),
            said=said,
            application_id=data.id("id"),
            company=data.text("account", "name"),
            role=data.text("job", "title"),
            candidate_name=data.text("name"),
            candidate_email=data.text("email"),
            stage=data.text("stage"),
        )
        return Reading(None, [event])

    def pull(self, access: Access, since: datetime | None) -> Iterator[VendorEvent]:  # noqa: ARG002
        """Every event of the account's calendar; no filter by time is verified, so that `since` narrows nothing."""
        api = Api(NAME, access, bearer(access.api_key))
        answer = api.get("events", params={"limit": _PER_PAGE})
        for _ in range(MOST_PAGES):
            yield from (_pulled(item, access.now) for item in answer.fields.parts("events"))
            next_url = answer.fields.text("paging", "next") or answer.next_url
            if next_url is None:
                return
            answer = api.follow(next_url)
        raise too_many_pages(NAME)


def _said(content: Fields) -> str:
    """The vendor's name of the event, which stands around `data` in a place that is not verified."""
    return content.text("event_type") or ""


def _standing(data: Fields) -> EventName:
    return EventName.APPLICATION_REJECTED if data.value("disqualified") is True else EventName.STAGE_CHANGED


def _pulled(item: Fields, now: datetime) -> VendorEvent:
    """One event of the calendar. None of its names is verified; what is no interview is ignored."""
    interview_id = item.id("id")
    is_interview = item.text("type") in (None, "interview", "call")
    is_off = item.value("cancelled") is True
    name = EventName.INTERVIEW_CANCELLED if is_off else EventName.INTERVIEW_SCHEDULED
    return VendorEvent(
        name=name if is_interview else EventName.IGNORED,
        said="events",
        as_of=now,
        application_id=item.id("candidate", "id"),
        role=item.text("job", "title"),
        candidate_name=item.text("candidate", "name"),
        interview=VendorInterview(
            external_id=interview_id,
            starts_at=item.instant("starts_at"),
            ends_at=item.instant("ends_at"),
            title=item.text("title"),
            interviewers=tuple(
                VendorInterviewer(name=one.text("name"), email=one.text("email")) for one in item.parts("members")
            ),
        )
        if interview_id
        else None,
    )
