"""Every list and the agenda are read from an index, in its order: the first page and the ones behind it."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlmodel import Session

from afterview.policy.terms import InterviewStatus, Status
from afterview.store import applications, contacts, deferrals, interviews, touches
from afterview.store.interviews import Filters
from afterview.store.paging import Slice
from afterview.store.tables import Application
from tests.store.rows import HOUR, NOW, a_contact, a_deferral, a_touch, a_user, an_application, an_interview
from tests.store.statements import plan_of

List = Callable[[Session, Application, Slice], tuple[list[Any], Any]]

LISTS: dict[str, List] = {
    "ix_applications_user_id_id": lambda s, a, wanted: applications.list_page(s, a.user_id, wanted),
    "ix_applications_user_id_status_id": lambda s, a, wanted: applications.list_page(
        s, a.user_id, wanted, status=Status.ACTIVE
    ),
    "ix_applications_user_id_next_review_at_id": lambda s, a, wanted: applications.list_page(
        s, a.user_id, wanted, due_before=NOW + HOUR
    ),
    "ix_applications_user_id_act_by_next_review_at_id": lambda s, a, wanted: applications.due_page(
        s, a.user_id, wanted, until=NOW
    ),
    "ix_contacts_application_id_position_id": lambda s, a, wanted: contacts.list_page(
        s, a.user_id, wanted, application_id=a.id
    ),
    "ix_interviews_user_id_starts_at_id": lambda s, a, wanted: interviews.list_page(
        s, a.user_id, wanted, Filters(starts_from=NOW, starts_before=NOW + HOUR)
    ),
    "ix_interviews_user_id_status_starts_at_id": lambda s, a, wanted: interviews.list_page(
        s, a.user_id, wanted, Filters(status=InterviewStatus.SCHEDULED)
    ),
    "ix_interviews_application_id_starts_at_id": lambda s, a, wanted: interviews.list_page(
        s, a.user_id, wanted, Filters(application_id=a.id)
    ),
    "ix_touches_application_id_occurred_at_id": lambda s, a, wanted: touches.list_page(
        s, a.user_id, wanted, application_id=a.id
    ),
    "ix_deferrals_application_id_id": lambda s, a, wanted: deferrals.list_page(
        s, a.user_id, wanted, application_id=a.id
    ),
}
"""Each list by the index that it is read from."""


@pytest.fixture
def application(session: Session) -> Application:
    """An application with two of everything, in an account with another application."""
    user = a_user(session)
    an_application(session, user, next_review_at=NOW, act_by=NOW)
    application = an_application(session, user, next_review_at=NOW, act_by=NOW)
    for _ in range(2):
        a_contact(session, application)
        an_interview(session, application)
        a_touch(session, application)
        a_deferral(session, application)
    return application


@pytest.mark.parametrize("which", ["first", "second"])
@pytest.mark.parametrize("index", LISTS)
def test_a_list_is_read_from_its_index(index: str, which: str, session: Session, application: Application) -> None:
    rows, last = LISTS[index](session, application, Slice(1))
    assert len(rows) == 1
    wanted = Slice(1) if which == "first" else Slice(1, last)
    plan = plan_of(session, lambda: LISTS[index](session, application, wanted))
    assert index in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan


def test_a_plan_tells_when_a_list_is_sorted_by_hand(session: Session, application: Application) -> None:
    by_hand = "SELECT id FROM applications WHERE notes IS NULL ORDER BY notes, company"
    plan = plan_of(session, lambda: session.connection().exec_driver_sql(by_hand))
    assert "TEMP B-TREE" in plan or "Sort" in plan
