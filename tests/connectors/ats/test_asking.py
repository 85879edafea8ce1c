"""What vendors' APIs add to what their deliveries say, and what they have scheduled."""

from base64 import b64decode
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

import pytest

from afterview.connectors.ats.event import EventName, VendorEvent, VendorInterview, VendorInterviewer
from afterview.connectors.ats.vendor import Access, VendorTrouble
from afterview.connectors.ats.vendors import VENDORS
from tests.connectors.ats.api_server import Answer, ApiServer, Asked
from tests.connectors.ats.deliveries import NOW, RECORDED, lever

AT_ONE, QUARTER_TO_TWO = datetime(2026, 5, 4, 13, tzinfo=UTC), datetime(2026, 5, 4, 13, 45, tzinfo=UTC)
AT_ONE_MS: Final = 1_777_899_600_000
LENA, MAIL = "Lena Brandt", "lena.brandt@example.com"
IVO: Final = VendorInterviewer(name="Ivo Marsh", email="ivo.marsh@acme.example.com")

OPPORTUNITY: Final = {
    "id": "opp-1",
    "name": "Lena Brandt",
    "emails": ["lena.brandt@example.com"],
    "stage": {"id": "stage-2", "text": "Onsite"},
    "applications": [{"id": "a-1", "posting": "post-1"}],
    "archived": None,
}
POSTING: Final = {"data": {"id": "post-1", "text": "Support Lead"}}
LEVER_INTERVIEW: Final = {
    "id": "int-1",
    "subject": "Portfolio review",
    "date": AT_ONE_MS,
    "duration": 45,
    "timezone": "Europe/Berlin",
    "interviewers": [{"id": "u-1", "name": IVO.name, "email": IVO.email}],
    "canceledAt": None,
}
KNOWN: Final = {"candidate_name": LENA, "candidate_email": MAIL, "role": "Support Lead"}
IN_LEVER: Final = VendorInterview(
    external_id="int-1",
    starts_at=AT_ONE,
    ends_at=QUARTER_TO_TWO,
    timezone="Europe/Berlin",
    title="Portfolio review",
    interviewers=(IVO,),
)


def completed(vendor: str, event: VendorEvent, access: Access) -> VendorEvent:
    return VENDORS[vendor].complete(event, access)


def pulled(vendor: str, access: Access) -> list[VendorEvent]:
    return list(VENDORS[vendor].pull(access, None))


def hinted(event: str, **data: object) -> VendorEvent:
    """What a delivery of Lever's says by itself."""
    [hint] = VENDORS["lever"].read(lever(event, {"opportunityId": "opp-1", **data})).events
    return hint


def known_of(event: VendorEvent) -> dict[str, object]:
    return {name: getattr(event, name) for name in KNOWN}


# -- Lever: nothing is true before the API says so --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("event", "archived", "kind", "name", "stage"),
    [
        ("candidateHired", {"reason": "r-1"}, "hired", EventName.HIRED, "Because"),
        ("candidateHired", {"reason": "r-1"}, "non-hired", EventName.APPLICATION_REJECTED, "Because"),
        ("candidateHired", None, "hired", EventName.STAGE_CHANGED, "Onsite"),
        ("candidateArchiveChange", {"reason": "r-1"}, "non-hired", EventName.APPLICATION_REJECTED, "Because"),
        ("candidateArchiveChange", {"reason": "r-1"}, "something-new", EventName.STAGE_CHANGED, "Because"),
        ("candidateStageChange", None, "hired", EventName.STAGE_CHANGED, "Onsite"),
    ],
)
def test_how_an_opportunity_stands_is_what_levers_api_says(
    event: str, archived: object, kind: str, name: EventName, stage: str, api: ApiServer, access: Access
) -> None:
    reason = {"data": {"id": "r-1", "text": "Because", "type": kind}}
    opportunity = {"data": {**OPPORTUNITY, "archived": archived}}
    contents = {"opportunities__opp-1": opportunity, "archive_reasons__r-1": reason, "postings__post-1": POSTING}
    api.knows(**contents)
    found = completed("lever", hinted(event), access)
    assert (found.name, found.stage, found.as_of, known_of(found)) == (name, stage, NOW, KNOWN)


def test_lever_reopens_what_its_api_says_is_under_way(api: ApiServer, access: Access) -> None:
    api.knows(**{"opportunities__opp-1": {"data": OPPORTUNITY}})
    found = completed("lever", hinted("candidateArchiveChange", toArchived=None), access)
    assert (found.name, found.role) == (EventName.APPLICATION_REOPENED, None)


@pytest.mark.parametrize("event", ["candidateHired", "candidateArchiveChange", "interviewDeleted"])
def test_what_levers_api_does_not_know_is_ignored(event: str, access: Access) -> None:
    assert completed("lever", hinted(event, interviewId="int-1"), access).name is EventName.IGNORED


