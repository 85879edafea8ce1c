"""Advice on what is kept: the next action, the plan, and the facts that they rest on."""

from datetime import datetime

import pytest
from icalendar import Calendar
from starlette.testclient import TestClient

from afterview.api.schemas.advice import Plan, Recommendation
from tests.api.resources import (
    APPLICATIONS,
    INTERVIEWS,
    V1,
    Resource,
    a_contact,
    a_deferral,
    a_touch,
    an_application,
    an_interview,
    codes,
    items,
)
from tests.conftest import MovableClock

THANKED = {"kind": "thank_you_email", "occurred_at": "2026-11-20T18:00:00-05:00"}
"""Two hours after the interview."""


def advice(client: TestClient, address: str, **query: str) -> Resource:
    """What is advised at an address, in its documented form."""
    response = client.get(address, params=query)
    assert response.status_code == 200, response.text
    found: Resource = response.json()
    Recommendation.model_validate(found)
    return found


@pytest.fixture
def application(signed_in: TestClient) -> Resource:
    """An application, on the Monday after an interview by Dana, with an answer promised for 1 December."""
    application = an_application(signed_in)
    dana = a_contact(signed_in, application, email="dana@acme.example", phone="+12125550123")
    interview = an_interview(
        signed_in, application, interviewer_ids=[dana["id"]], reply_expected_by="2026-12-01", points_to_add=["Kafka"]
    )
    return application | {"dana": dana["id"], "interview": interview["id"]}


def address_of(application: Resource, part: str = "next-action") -> str:
    """The address of advice on an application."""
    return f"{APPLICATIONS}/{application['id']}/{part}"


def test_late_thanks_are_advised_with_their_window_and_their_reasons(
    signed_in: TestClient, application: Resource
) -> None:
    found = advice(signed_in, address_of(application))
    action = found["action"]
    assert (action["kind"], action["contact_id"], action["late"]) == ("thank_you_email", application["dana"], True)
    assert found["application_id"] == application["id"]
    assert found["evaluated_at"] == "2026-11-23T15:00:00Z"
    assert found["reasons"][0]["rule"] == "thank-within-a-day"


def test_what_was_logged_moves_the_advice_on_and_taking_it_back_undoes_that(
    signed_in: TestClient, application: Resource
) -> None:
    before = signed_in.get(address_of(application)).content
    touch = a_touch(signed_in, application, contact_id=application["dana"], **THANKED)
    assert advice(signed_in, address_of(application))["action"]["kind"] == "additional_information_email"
    signed_in.delete(f"{V1}/touches/{touch['id']}")
    assert signed_in.get(address_of(application)).content == before


def test_a_deferral_overrules_advice(signed_in: TestClient, application: Resource) -> None:
    a_deferral(signed_in, application, kind="thank_you_email")
    assert advice(signed_in, address_of(application))["action"]["kind"] != "thank_you_email"


def test_an_interview_has_the_advice_of_its_application(signed_in: TestClient, application: Resource) -> None:
    of_interview = f"{INTERVIEWS}/{application['interview']}"
    for part in ("next-action", "plan"):
        assert signed_in.get(f"{of_interview}/{part}").content == signed_in.get(address_of(application, part)).content


def test_the_same_facts_give_the_same_bytes_here_and_in_evaluate(signed_in: TestClient, application: Resource) -> None:
    a_touch(signed_in, application, contact_id=application["dana"], **THANKED)
    a_touch(signed_in, application, kind="follow_up_call", reached="no_trace")
    a_deferral(signed_in, application, kind="linkedin_request", reason="Not now.")
    signed_in.patch(f"{V1}/me", json={"holiday_region": "US-NY", "working_hours": {"start": "08:00", "end": "16:30"}})
    facts = signed_in.get(address_of(application, "facts")).json()
    asked = {**facts, "plan": True}
    found = signed_in.post(f"{V1}/policy/evaluate", json=asked).json()
    plan = found.pop("plan")
    own = {"application_id": application["id"]}
    assert found | own == advice(signed_in, address_of(application))
    assert plan | own == signed_in.get(address_of(application, "plan")).json()


def test_facts_tell_the_preferences_of_the_application_and_else_those_of_the_profile(
    signed_in: TestClient, application: Resource
) -> None:
    signed_in.patch(f"{V1}/me", json={"preferences": {"calls": False}, "policy": {"quiet_days": 10}})
    facts = signed_in.get(address_of(application, "facts")).json()
    assert facts["preferences"] == {"linkedin": True, "handwritten_notes": "unknown", "calls": False}
    assert facts["policy"] == {"quiet_days": 10}
    signed_in.patch(f"{APPLICATIONS}/{application['id']}", json={"preferences": {"calls": True, "linkedin": False}})
    facts = signed_in.get(address_of(application, "facts")).json()
    assert facts["preferences"] == {"linkedin": False, "handwritten_notes": "unknown", "calls": True}


