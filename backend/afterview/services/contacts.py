"""Contacts: the people of an application, listed, made, matched, changed and deleted."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session

from afterview.errors import FieldError, NotFound
from afterview.policy.terms import Role
from afterview.services.applications import get_application
from afterview.services.reviewed import commit_reviewed, write
from afterview.store import contacts
from afterview.store.paging import Position, Slice
from afterview.store.tables import Contact


class ContactFields(NamedTuple):
    """What a caller says of a person."""

    name: str
    title: str | None = None
    role: Role = Role.INTERVIEWER
    email: str | None = None
    phone: str | None = None
    linkedin_url: str | None = None
    postal_address: str | None = None
    timezone: str | None = None


def list_contacts(
    session: Session, *, user_id: UUID, application_id: UUID, limit: int, after: Position | None = None
) -> tuple[list[Contact], Position | None]:
    """A page of an application's contacts in the order in which they were added, and where it ends."""
    get_application(session, user_id=user_id, application_id=application_id)
    return contacts.list_page(session, user_id, Slice(limit, after), application_id=application_id)


def get_contact(session: Session, *, user_id: UUID, contact_id: UUID, lock: bool = False) -> Contact:
    """One of the user's contacts; `lock` keeps other writers away from its application."""
    contact = contacts.get(session, user_id, contact_id, lock=lock)
    if contact is None:
        raise NotFound("There is no contact with this id.")
    return contact


def create_contact(
    session: Session, *, user_id: UUID, application_id: UUID, fields: ContactFields, now: datetime
) -> Contact:
    """A new contact, behind the others."""
    get_application(session, user_id=user_id, application_id=application_id, lock=True)
    contact = _add(session, user_id, application_id, fields, now)
    commit_reviewed(session, user_id=user_id, application_ids=[application_id], now=now)
    return contact


def change_contact(session: Session, contact: Contact, *, fields: ContactFields, now: datetime) -> Contact:
    """Replace what a caller may change."""
    contact.sqlmodel_update(fields._asdict() | {"updated_at": now})
    commit_reviewed(session, user_id=contact.user_id, application_ids=[contact.application_id], now=now)
    return contact


def delete_contact(session: Session, contact: Contact, *, now: datetime) -> None:
    """Delete a contact with the touches and deferrals that were about them; their interviews stay."""
    session.delete(contact)
    commit_reviewed(session, user_id=contact.user_id, application_ids=[contact.application_id], now=now)


def match_people(
    session: Session, *, user_id: UUID, application_id: UUID, people: Sequence[ContactFields], now: datetime
) -> list[UUID]:
    """The ids of these people, each once: known ones are found by e-mail, then by name, the others are added.

    What is said of a known person fills in what was not known, and changes nothing else. Written but not committed;
    the application must be held already.
    """
    known = contacts.of_application(session, user_id, application_id)
    found: dict[UUID, None] = {}
    for person in people:
        contact = _match(known, person)
        if contact is None:
            contact = _add(session, user_id, application_id, person, now)
            known.append(contact)
        else:
            _complete(contact, person, now)
        found[contact.id] = None
    write(session)
    return list(found)


def strangers(
    session: Session, *, user_id: UUID, application_id: UUID, named: Iterable[tuple[str, UUID | None]]
) -> list[FieldError]:
    """An error for each id that is no contact of the application; `named` are pairs of pointer and id."""
    wanted = [(pointer, contact_id) for pointer, contact_id in named if contact_id is not None]
    known = contacts.known_ids(session, user_id, application_id, [contact_id for _, contact_id in wanted])
    return [
        FieldError(pointer, "unknown_id", "Name a contact of this application by its id.")
        for pointer, contact_id in wanted
        if contact_id not in known
    ]


def _add(session: Session, user_id: UUID, application_id: UUID, fields: ContactFields, now: datetime) -> Contact:
    contact = Contact(
        user_id=user_id,
        application_id=application_id,
        position=contacts.next_position(session, user_id, application_id),
        created_at=now,
        updated_at=now,
        **fields._asdict(),
    )
    session.add(contact)
    write(session)
    return contact


def _match(known: Iterable[Contact], person: ContactFields) -> Contact | None:
    """Whose address it is, else whose name; two addresses under one name are two people."""
    known = list(known)
    if person.email is not None:
        for contact in known:
            if contact.email is not None and contact.email.casefold() == person.email.casefold():
                return contact
    for contact in known:
        if _same_name(contact.name, person.name) and (contact.email is None or person.email is None):
            return contact
    return None


def _same_name(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def _complete(contact: Contact, person: ContactFields, now: datetime) -> None:
    news = {name: value for name, value in person._asdict().items() if value and getattr(contact, name) is None}
    if news:
        contact.sqlmodel_update(news | {"updated_at": now})