@pytest.mark.parametrize("opportunity_id", ["..", ".", "../users", "opp-1/archived", "opp-1?x=1", "%2e%2e", "é"])
def test_an_id_leads_nowhere_else(opportunity_id: str, api: ApiServer, access: Access) -> None:
    event = replace(hinted("candidateHired"), application_id=opportunity_id)
    assert completed("lever", event, access).name is EventName.IGNORED
    assert api.asked == []


@pytest.mark.parametrize(
    ("event", "canceled_at", "name"),
    [
        ("interviewCreated", None, EventName.INTERVIEW_SCHEDULED),
        ("interviewUpdated", None, EventName.INTERVIEW_RESCHEDULED),
        ("interviewUpdated", AT_ONE_MS, EventName.INTERVIEW_CANCELLED),
        ("interviewDeleted", None, EventName.INTERVIEW_SCHEDULED),
    ],
)
def test_an_interview_is_as_levers_api_has_it(
    event: str, canceled_at: object, name: EventName, api: ApiServer, access: Access
) -> None:
    interviews = {"data": [{"id": "int-0"}, {**LEVER_INTERVIEW, "canceledAt": canceled_at}], "hasNext": False}
    api.knows(**{
        "opportunities__opp-1": {"data": OPPORTUNITY},
        "opportunities__opp-1__interviews": interviews,
        "postings__post-1": POSTING,
    })  # fmt: skip
    found = completed("lever", hinted(event, interviewId="int-1"), access)
    assert (found.name, found.interview, known_of(found)) == (name, IN_LEVER, KNOWN)


def test_an_interview_that_levers_api_has_no_more_was_deleted(api: ApiServer, access: Access) -> None:
    api.knows(**{"opportunities__opp-1": {"data": OPPORTUNITY}, "opportunities__opp-1__interviews": {"data": []}})
    found = completed("lever", hinted("interviewDeleted", interviewId="int-1"), access)
    assert (found.name, found.interview) == (EventName.INTERVIEW_CANCELLED, VendorInterview(external_id="int-1"))


def test_an_interview_that_a_delivery_of_levers_does_not_name_is_ignored(api: ApiServer, access: Access) -> None:
    api.knows(**{"opportunities__opp-1": {"data": OPPORTUNITY}})
    assert completed("lever", hinted("interviewCreated"), access).name is EventName.IGNORED


def test_levers_interviews_come_page_after_page(api: ApiServer, access: Access) -> None:
    def answer(asked: Asked) -> Answer:
        if asked.path.endswith("/interviews"):
            return Answer({"data": [LEVER_INTERVIEW] if "opp-2" in asked.path else [], "hasNext": False})
        if asked.path.endswith("/postings/post-1"):
            return Answer(POSTING)
        if "offset" not in asked.query:
            return Answer({"data": [OPPORTUNITY], "hasNext": True, "next": "o-2"})
        return Answer({"data": [{**OPPORTUNITY, "id": "opp-2"}], "hasNext": False})

    api.answer = answer
    [event] = pulled("lever", access)
    assert event.interview == IN_LEVER
    assert (event.application_id, event.as_of, known_of(event)) == ("opp-2", NOW, KNOWN)
    first, _, second, *_ = api.asked
    assert (first.query, second.query.get("offset")) == ({"limit": "100", "expand": "applications"}, "o-2")
    assert b64decode(first.headers["authorization"].removeprefix("Basic ")) == b"key-1:"


# -- Ashby ------------------------------------------------------------------------------------------------------------

ASHBY_APPLICATION: Final = {
    "id": "app-1",
    "status": "Active",
    "candidate": {"name": "Lena Brandt", "primaryEmailAddress": {"value": "lena.brandt@example.com"}},
    "job": {"title": "Support Lead"},
    "currentInterviewStage": {"title": "Onsite"},
}
SCHEDULE: Final = {
    "id": "sch-1",
    "status": "Scheduled",
    "applicationId": "app-1",
    "interviewEvents": [
        {
            "id": "ev-1",
            "startTime": "2026-05-04T13:00:00.000Z",
            "endTime": "2026-05-04T13:45:00.000Z",
            "interviewers": [{"firstName": "Ivo", "lastName": "Marsh", "email": IVO.email}],
            "interview": {"title": "Portfolio review", "isDebrief": False},
        }
    ],
}


def test_ashby_says_for_whom_and_for_what_an_interview_is(api: ApiServer, access: Access) -> None:
    api.knows(**{"application.info": {"success": True, "results": ASHBY_APPLICATION}})
    [event] = VENDORS["ashby"].read(RECORDED["ashby"]).events
    found = completed("ashby", event, access)
    assert found == replace(event, stage="Onsite", candidate_name=LENA, candidate_email=MAIL, role="Support Lead")
    [asked] = api.asked
    assert (asked.method, asked.body) == ("POST", {"applicationId": "app-1"})
    assert b64decode(asked.headers["authorization"].removeprefix("Basic ")) == b"key-1:"