def test_advice_at_another_instant_is_that_of_the_instant(signed_in: TestClient, application: Resource) -> None:
    on_time = advice(signed_in, address_of(application), at="2026-11-20T17:00:00-05:00")
    assert (on_time["action"]["kind"], on_time["action"]["late"]) == ("thank_you_email", False)
    later = advice(signed_in, address_of(application), at="2026-12-20T17:00:00-05:00")
    assert later["evaluated_at"] == "2026-12-20T22:00:00Z"
    assert later["action"]["kind"] == "check_in_email"


def test_advice_on_the_past_knows_nothing_of_what_came_later(
    signed_in: TestClient, application: Resource, clock: MovableClock
) -> None:
    then = signed_in.get(address_of(application)).content
    clock.advance(minutes=10)
    a_touch(signed_in, application, contact_id=application["dana"])
    a_deferral(signed_in, application)
    signed_in.patch(f"{APPLICATIONS}/{application['id']}", json={"status": "rejected"})
    assert signed_in.get(address_of(application), params={"at": "2026-11-23T15:00:00Z"}).content == then
    assert advice(signed_in, address_of(application))["action"]["kind"] == "rejection_thanks_email"


@pytest.mark.parametrize("at", ["2026-11-23T10:00:00", "yesterday", "2026-13-01T10:00:00Z"])
def test_an_instant_that_is_none_is_refused(at: str, signed_in: TestClient, application: Resource) -> None:
    assert list(codes(signed_in.get(address_of(application), params={"at": at}))) == ["/at"]


def test_the_plan_begins_with_what_is_due_and_ends_at_rest(signed_in: TestClient, application: Resource) -> None:
    plan = signed_in.get(address_of(application, "plan")).json()
    Plan.model_validate(plan)
    assert plan["steps"][0]["status"] == "now"
    assert plan["steps"][0]["action"] == advice(signed_in, address_of(application))["action"]
    assert plan["ends_with"]["action"]["kind"] == "no_further_action"


def test_the_plan_as_a_calendar_has_an_event_for_each_step(signed_in: TestClient, application: Resource) -> None:
    a_touch(signed_in, application, contact_id=application["dana"], **THANKED)
    steps = signed_in.get(address_of(application, "plan")).json()["steps"]
    response = signed_in.get(address_of(application, "plan"), headers={"Accept": "text/calendar"})
    assert response.headers["content-type"].startswith("text/calendar")
    assert "Accept" in response.headers["vary"].split(", ")
    events = Calendar.from_ical(response.content).walk("VEVENT")
    assert len(events) == len(steps)
    starts = [step["occurred_at"] or step["action"]["window"]["best_at"] for step in steps]
    assert [event.decoded("DTSTART") for event in events] == [datetime.fromisoformat(start) for start in starts]
    assert len({event["UID"] for event in events}) == len(events)


def test_a_calendar_keeps_the_uid_of_a_step_that_was_taken(signed_in: TestClient, application: Resource) -> None:
    def first_uid() -> str:
        response = signed_in.get(address_of(application, "plan"), headers={"Accept": "text/calendar"})
        return str(Calendar.from_ical(response.content).walk("VEVENT")[0]["UID"])

    planned = first_uid()
    a_touch(signed_in, application, contact_id=application["dana"], **THANKED)
    assert first_uid() == planned


def test_json_is_what_a_client_gets_that_takes_both(signed_in: TestClient, application: Resource) -> None:
    accept = {"Accept": "application/json, text/calendar;q=0.5"}
    assert signed_in.get(address_of(application, "plan"), headers=accept).json()["steps"]


def test_an_application_without_an_interview_has_nothing_to_do(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    assert advice(signed_in, address_of(application))["action"]["kind"] == "no_further_action"
    assert application["next_review_at"] is None


def test_an_application_tells_from_when_it_wants_attention(
    signed_in: TestClient, application: Resource, clock: MovableClock
) -> None:
    def attention() -> datetime | None:
        at = signed_in.get(f"{APPLICATIONS}/{application['id']}").json()["next_review_at"]
        return datetime.fromisoformat(at) if at else None

    due = attention()
    assert due is not None
    assert due <= clock()
    a_touch(signed_in, application, contact_id=application["dana"], carries=["additional_information_email"])
    a_deferral(signed_in, application, kind="linkedin_request")
    wait = advice(signed_in, address_of(application))["action"]
    assert (wait["kind"], wait["next_kind"]) == ("wait", "check_in_email")
    assert attention() == datetime.fromisoformat(wait["until"])
    signed_in.patch(f"{APPLICATIONS}/{application['id']}", json={"status": "withdrawn"})
    assert attention() is None


def test_a_change_of_the_profile_reviews_every_application(signed_in: TestClient, application: Resource) -> None:
    a_touch(signed_in, application, contact_id=application["dana"], carries=["additional_information_email"])
    before = items(signed_in, APPLICATIONS)[0]["next_review_at"]
    signed_in.patch(f"{V1}/me", json={"preferences": {"linkedin": False}})
    assert items(signed_in, APPLICATIONS)[0]["next_review_at"] != before
