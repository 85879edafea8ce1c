"""Drafts: a template filled in for an application, or with the sample."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session

from afterview.errors import FieldError, Invalid
from afterview.messages.built_in import BuiltIn
from afterview.messages.message import Message, write
from afterview.messages.render import Source
from afterview.messages.template import BadTemplate
from afterview.messages.terms import Kind
from afterview.messages.tongue import tongue
from afterview.messages.variables import NOTE_LIMIT, OWN_SAMPLE, Occasion, sample
from afterview.services import accounts
from afterview.services.about import about_application
from afterview.store import applications
from afterview.store.tables import Template


class Wanted(NamedTuple):
    """For whom a draft is: without an application, for the person of the sample."""

    application_id: UUID | None
    interview_id: UUID | None = None
    contact_id: UUID | None = None
    variables: Mapping[str, str] = {}
    voicemail: bool = False


class Written(NamedTuple):
    """A template as far as a draft needs it."""

    kind: Kind
    language: str
    source: Source

    @classmethod
    def of(cls, template: BuiltIn | Template) -> "Written":
        """The same of a template that is kept."""
        if isinstance(template, BuiltIn):
            return cls(template.kind, template.language, template.source)
        source = Source(template.subject or "", (template.body,))
        return cls(Kind(template.kind.value), template.language, source)


def draft(session: Session, *, user_id: UUID, template: Written, wanted: Wanted, now: datetime) -> Message:
    """The message; what it lacks is named in it, and a template that grows with these facts is `Invalid`."""
    if wanted.application_id is None:
        occasion = sample(template.kind, template.language)
        own = {**OWN_SAMPLE, **wanted.variables}
    else:
        occasion = _occasion(session, user_id, wanted.application_id, template, wanted, now)
        own = dict(wanted.variables)
    try:
        return write(template.source, replace(occasion, voicemail=wanted.voicemail), own)
    except BadTemplate as bad:
        raise Invalid(FieldError("", bad.code, bad.detail, bad.line, bad.column)) from None


def _occasion(
    session: Session, user_id: UUID, application_id: UUID, template: Written, wanted: Wanted, now: datetime
) -> Occasion:
    application = applications.get(session, user_id, application_id)
    if application is None:
        raise Invalid(FieldError("/application_id", "unknown_id", "Name one of your applications by its id."))
    about = about_application(
        session,
        user_id=user_id,
        application_id=application_id,
        kind=template.kind,
        contact_id=wanted.contact_id,
        interview_id=wanted.interview_id,
        now=now,
    )
    preferences = application.preferences
    if preferences is None:
        preferences = accounts.get_user(session, user_id=user_id).preferences
    note_limit = preferences.get("linkedin_note_limit", NOTE_LIMIT)
    return Occasion(about=about, tongue=tongue(template.language), note_limit=note_limit)
