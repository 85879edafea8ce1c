"""Lever: a delivery proves that something was sent, but not what: the API must say the same before anything changes."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from afterview.connectors.ats import signature
from afterview.connectors.ats.calling import MOST_PAGES, Api, NotThere, basic, too_many_pages
from afterview.connectors.ats.event import EventName, VendorEvent, VendorInterview, VendorInterviewer
from afterview.connectors.ats.payload import Fields, read_object
from afterview.connectors.ats.plain import PlainVendor
from afterview.connectors.ats.vendor import Access, Delivery, NotAuthentic, Reading, Unreadable

NAME: Final = "Lever"

BACK: Final = timedelta(days=1)
"""How old a delivery may be.

Nothing says whether a later attempt is signed anew. The token, which is signed, tells a repetition, and the API has
the last word on the rest, so that a day leaves room for later attempts and nothing to gain for others.
"""

_NAMES: Final = {
    "candidateStageChange": EventName.STAGE_CHANGED,
    "candidateHired": EventName.HIRED,
    "interviewCreated": EventName.INTERVIEW_SCHEDULED,
    "interviewUpdated": EventName.INTERVIEW_RESCHEDULED,
    "interviewDeleted": EventName.INTERVIEW_CANCELLED,
}
_INTERVIEWS: Final = frozenset(
    {EventName.INTERVIEW_SCHEDULED, EventName.INTERVIEW_RESCHEDULED, EventName.INTERVIEW_CANCELLED}
)
_PER_PAGE: Final = "100"
_EXPANDED: Final = MappingProxyType({"expand": "applications"})


class Lever(PlainVendor):
    """The body carries its own proof, which covers a token and a time, and nothing of what it says."""

    api_base_url: str | None = "https://api.lever.co/v1"
    data_is_signed = False

    def is_test(self, delivery: Delivery) -> bool:
        """A test of the connection is signed like everything, and is about no opportunity."""
        try:
            content = read_object(delivery.body)
        except Unreadable:
            return False
        return content.text("signature") is not None and content.text("data", "opportunityId") is None

    def verify(self, delivery: Delivery, secret: str, now: datetime) -> None:
        """`signature` = hex over `token` and `triggeredAt`, all three in the body, triggered within a day."""
        try:
            content = read_object(delivery.body)
        except Unreadable:
            raise NotAuthentic(signature.MISSING) from None
        token, at = content.text("token"), content.id("triggeredAt")
        if token is None or at is None:
            raise NotAuthentic(signature.MISSING)
        signature.check(content.text("signature"), secret, (token + at).encode(errors="replace"))
        signature.check_time(content.epoch_ms("triggeredAt"), now, back=BACK)

    def read(self, delivery: Delivery) -> Reading:
        """One event, known by its token."""
        content = read_object(delivery.body)
        said, data = content.text("event") or "", content.part("data")
        opportunity_id, interview_id = data.text("opportunityId"), _interview_id(data)
        event = VendorEvent(
            name=_name(said, data) if opportunity_id else EventName.PING,
            said=said,
            as_of=content.epoch_ms("triggeredAt"),
            application_id=opportunity_id,
            interview=VendorInterview(external_id=interview_id) if interview_id else None,
        )
        return Reading(content.text("token"), [event])

    def complete(self, event: VendorEvent, access: Access) -> VendorEvent:
        """What the API says of the opportunity or the interview, whatever the delivery said; else it is ignored."""
        if event.application_id is None or event.name in (EventName.PING, EventName.IGNORED):
            return event
        api = Api(NAME, access, basic(access.api_key))
        try:
            opportunity = api.get("opportunities", event.application_id, params=_EXPANDED).fields.part("data")
            about = replace(_about(event, opportunity), role=_role(api, opportunity))
            return _with_interview(api, about) if event.name in _INTERVIEWS else _with_state(api, about, opportunity)
        except NotThere:
            return replace(event, name=EventName.IGNORED)

    def pull(self, access: Access, since: datetime | None) -> Iterator[VendorEvent]:  # noqa: ARG002
        """The interviews of every opportunity; no filter by time is verified, so that `since` narrows nothing."""
        api = Api(NAME, access, basic(access.api_key))
        for opportunity in _pages(api, "opportunities", params=_EXPANDED):
            opportunity_id = opportunity.text("id")
            if opportunity_id is None:
                continue
            known = VendorEvent(
                name=EventName.INTERVIEW_SCHEDULED, said="interviews", as_of=access.now, application_id=opportunity_id
            )
            about, role = _about(known, opportunity), None
            for item in _pages(api, "opportunities", opportunity_id, "interviews"):
                role = role or _role(api, opportunity)
                yield _told(replace(about, role=role), item)


def _name(said: str, data: Fields) -> EventName:
    """What is archived is out, but why is in the API alone: until it is asked, only the stage has changed."""
    if said == "candidateArchiveChange":
        is_back = "toArchived" in data and data.value("toArchived") is None
        return EventName.APPLICATION_REOPENED if is_back else EventName.STAGE_CHANGED
    return _NAMES.get(said, EventName.IGNORED)


def _interview_id(data: Fields) -> str | None:
    """The interview that a delivery is about, under a name that is not verified."""
    return data.text("interviewId")


def _about(event: VendorEvent, opportunity: Fields) -> VendorEvent:
    """The event with whom and what it is about; the names are those of the API's opportunities."""
    return replace(
        event,
        candidate_name=opportunity.text("name"),
        candidate_email=next(iter(opportunity.texts("emails")), None),
        stage=opportunity.text("stage", "text"),
    )


