"""Nobody reads anybody else's rows, and whoever goes takes all of theirs along."""

import inspect
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlmodel import Session, col

from afterview.policy.terms import Status
from afterview.store import (
    account_rows,
    applications,
    calendar_feeds,
    calendar_versions,
    contacts,
    deferrals,
    digests,
    facts,
    integrations,
    interviews,
    mail_proposals,
    templates,
    touches,
    webhooks,
)
from afterview.store.integrations import NewEvent
from afterview.store.interviews import Filters
from afterview.store.mail_proposals import NewProposal
from afterview.store.paging import Slice
from afterview.store.tables import (
    METADATA,
    Application,
    CalendarFeed,
    Contact,
    Deferral,
    DeliveryStatus,
    EventType,
    Integration,
    IntegrationEvent,
    Interview,
    MailProposal,
    Template,
    Touch,
    User,
    VendorThing,
    Webhook,
    WebhookDelivery,
)
from tests.store.rows import HOUR, NOW, one_of_everything

NOBODYS = {
    "find",  # finds out whose hook a vendor calls
    "find_by_hash",  # finds out who shows a secret
    "stand_still",  # finds nothing
    "hold_next", "next_at", "forget",  # are asked by the worker, for whom nobody is signed in
}  # fmt: skip
QUERIES = [
    function
    for module in (
        account_rows,
        applications,
        calendar_feeds,
        calendar_versions,
        contacts,
        deferrals,
        digests,
        facts,
        integrations,
        interviews,
        mail_proposals,
        templates,
        touches,
        webhooks,
    )
    for name, function in vars(module).items()
    if name not in NOBODYS
    if inspect.isfunction(function) and function.__module__ == module.__name__ and not name.startswith("_")
    if "session" in inspect.signature(function).parameters
]


def take_interviewers_away(session: Session, user: User, interview: Interview) -> bool:
    """Whether this user can change who leads the interview."""
    interviews.set_interviewers(session, user.id, interview.id, [])
    return not interviews.interviewer_ids(session, interview.user_id, [interview.id])[interview.id]


def tell_webhook(session: Session, user: User, webhook: Webhook) -> object:
    """Whether this user can have something delivered to a webhook."""
    said = {"event": EventType.PING, "event_id": "another", "snapshot": {}}
    return webhooks.add_delivery(session, user.id, webhook, **said, now=user.created_at)  # type: ignore[arg-type]


def forget_delivery(session: Session, user: User, delivery: WebhookDelivery) -> bool:
    """Whether this user can have a delivery that has ended forgotten."""
    delivery.status = DeliveryStatus.DELIVERED
    session.flush()
    webhooks.forget_deliveries(session, user.id, before=delivery.created_at + HOUR)
    return webhooks.get_delivery(session, delivery.user_id, delivery.id) is None


def tell_of_event(session: Session, user: User, integration: Integration) -> object:
    """Whether this user can have something told over a connection."""
    return integrations.add_event(session, user.id, integration, NewEvent("another", 0, "ping", {}), now=NOW)


def forget_event(session: Session, user: User, event: IntegrationEvent) -> bool:
    """Whether this user can have something forgotten that a vendor told."""
    integrations.forget_events(session, user.id, before=event.received_at + HOUR)
    return integrations.get_event(session, event.user_id, event.id) is None


def mention(session: Session, user: User, application: Application) -> bool:
    """Whether this user can have a mention noted."""
    digests.note_mentions(session, user.id, {application.id: "a step"})
    session.refresh(application)
    return application.mailed_times > 0


def propose(session: Session, user: User, proposal: MailProposal) -> bool:
    """Whether a message to this user is the one that waits already."""
    new = NewProposal(proposal.message_key, None, None, None, None, b"-")
    mail_proposals.add(session, user.id, new, now=user.created_at)
    return bool(session.execute(select(func.count(col(MailProposal.id)))).scalar_one() == 1)


