"""Rows for tests of the store: valid ones, in which a test says only what it is about."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TypeVar

from sqlmodel import Session

from afterview.policy.terms import Kind, TouchKind
from afterview.store.applications import search_key
from afterview.store.tables import (
    ApiKey,
    Application,
    CalendarFeed,
    CalendarVersion,
    Contact,
    Deferral,
    EventOutcome,
    EventType,
    IdempotencyRecord,
    Integration,
    IntegrationEvent,
    Interview,
    Interviewer,
    Job,
    LoggedMessage,
    MailFolder,
    MailProposal,
    RefreshToken,
    Template,
    Touch,
    User,
    VendorRecord,
    VendorThing,
    Webhook,
    WebhookDelivery,
)

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
HOUR = timedelta(hours=1)
RowT = TypeVar("RowT")
_numbers = count()


def a_user(session: Session, **said: object) -> User:
    """A stored user, with an address that no other has."""
    said = {"email": f"user{next(_numbers)}@example.com", "name": "Kim", "password_hash": "-", "timezone": "UTC"} | said
    return stored(session, User.model_validate({"created_at": NOW, "updated_at": NOW} | said))


def an_application(session: Session, user: User, **said: object) -> Application:
    """A stored application to Acme."""
    said = {"company": "Acme", "role": "Data engineer", "user_id": user.id} | said
    said["search_key"] = search_key(str(said["company"]), str(said["role"]))
    return stored(session, Application.model_validate({"created_at": NOW, "updated_at": NOW} | said))


def a_contact(session: Session, application: Application, **said: object) -> Contact:
    """A stored contact, the first in the list."""
    said = {"name": "Dana Reyes", "position": 0} | _of(application) | said
    return stored(session, Contact.model_validate({"created_at": NOW, "updated_at": NOW} | said))


def an_interview(session: Session, application: Application, *people: Contact, **said: object) -> Interview:
    """A stored interview of an hour, led by these people."""
    said = {"starts_at": NOW, "ends_at": NOW + HOUR, "timezone": "UTC"} | _of(application) | said
    interview = stored(session, Interview.model_validate({"created_at": NOW, "updated_at": NOW} | said))
    for position, contact in enumerate(people):
        led = {"interview_id": interview.id, "contact_id": contact.id, "user_id": contact.user_id, "position": position}
        stored(session, Interviewer.model_validate(led))
    return interview


def a_touch(session: Session, application: Application, **said: object) -> Touch:
    """A stored thank-you."""
    said = {"kind": TouchKind.THANK_YOU_EMAIL, "occurred_at": NOW} | _of(application) | said
    return stored(session, Touch.model_validate({"created_at": NOW} | said))


def a_deferral(session: Session, application: Application, **said: object) -> Deferral:
    """A stored deferral of the check-in, for ever."""
    said = {"kind": Kind.CHECK_IN_EMAIL} | _of(application) | said
    return stored(session, Deferral.model_validate({"created_at": NOW} | said))


def a_template(session: Session, user: User, **said: object) -> Template:
    """A stored template of the user's own."""
    said = {"name": "Mine", "kind": Kind.THANK_YOU_EMAIL, "body": "Hello", "language": "en", "user_id": user.id} | said
    return stored(session, Template.model_validate({"created_at": NOW, "updated_at": NOW} | said))


def a_feed(session: Session, user: User, **said: object) -> CalendarFeed:
    """A stored calendar subscription, with a secret that no other has."""
    said = {"name": "My phone", "prefix": "3fK9xQ", "token_hash": f"hash {next(_numbers)}", "user_id": user.id} | said
    return stored(session, CalendarFeed.model_validate({"created_at": NOW} | said))


def a_version(session: Session, application: Application, **said: object) -> CalendarVersion:
    """A stored version of a calendar entry, the first."""
    said = {"uid": "one@afterview", "digest": "-", "sequence": 0, "changed_at": NOW} | _of(application) | said
    return stored(session, CalendarVersion.model_validate(said))


