"""The facts of an application come in one statement, whole and in order."""

from datetime import date

import pytest
from sqlmodel import Session

from afterview.ids import new_id
from afterview.policy import facts as policy
from afterview.policy.terms import InterviewFormat, InterviewStatus, Kind, Reached, Role, Status, TouchKind
from afterview.store.facts import Profile, load_facts, load_facts_of_many
from afterview.store.tables import Application
from tests.store.rows import HOUR, NOW, a_contact, a_deferral, a_touch, a_user, an_application, an_interview
from tests.store.statements import statements


@pytest.fixture
def application(session: Session) -> Application:
    """An application of a user who changed every setting."""
    user = a_user(
        session,
        preferences={"calls": False},
        holiday_region="US-NY",
        working_hours={"start": "08:00", "end": "16:00"},
        policy={"quiet_days": 9},
    )
    return an_application(session, user, status=Status.OFFERED, status_changed_at=NOW, preferences={"linkedin": False})


def test_the_application_comes_with_its_settings_and_those_of_the_user(
    session: Session, application: Application
) -> None:
    facts = load_facts(session, application.user_id, application.id)
    assert facts is not None
    assert facts.id == application.id
    assert facts.application == policy.Application("Acme", "Data engineer", Status.OFFERED, NOW)
    assert facts.preferences == {"linkedin": False}
    assert facts.profile == Profile({"calls": False}, "US-NY", {"start": "08:00", "end": "16:00"}, {"quiet_days": 9})


def test_contacts_come_in_their_listed_order_with_all_that_is_known(session: Session, application: Application) -> None:
    second = a_contact(session, application, position=1)
    first = a_contact(
        session,
        application,
        name="Sam",
        role=Role.RECRUITER,
        email="sam@acme.example",
        phone="+12125550123",
        linkedin_url="https://example.com/sam",
        postal_address="1 Main St",
        timezone="Europe/Berlin",
    )
    facts = load_facts(session, application.user_id, application.id)
    assert facts is not None
    assert facts.contacts == [
        policy.Contact(
            str(first.id),
            "Sam",
            Role.RECRUITER,
            "sam@acme.example",
            "+12125550123",
            "https://example.com/sam",
            "1 Main St",
            "Europe/Berlin",
        ),
        policy.Contact(str(second.id), "Dana Reyes"),
    ]


def test_interviews_come_with_their_interviewers_in_order(session: Session, application: Application) -> None:
    dana, sam = (a_contact(session, application, position=position) for position in range(2))
    later = an_interview(session, application, starts_at=NOW + HOUR, ends_at=NOW + 2 * HOUR)
    interview = an_interview(
        session,
        application,
        sam,
        dana,
        status=InterviewStatus.COMPLETED,
        format=InterviewFormat.VIDEO,
        timezone="America/New_York",
        reply_expected_by=date(2026, 12, 1),
        reply_promised_by=dana.id,
        discussion_points=["one", "two"],
        points_to_add=["three"],
        concerns=["four"],
    )
    facts = load_facts(session, application.user_id, application.id)
    assert facts is not None
    assert facts.interviews == [
        policy.Interview(
            id=str(interview.id),
            starts_at=NOW,
            ends_at=NOW + HOUR,
            timezone="America/New_York",
            status=InterviewStatus.COMPLETED,
            format=InterviewFormat.VIDEO,
            interviewer_ids=(str(sam.id), str(dana.id)),
            reply_expected_by=date(2026, 12, 1),
            reply_promised_by=str(dana.id),
            discussion_points=("one", "two"),
            points_to_add=("three",),
            concerns=("four",),
        ),
        policy.Interview(str(later.id), NOW + HOUR, NOW + 2 * HOUR, "UTC"),
    ]


def test_touches_come_in_the_order_in_which_they_happened(session: Session, application: Application) -> None:
    dana = a_contact(session, application)
    interview = an_interview(session, application, dana)
    a_touch(session, application, kind=TouchKind.FOLLOW_UP_CALL, reached=Reached.VOICEMAIL, occurred_at=NOW + 2 * HOUR)
    a_touch(
        session,
        application,
        kind=TouchKind.REPLY_RECEIVED,
        reply_expected_by=date(2026, 12, 1),
        needs_answer=True,
        occurred_at=NOW + HOUR,
    )
    a_touch(
        session, application, contact_id=dana.id, interview_id=interview.id, carries=["additional_information_email"]
    )
    facts = load_facts(session, application.user_id, application.id)
    assert facts is not None
    assert facts.touches == [
        policy.Touch(
            TouchKind.THANK_YOU_EMAIL,
            NOW,
            str(dana.id),
            str(interview.id),
            (Kind.ADDITIONAL_INFORMATION_EMAIL,),
        ),
        policy.Touch(TouchKind.REPLY_RECEIVED, NOW + HOUR, reply_expected_by=date(2026, 12, 1), needs_answer=True),
        policy.Touch(TouchKind.FOLLOW_UP_CALL, NOW + 2 * HOUR, reached=Reached.VOICEMAIL),
    ]


def test_deferrals_come_with_when_they_were_made(session: Session, application: Application) -> None:
    dana = a_contact(session, application)
    a_deferral(session, application, contact_id=dana.id, until=NOW + HOUR, reason="on leave", created_at=NOW - HOUR)
    facts = load_facts(session, application.user_id, application.id)
    assert facts is not None
    assert facts.deferrals == [policy.Deferral(Kind.CHECK_IN_EMAIL, str(dana.id), NOW + HOUR, "on leave")]
    assert facts.deferred_at == [NOW - HOUR]


def test_one_statement_reads_it_all(session: Session, application: Application) -> None:
    an_interview(session, application, a_contact(session, application))
    with statements(session) as sent:
        load_facts(session, application.user_id, application.id)
    assert len(sent) == 1


def test_one_statement_reads_many(session: Session, application: Application) -> None:
    other = an_application(session, a_user(session))
    second = Application.model_validate(application.model_dump() | {"id": new_id(), "company": "Borealis"})
    session.add(second)
    a_contact(session, application)
    with statements(session) as sent:
        found = load_facts_of_many(session, application.user_id, [second.id, other.id, application.id])
    assert [(one.application.company, len(one.contacts)) for one in found.values()] == [("Borealis", 0), ("Acme", 1)]
    assert list(found) == [second.id, application.id]
    assert len([one for one in sent if one.statement.startswith("SELECT")]) == 1


def test_what_is_not_written_yet_is_a_fact_already(session: Session, application: Application) -> None:
    application.company = "Borealis"
    facts = load_facts(session, application.user_id, application.id)
    assert facts is not None
    assert facts.application.company == "Borealis"


def test_somebody_elses_application_has_no_facts(session: Session, application: Application) -> None:
    assert load_facts(session, a_user(session).id, application.id) is None


def test_an_unknown_application_has_no_facts(session: Session, application: Application) -> None:
    assert load_facts(session, application.user_id, new_id()) is None


def test_no_applications_have_no_facts(session: Session, application: Application) -> None:
    assert load_facts_of_many(session, application.user_id, []) == {}