ASKED: dict[str, Callable[[Session, User, dict[type, Any]], object]] = {
    "account_rows.all_of": lambda s, u, _: account_rows.all_of(s, u.id, Touch),
    "account_rows.all_interviewers": lambda s, u, _: account_rows.all_interviewers(s, u.id),
    "account_rows.by_id": lambda s, u, of: account_rows.by_id(s, u.id, Contact, [of[Contact].id]),
    "account_rows.taken": lambda s, u, of: not account_rows.taken(s, u.id, Contact, [of[Contact].id]),
    "account_rows.of_events": lambda s, u, of: account_rows.of_events(s, u.id, [of[Interview].external_id]),
    "account_rows.logged_messages": lambda s, u, _: account_rows.logged_messages(s, u.id, ["one@acme.example"]),
    "applications.get": lambda s, u, of: applications.get(s, u.id, of[Application].id),
    "applications.get_many": lambda s, u, of: list(applications.get_many(s, u.id, [of[Application].id])),
    "applications.all_ids": lambda s, u, _: applications.all_ids(s, u.id),
    "applications.list_page": lambda s, u, _: applications.list_page(s, u.id, Slice(5))[0],
    "applications.due_page": lambda s, u, of: applications.due_page(s, u.id, Slice(5), until=of[User].created_at)[0],
    "applications.find_active": lambda s, u, _: applications.find_active(s, u.id, "Acme", "Data engineer"),
    "applications.find_named": lambda s, u, of: applications.find_named(s, u.id, [of[Application].search_key]),
    "applications.find_external": lambda s, u, _: applications.find_external(s, u.id, "app-1"),
    "applications.of_candidate": lambda s, u, of: applications.of_candidate(
        s, u.id, of[Application].candidate_email, of[Application].role
    ),
    "applications.candidate_addresses": lambda s, u, _: applications.candidate_addresses(s, u.id, ["kim@acme.example"]),
    "calendar_feeds.get": lambda s, u, of: calendar_feeds.get(s, u.id, of[CalendarFeed].id),
    "calendar_feeds.list_page": lambda s, u, _: calendar_feeds.list_page(s, u.id, Slice(5))[0],
    "calendar_versions.of_uids": lambda s, u, _: calendar_versions.of_uids(s, u.id, ["one@afterview"]),
    "contacts.get": lambda s, u, of: contacts.get(s, u.id, of[Contact].id),
    "contacts.list_page": lambda s, u, of: contacts.list_page(s, u.id, Slice(5), application_id=of[Application].id)[0],
    "contacts.of_application": lambda s, u, of: contacts.of_application(s, u.id, of[Application].id),
    "contacts.known_ids": lambda s, u, of: contacts.known_ids(s, u.id, of[Application].id, [of[Contact].id]),
    "contacts.by_id": lambda s, u, of: contacts.by_id(s, u.id, [of[Contact].id]),
    "contacts.next_position": lambda s, u, of: contacts.next_position(s, u.id, of[Application].id),
    "contacts.with_addresses": lambda s, u, _: contacts.with_addresses(s, u.id, ["dana@acme.example"]),
    "deferrals.get": lambda s, u, of: deferrals.get(s, u.id, of[Deferral].id),
    "deferrals.list_page": lambda s, u, of: deferrals.list_page(s, u.id, Slice(5), application_id=of[Application].id)[
        0
    ],
    "digests.note_mentions": lambda s, u, of: mention(s, u, of[Application]),
    "facts.load_facts": lambda s, u, of: facts.load_facts(s, u.id, of[Application].id),
    "facts.load_facts_of_many": lambda s, u, of: facts.load_facts_of_many(s, u.id, [of[Application].id]),
    "integrations.get": lambda s, u, of: integrations.get(s, u.id, of[Integration].id),
    "integrations.count": lambda s, u, _: integrations.count(s, u.id),
    "integrations.list_page": lambda s, u, _: integrations.list_page(s, u.id, Slice(5))[0],
    "integrations.add_event": lambda s, u, of: tell_of_event(s, u, of[Integration]),
    "integrations.get_event": lambda s, u, of: integrations.get_event(s, u.id, of[IntegrationEvent].id),
    "integrations.list_events": lambda s, u, of: integrations.list_events(
        s, u.id, Slice(5), integration_id=of[Integration].id
    )[0],
    "integrations.forget_events": lambda s, u, of: forget_event(s, u, of[IntegrationEvent]),
    "integrations.get_record": lambda s, u, of: integrations.get_record(
        s, u.id, of[Integration].id, VendorThing.INTERVIEW, "i-1"
    ),
    "interviews.get": lambda s, u, of: interviews.get(s, u.id, of[Interview].id),
    "interviews.list_page": lambda s, u, _: interviews.list_page(s, u.id, Slice(5), Filters())[0],
    "interviews.of_event": lambda s, u, of: interviews.of_event(s, u.id, of[Interview].external_id),
    "interviews.of_group": lambda s, u, _: interviews.of_group(s, u.id, "group"),
    "interviews.interviewer_ids": lambda s, u, of: interviews.interviewer_ids(s, u.id, [of[Interview].id])[
        of[Interview].id
    ],
    "interviews.set_interviewers": lambda s, u, of: take_interviewers_away(s, u, of[Interview]),
    "mail_proposals.add": lambda s, u, of: propose(s, u, of[MailProposal]),
    "mail_proposals.get": lambda s, u, of: mail_proposals.get(s, u.id, of[MailProposal].id),
    "mail_proposals.list_page": lambda s, u, _: mail_proposals.list_page(s, u.id, Slice(5))[0],
    "mail_proposals.count": lambda s, u, _: mail_proposals.count(s, u.id),
    "templates.get": lambda s, u, of: templates.get(s, u.id, of[Template].id),
    "templates.list_page": lambda s, u, _: templates.list_page(s, u.id, Slice(5))[0],
    "touches.get": lambda s, u, of: touches.get(s, u.id, of[Touch].id),
    "touches.of_messages": lambda s, u, _: touches.of_messages(s, u.id, ["one@acme.example"]),
    "touches.list_page": lambda s, u, of: touches.list_page(s, u.id, Slice(5), application_id=of[Application].id)[0],
    "webhooks.get": lambda s, u, of: webhooks.get(s, u.id, of[Webhook].id),
    "webhooks.count": lambda s, u, _: webhooks.count(s, u.id),
    "webhooks.active": lambda s, u, _: webhooks.active(s, u.id),
    "webhooks.list_page": lambda s, u, _: webhooks.list_page(s, u.id, Slice(5))[0],
    "webhooks.add_delivery": lambda s, u, of: tell_webhook(s, u, of[Webhook]),
    "webhooks.get_delivery": lambda s, u, of: webhooks.get_delivery(s, u.id, of[WebhookDelivery].id),
    "webhooks.list_deliveries": lambda s, u, of: webhooks.list_deliveries(s, u.id, Slice(5), webhook_id=of[Webhook].id)[
        0
    ],
    "webhooks.forget_deliveries": lambda s, u, of: forget_delivery(s, u, of[WebhookDelivery]),
}
"""What each query finds when `u` asks for what is `of` somebody; a falsy answer is nothing."""


