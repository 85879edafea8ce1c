"""Checks of drafts, about an application of the user's or about facts that a caller brings."""

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session

from afterview.errors import FieldError, Invalid
from afterview.messages.about import About
from afterview.messages.checking import check
from afterview.messages.draft import Draft
from afterview.messages.finding import Finding
from afterview.messages.terms import Kind
from afterview.messages.variables import NOTE_LIMIT
from afterview.policy.facts import Facts
from afterview.services import accounts
from afterview.services.about import about, about_application
from afterview.store import applications


class ToCheck(NamedTuple):
    """A text, whom it goes to (without a contact: whom it can be for alone), and who writes it.

    Without a `linkedin_note_limit` that of the preferences holds, and without one there, the one of most accounts.
    """

    kind: Kind
    body: str
    subject: str = ""
    contact_id: str | None = None
    sender_name: str | None = None
    voicemail: bool = False
    linkedin_note_limit: int | None = None
    others: tuple[str, ...] = ()


def check_by_facts(facts: Facts, it: ToCheck) -> list[Finding]:
    """What there is to say about it as these facts are; `Invalid` points at a contact that they do not hold."""
    return _check(it, about(facts, it.kind, contact_id=it.contact_id), NOTE_LIMIT)


def check_by_application(
    session: Session, *, user_id: UUID, application_id: UUID, it: ToCheck, now: datetime
) -> list[Finding]:
    """The same as things stand with one of the user's applications; `Invalid` points at an unknown id."""
    application = applications.get(session, user_id, application_id)
    if application is None:
        raise Invalid(FieldError("/application_id", "unknown_id", "Name one of your applications by its id."))
    found = about_application(
        session,
        user_id=user_id,
        application_id=application_id,
        kind=it.kind,
        contact_id=_read_id(it.contact_id),
        now=now,
    )
    preferences = application.preferences
    if preferences is None:
        preferences = accounts.get_user(session, user_id=user_id).preferences
    return _check(it, found, preferences.get("linkedin_note_limit", NOTE_LIMIT))


def _check(it: ToCheck, found: About, usual_limit: int) -> list[Finding]:
    draft = Draft(
        body=it.body,
        subject=it.subject,
        voicemail=it.voicemail,
        linkedin_note_limit=it.linkedin_note_limit or usual_limit,
        others=it.others,
    )
    return check(draft, found if it.sender_name is None else replace(found, sender=it.sender_name))


def _read_id(contact_id: str | None) -> UUID | None:
    try:
        return None if contact_id is None else UUID(contact_id)
    except ValueError:
        raise Invalid(
            FieldError("/contact_id", "unknown_id", "Name a contact of this application by its id.")
        ) from None
