"""Ashby: webhooks about schedules, applications and offers, and the API for whom and what they are about."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from afterview.connectors.ats import signature
from afterview.connectors.ats.calling import MOST_PAGES, Api, NotThere, basic, too_many_pages
from afterview.connectors.ats.event import EventName, VendorEvent, VendorInterview, VendorInterviewer
from afterview.connectors.ats.payload import Fields, joined, read_object
from afterview.connectors.ats.plain import PlainVendor
from afterview.connectors.ats.vendor import Access, Delivery, Reading, Unreadable, VendorTrouble

NAME: Final = "Ashby"

_SCHEDULES: Final = {
    "interviewScheduleCreate": EventName.INTERVIEW_SCHEDULED,
    "interviewScheduleUpdate": EventName.INTERVIEW_RESCHEDULED,
}
_APPLICATIONS: Final = {
    "candidateStageChange": EventName.STAGE_CHANGED,
    "applicationUpdate": EventName.IGNORED,
    "candidateHire": EventName.HIRED,
}
_OFFERS: Final = frozenset({"offerCreate", "offerUpdate"})
_OFFER_IS_OUT: Final = "WaitingOnCandidateResponse"
_ARCHIVED: Final = {
    "RejectedByOrg": EventName.APPLICATION_REJECTED,
    "RejectedByCandidate": EventName.APPLICATION_WITHDRAWN,
}
_FIXED: Final = frozenset({"Scheduled", "WaitingOnFeedback", "Complete"})
_CANCELLED: Final = "Cancelled"
_PER_PAGE: Final = 100


class Ashby(PlainVendor):
    """Deliveries are signed whole, without a time."""

    api_base_url: str | None = "https://api.ashbyhq.com"

    def is_test(self, delivery: Delivery) -> bool:
        """A ping must be answered with 200."""
        try:
            return read_object(delivery.body).text("action") == "ping"
        except Unreadable:
            return False

    def verify(self, delivery: Delivery, secret: str, now: datetime) -> None:  # noqa: ARG002  (it says no time)
        """`Ashby-Signature: sha256=<hex>` over the body."""
        signature.check(signature.after("sha256=", delivery.headers.get("ashby-signature")), secret, delivery.body)

    def read(self, delivery: Delivery) -> Reading:
        """An event for each interview of a schedule, else one.

        Ashby gives one id to everything that one click of somebody's caused, so the action belongs to ours.
        """
        content = read_object(delivery.body)
        action, data = content.text("action") or "", content.part("data")
        caused_by = content.text("webhookActionId")
        events = list(_events(action, data)) or [VendorEvent(name=EventName.IGNORED, said=action)]
        about = events[0].application_id or data.id("interviewSchedule", "id") or ""
        return Reading(f"{caused_by} {action} {about}".strip() if caused_by else None, events)

    def complete(self, event: VendorEvent, access: Access) -> VendorEvent:
        """With the candidate and the job of its application."""
        if event.application_id is None or event.name in (EventName.PING, EventName.IGNORED):
            return event
        return _about(event, _application(Api(NAME, access, basic(access.api_key)), event.application_id))

    def pull(self, access: Access, since: datetime | None) -> Iterator[VendorEvent]:  # noqa: ARG002
        """The interviews of every schedule; no filter by time is verified, so that `since` narrows nothing."""
        api = Api(NAME, access, basic(access.api_key))
        question: dict[str, object] = {"limit": _PER_PAGE}
        known: dict[str, Fields] = {}
        for _ in range(MOST_PAGES):
            answer = _results(api.post("interviewSchedule.list", body=question).fields)
            for schedule in answer.parts("results"):
                application_id = schedule.text("applicationId")
                for event in _of_schedule(EventName.INTERVIEW_SCHEDULED, "interviewSchedule.list", schedule):
                    if application_id is not None and application_id not in known:
                        known[application_id] = _application(api, application_id)
                    yield _about(replace(event, as_of=access.now), known.get(application_id or "", Fields(None)))
            cursor = answer.text("nextCursor")
            if cursor is None or answer.value("moreDataAvailable") is not True:
                return
            question["cursor"] = cursor
        raise too_many_pages(NAME)


def _events(action: str, data: Fields) -> Iterator[VendorEvent]:
    if action in _SCHEDULES:
        yield from _of_schedule(_SCHEDULES[action], action, data.part("interviewSchedule"))
    elif action in _APPLICATIONS:
        yield _of_application(_APPLICATIONS[action], action, data.part("application"))
    elif action in _OFFERS:
        is_out = data.text("offer", "offerStatus") == _OFFER_IS_OUT
        name = EventName.OFFER_EXTENDED if is_out else EventName.IGNORED
        yield VendorEvent(name=name, said=action, application_id=data.text("offer", "applicationId"))
    else:
        yield VendorEvent(name=EventName.PING if action == "ping" else EventName.IGNORED, said=action)


def _of_schedule(name: EventName, said: str, schedule: Fields) -> Iterator[VendorEvent]:
    """What is said of each interview with the candidate, who is not part of a debrief.

    A cancelled schedule may have lost its interviews: then it is called off as a whole.
    """
    status, schedule_id = schedule.text("status"), schedule.text("id")
    if schedule_id is None or status not in _FIXED | {_CANCELLED}:
        return
    told = VendorEvent(
        name=EventName.INTERVIEW_CANCELLED if status == _CANCELLED else name,
        said=said,
        application_id=schedule.text("applicationId"),
    )
    if status == _CANCELLED and not list(schedule.parts("interviewEvents")):
        yield replace(told, interview=VendorInterview(external_id=schedule_id))
    for item in schedule.parts("interviewEvents"):
        event_id = item.text("id")
        if event_id is not None and item.value("interview", "isDebrief") is not True:
            yield replace(told, interview=_interview(f"{schedule_id}/{event_id}", item))


def _interview(external_id: str, item: Fields) -> VendorInterview:
    people = item.parts("interviewers")
    return VendorInterview(
        external_id=external_id,
        starts_at=item.instant("startTime"),
        ends_at=item.instant("endTime"),
        title=item.text("interview", "title"),
        interviewers=tuple(
            VendorInterviewer(name=joined(one.text("firstName"), one.text("lastName")), email=one.text("email"))
            for one in people
        ),
    )


def _of_application(name: EventName, said: str, application: Fields) -> VendorEvent:
    """How an application stands; one that is archived for another reason has no more than changed its stage."""
    status = application.text("status")
    if status == "Archived":
        name = _ARCHIVED.get(application.text("archiveReason", "reasonType") or "", EventName.STAGE_CHANGED)
    elif status == "Hired":
        name = EventName.HIRED
    return _about(VendorEvent(name=name, said=said, application_id=application.text("id")), application)


def _about(event: VendorEvent, application: Fields) -> VendorEvent:
    return replace(
        event,
        role=application.text("job", "title") or event.role,
        candidate_name=application.text("candidate", "name") or event.candidate_name,
        candidate_email=application.text("candidate", "primaryEmailAddress", "value") or event.candidate_email,
        stage=application.text("currentInterviewStage", "title") or event.stage,
    )


def _application(api: Api, application_id: str) -> Fields:
    """An application as the API knows it; empty where it knows none."""
    try:
        return _results(api.post("application.info", body={"applicationId": application_id}).fields).part("results")
    except NotThere:
        return Fields(None)


def _results(answer: Fields) -> Fields:
    """An answer of Ashby's, which says in itself whether the question was understood."""
    if answer.value("success") is False:
        raise VendorTrouble(f"{NAME} does not answer this question; check what the API key may read.")
    return answer