@pytest.fixture
def somebodys(session: Session) -> dict[type, Any]:
    """One row of each kind, all of one user."""
    user = one_of_everything(session)
    session.execute(Interview.__table__.update().values(external_id="group/event"))  # type: ignore[attr-defined]
    session.execute(
        Application.__table__.update().values(  # type: ignore[attr-defined]
            status=Status.ACTIVE, next_review_at=user.created_at, act_by=user.created_at, external_id="app-1"
        )
    )
    session.expire_all()
    kinds = (
        User, Application, CalendarFeed, Contact, Integration, IntegrationEvent, Interview, MailProposal, Template,
        Touch, Deferral, Webhook, WebhookDelivery,
    )  # fmt: skip
    return {kind: session.execute(select(kind)).scalar_one() for kind in kinds}


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: f"{query.__module__}.{query.__name__}")
def test_every_query_asks_first_whose_rows_are_meant(query: Callable[..., object]) -> None:
    assert list(inspect.signature(query).parameters)[:2] == ["session", "user_id"]


def test_every_query_is_tried_here() -> None:
    assert {f"{query.__module__.rpartition('.')[2]}.{query.__name__}" for query in QUERIES} == set(ASKED)


@pytest.mark.parametrize("query", ASKED)
def test_the_owner_finds_what_is_theirs(query: str, session: Session, somebodys: dict[type, Any]) -> None:
    assert ASKED[query](session, somebodys[User], somebodys)


@pytest.mark.parametrize("query", ASKED)
def test_nobody_finds_what_is_somebody_elses(query: str, session: Session, somebodys: dict[type, Any]) -> None:
    stranger = User.model_validate(somebodys[User].model_dump(exclude={"id"}) | {"email": "stranger@example.com"})
    session.add(stranger)
    session.flush()
    assert not ASKED[query](session, stranger, somebodys)


def test_whoever_is_deleted_leaves_nothing_behind(session: Session) -> None:
    session.delete(one_of_everything(session))
    session.flush()
    left = {
        table.name: session.execute(select(func.count()).select_from(table)).scalar_one()
        for table in METADATA.sorted_tables
        if table.name != "mail_folders"
    }
    assert set(left.values()) == {0}


def test_one_of_everything_is_in_every_table(session: Session) -> None:
    one_of_everything(session)
    counts = [session.execute(select(func.count()).select_from(table)).scalar_one() for table in METADATA.sorted_tables]
    assert set(counts) == {1}


def test_every_table_but_users_carries_its_user() -> None:
    nobodys = {"mail_folders"}  # how far the installation's own mailbox has been read
    assert {table.name for table in METADATA.sorted_tables if "user_id" not in table.c} == {"users"} | nobodys


def test_a_deleted_contact_takes_the_touches_and_deferrals_about_them_but_no_interview(session: Session) -> None:
    one_of_everything(session)
    session.delete(session.execute(select(Contact)).scalar_one())
    session.flush()
    assert session.execute(select(Touch)).first() is None
    assert session.execute(select(Deferral)).first() is None
    interview = session.execute(select(Interview)).scalar_one()
    session.refresh(interview)
    assert interview.reply_promised_by is None


def test_a_deleted_interview_leaves_its_touches(session: Session) -> None:
    one_of_everything(session)
    session.delete(session.execute(select(Interview)).scalar_one())
    session.flush()
    touch = session.execute(select(Touch)).scalar_one()
    session.refresh(touch)
    assert touch.interview_id is None
