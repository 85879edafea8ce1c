"""The whole account as one document. Secrets stay out: passwords, tokens, keys, addresses of calendars."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar
from uuid import UUID

from sqlmodel import Session

from afterview.policy.terms import Kind
from afterview.services.account_document import (
    AccountDocument,
    KeptApplication,
    KeptContact,
    KeptDeferral,
    KeptInterview,
    KeptTemplate,
    KeptTouch,
    Times,
)
from afterview.services.accounts import get_user, profile_of
from afterview.services.applications import ApplicationFields
from afterview.services.contacts import ContactFields
from afterview.services.deferrals import NewDeferral
from afterview.services.interviews import Conversation, EventVersion, fields_of
from afterview.services.templates import TemplateFields
from afterview.services.touches import NewTouch
from afterview.store.account_rows import all_interviewers, all_of, stand_still
from afterview.store.tables import (
    Application,
    Contact,
    Deferral,
    Interview,
    LoggedMessage,
    Template,
    Touch,
)

PartT = TypeVar("PartT", Contact, Interview, Touch, Deferral)


def export_account(session: Session, *, user_id: UUID) -> tuple[str, AccountDocument]:
    """The user's e-mail address, and everything that they have kept, all as it was at one instant."""
    stand_still(session)
    user = get_user(session, user_id=user_id)
    templates = [
        KeptTemplate(row.id, TemplateFields(row.name, row.kind, row.body, row.subject, row.language), _times(row))
        for row in all_of(session, user_id, Template)
    ]
    return user.email, AccountDocument(profile_of(user), _applications(session, user_id), templates)


def _applications(session: Session, user_id: UUID) -> list[KeptApplication]:
    contacts, interviews, touches, deferrals = (
        _by_application(all_of(session, user_id, Contact)),
        _by_application(all_of(session, user_id, Interview)),
        _by_application(all_of(session, user_id, Touch)),
        _by_application(all_of(session, user_id, Deferral)),
    )
    leading = all_interviewers(session, user_id)
    message_ids: defaultdict[UUID, list[str]] = defaultdict(list)
    for message in all_of(session, user_id, LoggedMessage):
        message_ids[message.touch_id].append(message.message_id)
    return [
        KeptApplication(
            row.id,
            ApplicationFields(**{name: getattr(row, name) for name in ApplicationFields._fields}),
            _times(row),
            [_contact(one) for one in contacts[row.id]],
            [_interview(one, leading.get(one.id, [])) for one in interviews[row.id]],
            [_touch(one, message_ids[one.id]) for one in touches[row.id]],
            [_deferral(one) for one in deferrals[row.id]],
        )
        for row in all_of(session, user_id, Application)
    ]


def _by_application(rows: Iterable[PartT]) -> defaultdict[UUID, list[PartT]]:
    found: defaultdict[UUID, list[PartT]] = defaultdict(list)
    for row in rows:
        found[row.application_id].append(row)
    return found


def _contact(row: Contact) -> KeptContact:
    return KeptContact(
        row.id, ContactFields(**{name: getattr(row, name) for name in ContactFields._fields}), _times(row)
    )


def _interview(row: Interview, interviewer_ids: list[UUID]) -> KeptInterview:
    fields = fields_of(Conversation(row, interviewer_ids))
    return KeptInterview(row.id, fields, EventVersion(row.recurrence_id, row.dtstamp), _times(row))


def _touch(row: Touch, message_ids: list[str]) -> KeptTouch:
    said = {name: getattr(row, name) for name in NewTouch._fields} | {"carries": list(map(Kind, row.carries))}
    return KeptTouch(row.id, NewTouch(**said), message_ids, row.created_at)


def _deferral(row: Deferral) -> KeptDeferral:
    return KeptDeferral(row.id, NewDeferral(row.kind, row.contact_id, row.until, row.reason), row.created_at)


def _times(row: Application | Contact | Interview | Template) -> Times:
    return Times(row.created_at, row.updated_at)
