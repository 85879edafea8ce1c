"""Every list and the agenda are read from an index, in its order: the first page and the ones behind it."""

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import insert, select
from sqlmodel import Session, col

from afterview.ids import new_id
from afterview.policy.terms import InterviewStatus, Status
from afterview.store import (
    applications,
    calendar_feeds,
    contacts,
    deferrals,
    integrations,
    interviews,
    mail_proposals,
    templates,
    touches,
    webhooks,
)
from afterview.store.facts import load_facts, load_facts_of_many
from afterview.store.interviews import Filters
from afterview.store.paging import Slice
from afterview.store.tables import Application, Contact, Deferral, Integration, Interview, Interviewer, Touch, Webhook
from tests.store.rows import (
    HOUR,
    NOW,
    a_contact,
    a_deferral,
    a_delivery,
    a_feed,
    a_proposal,
    a_template,
    a_touch,
    a_user,
    a_webhook,
    an_application,
    an_event,
    an_integration,
    an_interview,
    one_of_everything,
)
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
    "ix_calendar_feeds_user_id_id": lambda s, a, wanted: calendar_feeds.list_page(s, a.user_id, wanted),
    "ix_contacts_application_id_user_id_position_id": lambda s, a, wanted: contacts.list_page(
        s, a.user_id, wanted, application_id=a.id
    ),
    "ix_interviews_user_id_starts_at_id": lambda s, a, wanted: interviews.list_page(
        s, a.user_id, wanted, Filters(starts_from=NOW, starts_before=NOW + HOUR)
    ),
    "ix_interviews_user_id_status_starts_at_id": lambda s, a, wanted: interviews.list_page(
        s, a.user_id, wanted, Filters(status=InterviewStatus.SCHEDULED)
    ),
    "ix_interviews_application_id_user_id_starts_at_id": lambda s, a, wanted: interviews.list_page(
        s, a.user_id, wanted, Filters(application_id=a.id)
    ),
    "ix_mail_proposals_user_id_id": lambda s, a, wanted: mail_proposals.list_page(s, a.user_id, wanted),
    "ix_touches_application_id_user_id_occurred_at_id": lambda s, a, wanted: touches.list_page(
        s, a.user_id, wanted, application_id=a.id
    ),
    "ix_deferrals_application_id_user_id_id": lambda s, a, wanted: deferrals.list_page(
        s, a.user_id, wanted, application_id=a.id
    ),
    "ix_templates_user_id_id": lambda s, a, wanted: templates.list_page(s, a.user_id, wanted),
    "ix_webhook_deliveries_user_id_webhook_id_id": lambda s, a, wanted: webhooks.list_deliveries(
        s, a.user_id, wanted, webhook_id=s.execute(select(col(Webhook.id))).scalar_one()
    ),
    "ix_integration_events_user_id_integration_id_id": lambda s, a, wanted: integrations.list_events(
        s, a.user_id, wanted, integration_id=s.execute(select(col(Integration.id))).scalar_one()
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
        a_template(session, user)
        a_feed(session, user)
        a_proposal(session, user)
    webhook = a_webhook(session, user)
    for _ in range(2):
        a_delivery(session, webhook)
    integration = an_integration(session, user)
    for _ in range(2):
        an_event(session, integration)
    return application


@pytest.mark.parametrize("which", ["first", "second"])
@pytest.mark.parametrize("index", LISTS)
def test_a_list_is_read_from_its_index(index: str, which: str, session: Session, application: Application) -> None:
    rows, last = LISTS[index](session, application, Slice(1))
    assert len(rows) == 1
    wanted = Slice(1) if which == "first" else Slice(1, last)
    plan = plan_of(session, lambda: LISTS[index](session, application, wanted))
    if session.connection().dialect.name == "sqlite":
        assert index in plan
    else:  # which of two fitting indexes PostgreSQL takes hangs on row counts that other tests leave behind
        assert re.search(r"Index (Only )?Scan", plan)
        assert "Seq Scan" not in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan


def test_in_a_large_account_facts_are_found_by_application_not_by_user(session: Session) -> None:
    ids = a_large_account(session)
    user_id, some = ids[0], ids[1:4]
    indexes = [f"ix_{table}_application_id_user_id" for table in ("contacts", "interviews", "touches", "deferrals")]
    for ask in (
        lambda: load_facts(session, user_id, some[0]),
        lambda: load_facts_of_many(session, user_id, some),
    ):
        plan = plan_of(session, ask, as_it_is=True)
        assert [index for index in indexes if index not in plan] == [], plan
        assert read_whole(plan) <= {"users"}
        assert "(user_id=?)" not in plan


def test_in_a_large_account_interviewers_are_found_by_interview_not_by_user(session: Session) -> None:
    user_id = a_large_account(session)[0]
    some = [row.id for row in interviews.list_page(session, user_id, Slice(3), Filters())[0]]
    plan = plan_of(session, lambda: interviews.interviewer_ids(session, user_id, some), as_it_is=True)
    assert "interview_id" in plan
    assert read_whole(plan) == set()


def read_whole(plan: str) -> set[str]:
    """The tables that a plan reads from end to end."""
    return set(re.findall(r"(?:Seq Scan on|SCAN) (\w+)", plan))


def a_large_account(session: Session) -> list[UUID]:
    """The ids of a user and of their two thousand applications, each with one thing of each kind.

    PostgreSQL counts its rows by itself, now and then; SQLite never does unless it is told to.
    """
    user = one_of_everything(session)
    kinds = (Application, Contact, Interview, Interviewer, Touch, Deferral)
    patterns = {kind: session.execute(select(kind)).scalar_one().model_dump() for kind in kinds}
    application_ids: list[UUID] = []
    rows: dict[type, list[dict[str, object]]] = {kind: [] for kind in kinds}
    for _ in range(2_000):
        ids = {kind: new_id() for kind in kinds}
        application_ids.append(ids[Application])
        references = {"application_id": ids[Application], "contact_id": ids[Contact], "interview_id": ids[Interview]}
        references |= {"reply_promised_by": ids[Contact]}
        for kind, pattern in patterns.items():
            changed = {name: value for name, value in references.items() if name in pattern}
            rows[kind].append(pattern | changed | ({"id": ids[kind]} if "id" in pattern else {}))
    for kind in kinds:
        session.execute(insert(kind), rows[kind])
    if session.connection().dialect.name == "postgresql":
        session.connection().exec_driver_sql("ANALYZE")
    return [user.id, *application_ids]


def test_a_plan_tells_when_a_list_is_sorted_by_hand(session: Session, application: Application) -> None:
    by_hand = "SELECT id FROM applications WHERE notes IS NULL ORDER BY notes, company"
    plan = plan_of(session, lambda: session.connection().exec_driver_sql(by_hand))
    assert "TEMP B-TREE" in plan or "Sort" in plan
