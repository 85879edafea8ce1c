"""An account as one document: everything that its user has kept, with the ids by which it is known."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar
from uuid import UUID

from afterview.services.accounts import Profile
from afterview.services.applications import ApplicationFields
from afterview.services.contacts import ContactFields
from afterview.services.deferrals import NewDeferral
from afterview.services.interviews import EventVersion, InterviewFields
from afterview.services.templates import TemplateFields
from afterview.services.touches import NewTouch


class Times(NamedTuple):
    """When something was made, and when it was changed last."""

    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class KeptContact:
    """A person at the company."""

    id: UUID
    fields: ContactFields
    times: Times


@dataclass(frozen=True, slots=True)
class KeptInterview:
    """A conversation, and the version of the calendar event that it was made from."""

    id: UUID
    fields: InterviewFields
    version: EventVersion
    times: Times


@dataclass(frozen=True, slots=True)
class KeptTouch:
    """Something that happened, and the ids of the e-mail messages that it was logged from."""

    id: UUID
    touch: NewTouch
    message_ids: Sequence[str]
    created_at: datetime


@dataclass(frozen=True, slots=True)
class KeptDeferral:
    """Advice that was overruled."""

    id: UUID
    deferral: NewDeferral
    created_at: datetime


@dataclass(frozen=True, slots=True)
class KeptApplication:
    """A candidacy with everything that belongs to it; contacts in their listed order."""

    id: UUID
    fields: ApplicationFields
    times: Times
    contacts: Sequence[KeptContact]
    interviews: Sequence[KeptInterview]
    touches: Sequence[KeptTouch]
    deferrals: Sequence[KeptDeferral]


@dataclass(frozen=True, slots=True)
class KeptTemplate:
    """A template of the user's own."""

    id: UUID
    fields: TemplateFields
    times: Times


@dataclass(frozen=True, slots=True)
class AccountDocument:
    """An account, or a part of one: without a profile, or with some of its applications and templates."""

    profile: Profile | None
    applications: Sequence[KeptApplication]
    templates: Sequence[KeptTemplate]


PartT = TypeVar("PartT")


class Placed(NamedTuple, Generic[PartT]):
    """A part of an application, and the JSON pointer to its place in the document."""

    pointer: str
    application: KeptApplication
    part: PartT


def contacts_in(document: AccountDocument) -> list[Placed[KeptContact]]:
    """Every contact."""
    return _placed(document, "contacts", lambda application: application.contacts)


def interviews_in(document: AccountDocument) -> list[Placed[KeptInterview]]:
    """Every interview."""
    return _placed(document, "interviews", lambda application: application.interviews)


def touches_in(document: AccountDocument) -> list[Placed[KeptTouch]]:
    """Every touch."""
    return _placed(document, "touches", lambda application: application.touches)


def deferrals_in(document: AccountDocument) -> list[Placed[KeptDeferral]]:
    """Every deferral."""
    return _placed(document, "deferrals", lambda application: application.deferrals)


def _placed(
    document: AccountDocument, name: str, parts: Callable[[KeptApplication], Sequence[PartT]]
) -> list[Placed[PartT]]:
    return [
        Placed(f"/applications/{n}/{name}/{m}", application, part)
        for n, application in enumerate(document.applications)
        for m, part in enumerate(parts(application))
    ]