def test_an_application_that_ashby_does_not_know_adds_nothing(access: Access) -> None:
    [event] = VENDORS["ashby"].read(RECORDED["ashby"]).events
    assert completed("ashby", event, access) == event


def test_ashbys_schedules_come_page_after_page_and_each_application_is_asked_for_once(
    api: ApiServer, access: Access
) -> None:
    moved = {**SCHEDULE, "id": "sch-2"}
    waiting = {**SCHEDULE, "id": "sch-3", "applicationId": "app-3", "status": "NeedsScheduling"}

    def answer(asked: Asked) -> Answer:
        if asked.path.endswith("application.info"):
            return Answer({"success": True, "results": ASHBY_APPLICATION})
        if asked.body == {"limit": 100}:
            return Answer({"success": True, "results": [SCHEDULE], "moreDataAvailable": True, "nextCursor": "c-2"})
        return Answer({"success": True, "results": [moved, waiting], "moreDataAvailable": False, "nextCursor": "c-3"})

    api.answer = answer
    events = pulled("ashby", access)
    assert [(one.interview and one.interview.external_id, one.as_of, known_of(one)) for one in events] == [
        ("sch-1/ev-1", NOW, KNOWN),
        ("sch-2/ev-1", NOW, KNOWN),
    ]
    assert api.paths == ["interviewSchedule.list", "application.info", "interviewSchedule.list"]
    assert api.asked[-1].body == {"limit": 100, "cursor": "c-2"}


def test_ashby_can_say_no_in_an_answer_that_looks_well(api: ApiServer, access: Access) -> None:
    api.answer = lambda _: Answer({"success": False, "errors": ["missing_endpoint_permission"]})
    with pytest.raises(VendorTrouble, match="what the API key may read"):
        pulled("ashby", access)


# -- Greenhouse and Workable ------------------------------------------------------------------------------------------


def test_greenhouses_interviews_come_page_after_page(api: ApiServer, access: Access) -> None:
    interview = {
        "id": 9,
        "application_id": 501,
        "status": "scheduled",
        "start": {"date_time": "2026-05-04T13:00:00Z"},
        "end": {"date_time": "2026-05-04T13:45:00Z"},
        "interview": {"id": 4, "name": "Portfolio review"},
        "interviewers": [{"id": 1, "name": IVO.name, "email": IVO.email}],
    }
    whole_day = {"id": 10, "application_id": 501, "start": {"date": "2026-05-05"}}
    link = f'<{api.url}/interviews?cursor=c-2>; rel="next"'
    api.answer = lambda asked: (
        Answer([whole_day]) if "cursor" in asked.query else Answer([interview], headers={"link": link})
    )
    timed, untimed = pulled("greenhouse", access)
    assert timed == VendorEvent(
        name=EventName.INTERVIEW_SCHEDULED,
        said="interviews",
        as_of=NOW,
        application_id="501",
        interview=VendorInterview(
            external_id="9", starts_at=AT_ONE, ends_at=QUARTER_TO_TWO, title="Portfolio review", interviewers=(IVO,)
        ),
    )
    assert untimed.interview == VendorInterview(external_id="10")
    assert [one.query for one in api.asked] == [{"per_page": "100"}, {"cursor": "c-2"}]
    assert api.asked[1].headers["authorization"] == "Bearer key-1"


def test_workables_events_come_page_after_page(api: ApiServer, access: Access) -> None:
    interview = {
        "id": "e-1",
        "type": "interview",
        "title": "Portfolio review",
        "starts_at": "2026-05-04T13:00:00Z",
        "ends_at": "2026-05-04T13:45:00Z",
        "cancelled": False,
        "candidate": {"id": "c1", "name": "Lena Brandt"},
        "job": {"shortcode": "AC1", "title": "Support Lead"},
        "members": [{"id": "m", "name": IVO.name, "email": IVO.email}],
    }
    others = [{**interview, "id": "e-2", "cancelled": True}, {**interview, "id": "e-3", "type": "meeting"}]
    first = Answer({"events": [interview], "paging": {"next": f"{api.url}/events?since_id=e-1"}})
    api.answer = lambda asked: Answer({"events": others}) if "since_id" in asked.query else first
    events = pulled("workable", access)
    assert [(one.name, one.interview and one.interview.external_id) for one in events] == [
        (EventName.INTERVIEW_SCHEDULED, "e-1"),
        (EventName.INTERVIEW_CANCELLED, "e-2"),
        (EventName.IGNORED, "e-3"),
    ]
    assert (events[0].role, events[0].interview and events[0].interview.starts_at) == ("Support Lead", AT_ONE)
    assert api.asked[1].headers["authorization"] == "Bearer key-1"


@pytest.mark.parametrize("vendor", ["greenhouse", "workable"])
def test_their_deliveries_say_enough(vendor: str, api: ApiServer, access: Access) -> None:
    [event] = VENDORS[vendor].read(RECORDED[vendor]).events
    assert completed(vendor, event, access) == event
    assert api.asked == []
