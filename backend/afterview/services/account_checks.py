"""Whether a document of an account agrees with itself, before anything of it is kept."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from afterview.errors import FieldError
from afterview.policy.terms import Status
from afterview.services.account_document import (
    AccountDocument,
    KeptApplication,
    KeptInterview,
    Placed,
    contacts_in,
    deferrals_in,
    interviews_in,
    touches_in,
)
from afterview.services.touches import misfits


def contradictions(document: AccountDocument, now: datetime) -> Iterator[FieldError]:
    """Everything in the document that cannot be: what is named twice, unknown, out of order, or yet to come."""
    yield from _ids_twice(document)
    for n, application in enumerate(document.applications):
        yield from _status_errors(f"/applications/{n}", application, now)
    yield from _interview_errors(document)
    for at, application, kept in touches_in(document):
        yield from within(at, misfits(kept.touch, now))
        yield from _stranger(f"{at}/contact_id", kept.touch.contact_id, application)
        if kept.touch.interview_id not in {None, *(one.id for one in application.interviews)}:
            detail = "Name an interview that the document has in the same application."
            yield FieldError(f"{at}/interview_id", "unknown_id", detail)
    for at, application, deferral in deferrals_in(document):
        yield from _stranger(f"{at}/contact_id", deferral.deferral.contact_id, application)


def within(pointer: str, errors: Iterable[FieldError]) -> Iterator[FieldError]:
    """The same errors, pointing at a part of a larger document."""
    for error in errors:
        yield FieldError(pointer + error.pointer, error.code, error.detail, error.line, error.column)


def _ids_twice(document: AccountDocument) -> Iterator[FieldError]:
    groups: list[list[tuple[str, UUID]]] = [
        [(f"/applications/{n}", one.id) for n, one in enumerate(document.applications)],
        [(f"/templates/{n}", one.id) for n, one in enumerate(document.templates)],
        [(at, one.id) for at, _, one in contacts_in(document)],
        [(at, one.id) for at, _, one in interviews_in(document)],
        [(at, one.id) for at, _, one in touches_in(document)],
        [(at, one.id) for at, _, one in deferrals_in(document)],
    ]
    for group in groups:
        seen: set[UUID] = set()
        for at, one in group:
            if one in seen:
                yield FieldError(f"{at}/id", "repeated_id", "Give every record an id of its own.")
            seen.add(one)


def _status_errors(at: str, application: KeptApplication, now: datetime) -> Iterator[FieldError]:
    changed_at = application.fields.status_changed_at
    if changed_at is not None and changed_at > now:
        yield FieldError(f"{at}/status_changed_at", "in_the_future", "Write when it changed: now at the latest.")
    if changed_at is None and application.fields.status is not Status.ACTIVE:
        yield FieldError(f"{at}/status_changed_at", "required", "Say when the status became what it is.")


def _interview_errors(document: AccountDocument) -> Iterator[FieldError]:
    events: set[tuple[str, str]] = set()
    for placed in interviews_in(document):
        yield from _misfits_of_interview(placed)
        event = event_of(placed.part)
        if event is not None and event in events:
            detail = "Two interviews from one calendar event are a mistake; leave one of them out."
            yield FieldError(f"{placed.pointer}/external_id", "repeated_event", detail)
        elif event is not None:
            events.add(event)


def _misfits_of_interview(placed: Placed[KeptInterview]) -> Iterator[FieldError]:
    at, application, kept = placed
    if kept.fields.ends_at <= kept.fields.starts_at:
        yield FieldError(f"{at}/ends_at", "ends_too_early", "Let the interview end after it starts.")
    yield from _stranger(f"{at}/reply_promised_by", kept.fields.reply_promised_by, application)
    ids = kept.fields.interviewer_ids
    for n, contact_id in enumerate(ids):
        yield from _stranger(f"{at}/interviewer_ids/{n}", contact_id, application)
        if contact_id in ids[:n]:
            yield FieldError(f"{at}/interviewer_ids/{n}", "repeated_id", "Name each interviewer once.")


def event_of(kept: KeptInterview) -> tuple[str, str] | None:
    """The calendar event that an interview was made from, and which instance of it; null when from none."""
    external_id = kept.fields.external_id
    return None if external_id is None else (external_id, kept.version.recurrence_id)


def _stranger(pointer: str, contact_id: UUID | None, application: KeptApplication) -> Iterator[FieldError]:
    if contact_id is not None and all(contact.id != contact_id for contact in application.contacts):
        yield FieldError(pointer, "unknown_id", "Name a contact that the document has in the same application.")