def a_proposal(session: Session, user: User, **said: object) -> MailProposal:
    """A stored message that waits."""
    said = {"message_key": f"{next(_numbers)}@acme.example", "raw": b"-", "user_id": user.id} | said
    return stored(session, MailProposal.model_validate({"arrived_at": NOW} | said))


def a_webhook(session: Session, user: User, **said: object) -> Webhook:
    """A stored webhook that is told of touches."""
    said = {"url": "https://hooks.example.com/", "events": ["touch.created"], "active": True, "secret": b"-"} | said
    return stored(session, Webhook.model_validate({"user_id": user.id, "created_at": NOW, "updated_at": NOW} | said))


def a_delivery(session: Session, webhook: Webhook, **said: object) -> WebhookDelivery:
    """A stored delivery that is on its way."""
    said = {"event": EventType.PING, "event_id": f"event {next(_numbers)}", "snapshot": {}} | said
    owned = {"user_id": webhook.user_id, "webhook_id": webhook.id, "created_at": NOW}
    return stored(session, WebhookDelivery.model_validate(owned | said))


def an_integration(session: Session, user: User, **said: object) -> Integration:
    """A stored connection to Greenhouse."""
    said = {"vendor": "greenhouse", "name": "Acme's", "user_id": user.id} | said
    return stored(session, Integration.model_validate({"created_at": NOW, "updated_at": NOW} | said))


def an_event(session: Session, integration: Integration, **said: object) -> IntegrationEvent:
    """A stored event of a delivery of its own, which changed nothing."""
    said = {"event": "ping", "outcome": EventOutcome.IGNORED, "told": {}, "position": 0} | said
    said = {"delivery_id": f"delivery {next(_numbers)}", "received_at": NOW} | said
    owned = {"user_id": integration.user_id, "integration_id": integration.id}
    return stored(session, IntegrationEvent.model_validate(owned | said))


def a_record(session: Session, integration: Integration, **said: object) -> VendorRecord:
    """A stored record of a vendor's interview, of which nothing has been applied."""
    said = {"thing": VendorThing.INTERVIEW, "external_id": "i-1"} | said
    owned = {"user_id": integration.user_id, "integration_id": integration.id}
    return stored(session, VendorRecord.model_validate(owned | said))


def one_of_everything(session: Session) -> User:
    """A user with a row in every table."""
    user = a_user(session)
    application = an_application(session, user, candidate_name="Kim", candidate_email="Kim@acme.example")
    dana = a_contact(session, application, email="Dana@acme.example")
    interview = an_interview(session, application, dana, reply_promised_by=dana.id)
    touch = a_touch(session, application, contact_id=dana.id, interview_id=interview.id)
    stored(session, LoggedMessage(user_id=user.id, touch_id=touch.id, message_id="one@acme.example"))
    a_deferral(session, application, contact_id=dana.id)
    a_template(session, user)
    a_feed(session, user)
    a_version(session, application)
    owned = {"user_id": user.id, "created_at": NOW}
    stored(session, ApiKey.model_validate(owned | {"name": "k", "prefix": "avk", "key_hash": "-", "scopes": ["read"]}))
    stored(session, RefreshToken.model_validate(owned | {"family_id": user.id, "token_hash": "-", "expires_at": NOW}))
    answer = {"key": "1", "request": "POST /", "request_hash": "-", "status": 201, "headers": {}, "body": b""}
    stored(session, IdempotencyRecord.model_validate(owned | answer))
    job = {"kind": "kind", "payload": {}, "run_at": NOW, "lease_owner": "machine 1 process worker"}
    stored(session, Job.model_validate(owned | job))
    a_delivery(session, a_webhook(session, user))
    integration = an_integration(session, user)
    an_event(session, integration)
    a_record(session, integration, application_id=application.id)
    a_proposal(session, user)
    if session.get(MailFolder, "folder") is None:
        stored(session, MailFolder(name="folder", next_read_at=NOW))
    return user


def stored(session: Session, row: RowT) -> RowT:
    """The row, written but not committed."""
    session.add(row)
    session.flush()
    return row


def _of(application: Application) -> dict[str, object]:
    return {"user_id": application.user_id, "application_id": application.id}