def _role(api: Api, opportunity: Fields) -> str | None:
    """What the job is called. The way there, from the applications to the posting, is not verified."""
    postings = (one.text("posting") for one in opportunity.parts("applications"))
    posting_id = next((posting for posting in postings if posting), None)
    try:
        return posting_id and api.get("postings", posting_id).fields.text("data", "text")
    except NotThere:
        return None


def _with_state(api: Api, event: VendorEvent, opportunity: Fields) -> VendorEvent:
    """How the opportunity stands: hired, rejected, or (again) under way.

    Lever calls rejected whatever is archived for another reason than that of being hired.
    """
    reason_id = opportunity.text("archived", "reason")
    if reason_id is None:
        is_back = event.name is EventName.APPLICATION_REOPENED
        return event if is_back else replace(event, name=EventName.STAGE_CHANGED)
    reason = api.get("archive_reasons", reason_id).fields.part("data")
    name = {"hired": EventName.HIRED, "non-hired": EventName.APPLICATION_REJECTED}.get(reason.text("type") or "")
    return replace(event, name=name or EventName.STAGE_CHANGED, stage=reason.text("text"))


def _with_interview(api: Api, event: VendorEvent) -> VendorEvent:
    """The interview as it is in the API; where it is not there any more, it was deleted."""
    if event.interview is None:
        return replace(event, name=EventName.IGNORED)
    for item in _pages(api, "opportunities", event.application_id or "", "interviews"):
        if item.text("id") == event.interview.external_id:
            return _told(event, item)
    return replace(event, name=EventName.INTERVIEW_CANCELLED)


def _told(event: VendorEvent, item: Fields) -> VendorEvent:
    interview_id, starts_at, minutes = item.text("id"), item.epoch_ms("date"), item.number("duration")
    if interview_id is None:
        return replace(event, name=EventName.IGNORED)
    lasts = timedelta(minutes=minutes) if minutes is not None and 0 < minutes <= 24 * 60 else None
    said = event.name if event.name is EventName.INTERVIEW_RESCHEDULED else EventName.INTERVIEW_SCHEDULED
    return replace(
        event,
        name=said if item.value("canceledAt") is None else EventName.INTERVIEW_CANCELLED,
        interview=VendorInterview(
            external_id=interview_id,
            starts_at=starts_at,
            ends_at=starts_at + lasts if starts_at and lasts else None,
            timezone=item.text("timezone"),
            title=item.text("subject"),
            interviewers=tuple(
                VendorInterviewer(name=one.text("name"), email=one.text("email")) for one in item.parts("interviewers")
            ),
        ),
    )


def _pages(api: Api, *path: str, params: Mapping[str, str] = MappingProxyType({})) -> Iterator[Fields]:
    """Every entry of a list, page after page."""
    asked = {"limit": _PER_PAGE, **params}
    for _ in range(MOST_PAGES):
        answer = api.get(*path, params=asked).fields
        yield from answer.parts("data")
        offset = answer.text("next")
        if answer.value("hasNext") is not True or offset is None:
            return
        asked["offset"] = offset
    raise too_many_pages(NAME)
