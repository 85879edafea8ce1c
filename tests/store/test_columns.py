"""Columns give back what was put in, on both databases, and refuse what cannot be kept."""

from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum

import pytest
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import Session

from afterview.policy.terms import Role, Status, TouchKind
from afterview.store.tables import Application, Contact
from tests.store.rows import NOW, a_contact, a_touch, a_user, an_application, an_interview


def test_an_instant_comes_back_as_the_same_one_in_utc(session: Session) -> None:
    kathmandu = timezone(timedelta(hours=5, minutes=45))
    application = an_application(session, a_user(session), created_at=datetime(2026, 1, 1, 0, 30, 0, 7, kathmandu))
    session.expire(application)
    assert application.created_at == datetime(2025, 12, 31, 18, 45, 0, 7, UTC)
    assert application.created_at.tzinfo is UTC


def test_a_naive_instant_is_refused(session: Session) -> None:
    with pytest.raises(StatementError, match="naive"):
        an_application(session, a_user(session), next_review_at=datetime(2026, 1, 1), act_by=NOW)


def test_a_word_comes_back_as_a_member_of_its_enumeration(session: Session) -> None:
    contact = a_contact(session, an_application(session, a_user(session)), role=Role.RECRUITER)
    session.expire(contact)
    assert contact.role is Role.RECRUITER


def test_a_word_that_is_not_in_the_set_is_refused(session: Session) -> None:
    application = an_application(session, a_user(session))
    application.status = StrEnum("Other", ["UNHEARD_OF"]).UNHEARD_OF  # type: ignore[attr-defined]
    with pytest.raises(StatementError, match="unheard_of"):
        session.flush()


def test_the_database_itself_refuses_a_word_that_is_not_in_the_set(session: Session) -> None:
    an_application(session, a_user(session))
    with pytest.raises(IntegrityError, match="ck_applications_status"):
        session.connection().exec_driver_sql("UPDATE applications SET status = 'unheard_of'")


def test_json_comes_back_as_it_was(session: Session) -> None:
    points = ["the move to event streams", "naïve — “quoted” \\ \n 🙂"]
    interview = an_interview(session, an_application(session, a_user(session)), discussion_points=points)
    session.expire(interview)
    assert interview.discussion_points == points


def test_no_preferences_are_null_and_not_a_json_null(session: Session) -> None:
    an_application(session, a_user(session), preferences=None)
    nulls = session.connection().exec_driver_sql("SELECT count(*) FROM applications WHERE preferences IS NULL")
    assert nulls.scalar_one() == 1


def test_only_a_call_has_reached_somebody(session: Session) -> None:
    application = an_application(session, a_user(session))
    with pytest.raises(IntegrityError, match="reached_on_a_call"):
        a_touch(session, application, kind=TouchKind.CHECK_IN_EMAIL, reached="spoke")


def test_only_a_reply_waits_for_an_answer(session: Session) -> None:
    application = an_application(session, a_user(session))
    with pytest.raises(IntegrityError, match="asked_in_a_reply"):
        a_touch(session, application, kind=TouchKind.CHECK_IN_EMAIL, needs_answer=True)


def test_an_interview_starts_before_it_ends(session: Session) -> None:
    application = an_application(session, a_user(session))
    with pytest.raises(IntegrityError, match="starts_before_it_ends"):
        an_interview(session, application, starts_at=NOW, ends_at=NOW)


def test_defaults_are_those_of_the_contract(session: Session) -> None:
    application = an_application(session, a_user(session))
    assert (application.status, a_contact(session, application).role) == (Status.ACTIVE, Role.INTERVIEWER)


def test_a_user_without_a_name_for_the_candidate_has_none(session: Session) -> None:
    user = a_user(session)
    assert an_application(session, user).candidate is None
    assert an_application(session, user, candidate_name="Ida").candidate == ("Ida", None)


def test_what_refers_to_nothing_is_refused(session: Session) -> None:
    application = an_application(session, a_user(session))
    stranger = Application(
        user_id=application.user_id, company="-", role="-", search_key="-", created_at=NOW, updated_at=NOW
    )
    with pytest.raises(IntegrityError):
        a_contact(session, stranger)


def test_contacts_and_applications_have_ids_of_version_7(session: Session) -> None:
    contact = a_contact(session, an_application(session, a_user(session)))
    assert isinstance(contact, Contact)
    assert contact.id.version == 7
