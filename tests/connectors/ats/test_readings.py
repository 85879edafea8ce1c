"""What vendors' deliveries say, in our own words; what they do not say is null."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

import pytest

from afterview.connectors.ats.event import EventName, VendorEvent, VendorInterview, VendorInterviewer
from afterview.connectors.ats.vendor import Delivery
from afterview.connectors.ats.vendors import VENDORS
from tests.connectors.ats.deliveries import GREENHOUSE, NOW, RECORDED, SMARTRECRUITERS, lever, saying

LENA: Final = VendorEvent(
    name=EventName.IGNORED,
    said="",
    candidate_name="Lena Brandt",
    candidate_email="lena.brandt@example.com",
    role="Support Lead",
)
AT_ONE, QUARTER_TO_TWO = datetime(2026, 5, 4, 13, tzinfo=UTC), datetime(2026, 5, 4, 13, 45, tzinfo=UTC)
IVO: Final = VendorInterviewer(name="Ivo Marsh", email="ivo.marsh@acme.example.com")
INVITEE: Final = "https://api.calendly.com/scheduled_events/E{0}/invitees/I{0}"

SAID: Final = {
    "greenhouse": replace(LENA, name=EventName.APPLICATION_REJECTED, said="reject_candidate", application_id="501"),
    "ashby": VendorEvent(
        name=EventName.INTERVIEW_SCHEDULED,
        said="interviewScheduleCreate",
        application_id="app-1",
        interview=VendorInterview(
            external_id="sch-1/ev-1",
            starts_at=AT_ONE,
            ends_at=QUARTER_TO_TWO,
            title="Portfolio review",
            interviewers=(IVO,),
        ),
    ),
    "lever": VendorEvent(name=EventName.HIRED, said="candidateHired", application_id="opp-1", as_of=NOW),
    "smartrecruiters": VendorEvent(
        name=EventName.INTERVIEW_SCHEDULED,
        said="interview.created",
        as_of=NOW,
        application_id="c-1/j-1",
        interview=VendorInterview(external_id="i-1"),
    ),
    "workable": replace(
        LENA, name=EventName.STAGE_CHANGED, said="", application_id="c1", company="Acme", stage="Phone screen"
    ),
    "recruitee": replace(
        LENA, name=EventName.APPLICATION_REOPENED, said="candidate_moved requalified", application_id="3/4"
    ),
    "calendly": VendorEvent(
        name=EventName.INTERVIEW_SCHEDULED,
        said="invitee.created",
        candidate_name="Lena Brandt",
        candidate_email="lena.brandt@example.com",
        interview=VendorInterview(
            external_id=INVITEE.format(9),
            starts_at=AT_ONE,
            ends_at=datetime(2026, 5, 4, 13, 20, tzinfo=UTC),
            timezone="Europe/Berlin",
            title="Intro call",
            interviewers=(VendorInterviewer(email=IVO.email),),
        ),
    ),
}


def event_of(vendor: str, delivery: Delivery) -> VendorEvent:
    """The one event that a delivery holds."""
    [event] = VENDORS[vendor].read(delivery).events
    return event


def interview_of(event: VendorEvent) -> VendorInterview:
    """The interview that an event is about."""
    assert event.interview is not None
    return event.interview


@pytest.mark.parametrize("vendor", sorted(RECORDED))
def test_a_recorded_delivery_says(vendor: str) -> None:
    assert event_of(vendor, RECORDED[vendor]) == SAID[vendor]


@pytest.mark.parametrize(
    ("vendor", "delivery_id"),
    [
        ("greenhouse", "77"), ("ashby", "act-1 interviewScheduleCreate app-1"), ("lever", "tok-1"),
        ("smartrecruiters", "e-1"), ("workable", None), ("recruitee", None), ("calendly", None),
    ],
)  # fmt: skip
def test_repetitions_are_known_by(vendor: str, delivery_id: str | None) -> None:
    assert VENDORS[vendor].read(RECORDED[vendor]).delivery_id == delivery_id


# Greenhouse


@pytest.mark.parametrize(
    ("action", "name"),
    [
        ("candidate_stage_change", EventName.STAGE_CHANGED), ("unreject_candidate", EventName.APPLICATION_REOPENED),
        ("hire_candidate", EventName.HIRED), ("unhire_candidate", EventName.APPLICATION_REOPENED),
        ("application_updated", EventName.IGNORED), ("something_new", EventName.IGNORED),
    ],
)  # fmt: skip
def test_greenhouse_says_what_became_of_an_application(action: str, name: EventName) -> None:
    application = {"id": 501, "current_stage": {"name": "Onsite", "interviews": [{"id": 9}]}}
    event = event_of("greenhouse", saying({"action": action, "payload": {"application": application}}))
    assert (event.name, event.said, event.application_id, event.stage) == (name, action, "501", "Onsite")


@pytest.mark.parametrize(
    ("reason", "name"),
    [
        ({"id": 1, "name": "We rejected them"}, EventName.APPLICATION_REJECTED),
        ({"id": 2, "name": "They rejected us"}, EventName.APPLICATION_WITHDRAWN),
        (None, EventName.APPLICATION_REJECTED),
    ],
)
def test_greenhouse_knows_who_rejected_whom(reason: object, name: EventName) -> None:
    application = {"id": 501, "rejection_reason": {"id": 8, "name": "Another offer", "type": reason}}
    event = event_of("greenhouse", saying({"action": "reject_candidate", "payload": {"application": application}}))
    assert event.name is name


@pytest.mark.parametrize("action", ["offer_created", "offer_approved", "offer_updated"])
@pytest.mark.parametrize(
    ("offer", "name"),
    [
        ({"sent_on": None, "offer_status": "Created"}, EventName.IGNORED),
        ({"sent_on": "2026-05-04", "offer_status": "Created"}, EventName.OFFER_EXTENDED),
        ({"sent_on": "2026-05-04", "offer_status": "Rejected"}, EventName.IGNORED),
        ({"sent_on": "2026-05-04", "offer_status": "Accepted"}, EventName.IGNORED),
    ],
)
def test_an_offer_of_greenhouse_counts_once_it_was_sent(action: str, offer: dict[str, object], name: EventName) -> None:
    event = event_of("greenhouse", saying({"action": action, "payload": {"id": 4, "application_id": 501, **offer}}))
    assert (event.name, event.application_id) == (name, "501")


def test_an_offer_of_greenhouse_that_was_deleted_is_of_no_use() -> None:
    payload = {"offer": {"id": 4, "application_id": 501, "sent_on": "2026-05-04"}}
    assert event_of("greenhouse", saying({"action": "offer_deleted", "payload": payload})).name is EventName.IGNORED


def test_greenhouse_names_an_interview_that_was_deleted() -> None:
    event = event_of("greenhouse", saying({"action": "interview_deleted", "payload": {"interview": {"id": 9}}}))
    assert (event.name, event.interview) == (EventName.INTERVIEW_CANCELLED, VendorInterview(external_id="9"))


@pytest.mark.parametrize("body", [b"", b"{}", b'{"action":"ping"}', b'{"web_hook_id":5}'])
def test_the_ping_of_greenhouse_is_a_test_whatever_it_says(body: bytes) -> None:
    assert VENDORS["greenhouse"].is_test(Delivery({}, body))
    assert event_of("greenhouse", Delivery({}, body)).name is EventName.PING


# Ashby


def ashby_schedule(action: str, status: str, *interviews: object) -> Delivery:
    schedule = {"id": "sch-1", "status": status, "applicationId": "app-1", "interviewEvents": interviews}
    return saying({"webhookActionId": "act-1", "action": action, "data": {"interviewSchedule": schedule}})


def ashby_interview(event_id: str, **changed: object) -> dict[str, object]:
    return {"id": event_id, "startTime": "2026-05-04T13:00:00.000Z", "interview": {"isDebrief": False}, **changed}


def test_a_schedule_of_ashby_with_several_interviews_gives_an_event_for_each_but_the_debrief() -> None:
    debrief = ashby_interview("ev-3", interview={"title": "Debrief", "isDebrief": True})
    schedule = ashby_schedule(
        "interviewScheduleUpdate", "Scheduled", ashby_interview("ev-1"), ashby_interview("ev-2"), debrief
    )
    events = VENDORS["ashby"].read(schedule).events
    assert [(one.name, interview_of(one).external_id) for one in events] == [
        (EventName.INTERVIEW_RESCHEDULED, "sch-1/ev-1"),
        (EventName.INTERVIEW_RESCHEDULED, "sch-1/ev-2"),
    ]


def test_a_schedule_of_ashby_that_is_cancelled_takes_its_interviews_along() -> None:
    schedule = ashby_schedule("interviewScheduleUpdate", "Cancelled", ashby_interview("ev-1"), ashby_interview("ev-2"))
    events = VENDORS["ashby"].read(schedule).events
    assert [(one.name, interview_of(one).external_id) for one in events] == [
        (EventName.INTERVIEW_CANCELLED, "sch-1/ev-1"),
        (EventName.INTERVIEW_CANCELLED, "sch-1/ev-2"),
    ]


def test_a_cancelled_schedule_of_ashby_without_interviews_is_called_off_as_a_whole() -> None:
    event = event_of("ashby", ashby_schedule("interviewScheduleUpdate", "Cancelled"))
    assert (event.name, event.interview) == (EventName.INTERVIEW_CANCELLED, VendorInterview(external_id="sch-1"))


@pytest.mark.parametrize("status", ["NeedsScheduling", "WaitingOnCandidateBooking", "OnHold", "Unknown", "New"])
def test_a_schedule_of_ashby_that_is_not_fixed_yet_is_of_no_use(status: str) -> None:
    event = event_of("ashby", ashby_schedule("interviewScheduleUpdate", status, ashby_interview("ev-1")))
    assert event.name is EventName.IGNORED


@pytest.mark.parametrize(
    ("action", "status", "reason", "name"),
    [
        ("applicationUpdate", "Archived", "RejectedByOrg", EventName.APPLICATION_REJECTED),
        ("applicationUpdate", "Archived", "RejectedByCandidate", EventName.APPLICATION_WITHDRAWN),
        ("applicationUpdate", "Archived", "Other", EventName.STAGE_CHANGED),
        ("applicationUpdate", "Archived", None, EventName.STAGE_CHANGED),
        ("applicationUpdate", "Hired", None, EventName.HIRED),
        ("applicationUpdate", "Active", None, EventName.IGNORED),
        ("candidateStageChange", "Active", None, EventName.STAGE_CHANGED),
        ("candidateStageChange", "Archived", "RejectedByOrg", EventName.APPLICATION_REJECTED),
        ("candidateHire", "Hired", None, EventName.HIRED),
    ],
)
def test_ashby_says_how_an_application_stands(action: str, status: str, reason: str | None, name: EventName) -> None:
    application = {
        "id": "app-1",
        "status": status,
        "candidate": {"name": "Lena Brandt", "primaryEmailAddress": {"value": "lena.brandt@example.com"}},
        "job": {"title": "Support Lead"},
        "currentInterviewStage": {"title": "Onsite"},
        "archiveReason": {"reasonType": reason},
    }
    event = event_of("ashby", saying({"action": action, "data": {"application": application}}))
    assert event == replace(LENA, name=name, said=action, application_id="app-1", stage="Onsite")


@pytest.mark.parametrize(
    ("action", "status", "name"),
    [
        ("offerCreate", "WaitingOnApprovalStart", EventName.IGNORED),
        ("offerUpdate", "WaitingOnCandidateResponse", EventName.OFFER_EXTENDED),
        ("offerUpdate", "CandidateRejected", EventName.IGNORED),
        ("offerDelete", "WaitingOnCandidateResponse", EventName.IGNORED),
    ],
)
def test_an_offer_of_ashby_counts_once_the_candidate_has_it(action: str, status: str, name: EventName) -> None:
    offer = {"id": "off-1", "applicationId": "app-1", "offerStatus": status}
    assert event_of("ashby", saying({"action": action, "data": {"offer": offer}})).name is name


def test_one_click_in_ashby_causes_deliveries_that_are_told_apart() -> None:
    created = VENDORS["ashby"].read(ashby_schedule("interviewScheduleCreate", "Scheduled", ashby_interview("ev-1")))
    updated = VENDORS["ashby"].read(ashby_schedule("interviewScheduleUpdate", "Scheduled", ashby_interview("ev-1")))
    assert created.delivery_id != updated.delivery_id


def test_the_ping_of_ashby_is_a_test() -> None:
    ping = saying({"action": "ping", "data": {}})
    assert VENDORS["ashby"].is_test(ping)
    assert event_of("ashby", ping).name is EventName.PING


# Lever


@pytest.mark.parametrize(
    ("event", "data", "name"),
    [
        ("candidateStageChange", {"toStageId": "stage-2"}, EventName.STAGE_CHANGED),
        ("candidateArchiveChange", {"toArchived": None}, EventName.APPLICATION_REOPENED),
        ("candidateArchiveChange", {"toArchived": {"reason": "r-1"}}, EventName.STAGE_CHANGED),
        ("candidateArchiveChange", {"toArchived": "r-1"}, EventName.STAGE_CHANGED),
        ("candidateArchiveChange", {}, EventName.STAGE_CHANGED),
        ("applicationCreated", {}, EventName.IGNORED),
        ("candidateDeleted", {}, EventName.IGNORED),
        ("interviewCreated", {}, EventName.INTERVIEW_SCHEDULED),
        ("interviewUpdated", {}, EventName.INTERVIEW_RESCHEDULED),
        ("interviewDeleted", {}, EventName.INTERVIEW_CANCELLED),
    ],
)
def test_lever_hints_at(event: str, data: dict[str, object], name: EventName) -> None:
    assert event_of("lever", lever(event, {"opportunityId": "opp-1", **data})).name is name


def test_a_test_of_levers_connection_is_about_nobody() -> None:
    test = lever("candidateStageChange", {})
    assert VENDORS["lever"].is_test(test)
    assert event_of("lever", test).name is EventName.PING
    assert not VENDORS["lever"].is_test(lever("candidateStageChange", {"opportunityId": "opp-1"}))


# SmartRecruiters


def test_smartrecruiters_wants_its_secret_back_when_a_hook_is_set_up() -> None:
    assert VENDORS["smartrecruiters"].handshake(saying({}, x_hook_secret="s-1")) == {"X-Hook-Secret": "s-1"}
    assert VENDORS["smartrecruiters"].handshake(SMARTRECRUITERS) is None


@pytest.mark.parametrize("said", ["", "a\r\nset-cookie: b", "é", "x" * 501])
def test_nothing_that_is_no_secret_is_said_back(said: str) -> None:
    assert VENDORS["smartrecruiters"].handshake(saying({}, x_hook_secret=said)) is None


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("interview.updated", EventName.INTERVIEW_RESCHEDULED), ("interview.canceled", EventName.INTERVIEW_CANCELLED),
        ("application.status.updated", EventName.STAGE_CHANGED), ("offer.created", EventName.IGNORED),
        ("job.created", EventName.IGNORED),
    ],
)  # fmt: skip
def test_smartrecruiters_names_its_events_in_a_header(said: str, name: EventName) -> None:
    event = event_of("smartrecruiters", Delivery({**SMARTRECRUITERS.headers, "event-name": said}, SMARTRECRUITERS.body))
    assert (event.name, event.said) == (name, said)


# Workable and Recruitee


def test_a_candidate_who_is_disqualified_in_workable_is_rejected() -> None:
    data = {"id": "c1", "stage": "Phone screen", "disqualified": True, "disqualification_reason": "Other"}
    event = event_of("workable", saying({"event_type": "candidate_moved", "data": data}))
    assert (event.name, event.said) == (EventName.APPLICATION_REJECTED, "candidate_moved")


def test_a_candidate_who_is_deleted_in_workable_changes_nothing() -> None:
    event = event_of(
        "workable", saying({"event_type": "candidate_deleted", "data": {"id": "c1", "disqualified": True}})
    )
    assert event.name is EventName.IGNORED


@pytest.mark.parametrize("stage", ["Phone screen", {"id": 8, "name": "Phone screen"}])
def test_recruitee_says_to_which_stage_a_candidate_has_moved(stage: object) -> None:
    payload = {"candidate": {"id": 3}, "offer": {"id": 4}, "details": {"to_stage": stage}}
    said = {"event_type": "candidate_moved", "event_subtype": "stage_changed", "payload": payload}
    event = event_of("recruitee", saying(said))
    assert (event.name, event.stage) == (EventName.STAGE_CHANGED, "Phone screen")


@pytest.mark.parametrize(
    ("kind", "move", "name"),
    [
        ("candidate_moved", "disqualified", EventName.APPLICATION_REJECTED),
        ("candidate_moved", "something_new", EventName.IGNORED),
        ("new_candidate", "disqualified", EventName.IGNORED),
    ],
)
def test_recruitee_says_who_is_out(kind: str, move: str, name: EventName) -> None:
    event = event_of("recruitee", saying({"event_type": kind, "event_subtype": move, "payload": {}}))
    assert (event.name, event.application_id) == (name, None)


def test_recruitee_tries_its_hook_before_the_secret_is_known() -> None:
    assert VENDORS["recruitee"].is_test(saying({"test": True}))
    assert event_of("recruitee", saying({"test": True})).name is EventName.PING
    assert not VENDORS["recruitee"].is_test(RECORDED["recruitee"])


# Calendly


def calendly(event: str, **payload: object) -> Delivery:
    return saying({"event": event, "payload": {"uri": INVITEE.format(2), **payload}})


def test_a_booking_in_calendly_that_was_moved_replaces_the_old_one() -> None:
    event = event_of("calendly", calendly("invitee.created", rescheduled=False, old_invitee=INVITEE.format(1)))
    assert (event.name, interview_of(event).replaces) == (EventName.INTERVIEW_RESCHEDULED, INVITEE.format(1))


@pytest.mark.parametrize(
    ("rescheduled", "name"),
    [(False, EventName.INTERVIEW_CANCELLED), (True, EventName.IGNORED), (None, EventName.IGNORED)],
)
def test_only_what_was_not_moved_in_calendly_is_cancelled(rescheduled: bool | None, name: EventName) -> None:
    assert event_of("calendly", calendly("invitee.canceled", rescheduled=rescheduled)).name is name


def test_a_time_without_an_offset_is_not_guessed() -> None:
    meeting = {"start_time": "2026-05-04T13:00:00", "end_time": "9999-12-31T23:59:59-12:00"}
    interview = interview_of(event_of("calendly", calendly("invitee.created", scheduled_event=meeting)))
    assert (interview.starts_at, interview.ends_at) == (None, None)


def test_the_escapes_of_greenhouse_are_read_after_they_were_proved() -> None:
    body = GREENHOUSE.body.replace(b"Support Lead", rb"Support \u003cLead\u003e")
    assert event_of("greenhouse", Delivery({}, body)).role == "Support <Lead>"
