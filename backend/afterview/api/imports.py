"""`/imports`: files from elsewhere, filed into applications."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Final
from uuid import UUID

from fastapi import Body, Depends, Query
from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import Response

from afterview.api.conditional import JSON, represent
from afterview.api.dependencies import Now, ReadingUser, SessionOpener, Wiring
from afterview.api.once import IdempotencyKey, OnceOnly, attempt_of
from afterview.api.routing import MIB, resource_router
from afterview.api.schemas.imports import CalendarImport
from afterview.api.schemas.mail_imports import MailImport
from afterview.api.schemas.times import DateOnly
from afterview.errors import Forbidden
from afterview.policy.terms import TouchKind
from afterview.services import calendar_import, mail_import
from afterview.services.filed_mail import Correction

router = resource_router(tag="Imports", body_limit=10 * MIB)

CALENDAR: Final = "text/calendar"
MESSAGE: Final = "message/rfc822"

DryRun = Annotated[bool, Query(description="Tell what would happen, and change nothing.")]


@dataclass(frozen=True, slots=True)
class Import:
    """One import of one user's: carried out once per Idempotency-Key, or only rehearsed."""

    user_id: UUID
    dry_run: bool
    reading: Callable[[], Session]
    once: OnceOnly


async def for_importing(
    request: Request, parts: Wiring, me: ReadingUser, now: Now, dry_run: DryRun = False, key: IdempotencyKey = None
) -> Import:
    """An import on behalf of the caller; a key that may only read may rehearse it."""
    if not dry_run and "write" not in me.scopes:
        raise Forbidden("This API key has no write scope; use one that has, or ask with ?dry_run=true.")
    once = OnceOnly(
        writing=SessionOpener(parts.writing, me.id),
        kept=parts.kept_answers,
        attempt=None if dry_run else await attempt_of(request, key),
        owner=lambda _: me.id,
        now=now,
    )
    return Import(me.id, dry_run, SessionOpener(parts.reading, me.id), once)


Importing = Annotated[Import, Depends(for_importing)]


@router.post("/imports/calendar", response_model=CalendarImport)
def import_calendar(
    importing: Importing,
    now: Now,
    body: Annotated[bytes, Body(media_type=CALENDAR, description="The .ics file.")] = b"",
    application_id: Annotated[
        UUID | None,
        Query(description="Where to file it; left out, it is found by UID, then by the organizer's domain."),
    ] = None,
) -> Response:
    """File the interviews of an invitation: new ones, moved ones, cancelled ones."""
    with importing.reading() as session:
        file = calendar_import.read_invitations(session, user_id=importing.user_id, raw=body)

    def carry_out(session: Session) -> Response:
        filed = calendar_import.file_invitations(
            session,
            user_id=importing.user_id,
            file=file,
            application_id=application_id,
            dry_run=importing.dry_run,
            now=now,
        )
        return Response(represent(CalendarImport.of(filed)), media_type=JSON)

    return importing.once(carry_out)


@dataclass(frozen=True, slots=True)
class MailCorrection:
    """What the caller knows better than the message says."""

    application_id: Annotated[
        UUID | None, Query(description="Where it belongs; left out, that is found by thread, address and domain.")
    ] = None
    kind: Annotated[TouchKind | None, Query(description="What it is; left out, the proposal.")] = None
    needs_answer: Annotated[bool | None, Query(description="Whether a reply asks something.")] = None
    reply_expected_by: Annotated[DateOnly | None, Query(description="The day that a reply names.")] = None


@router.post("/imports/email", response_model=MailImport)
def import_email(
    importing: Importing,
    now: Now,
    said: Annotated[MailCorrection, Depends()],
    body: Annotated[
        bytes, Body(media_type=MESSAGE, description="The message as its source, such as an .eml file.")
    ] = b"",
) -> Response:
    """Log a message that was sent or received, and file the invitations in it.

    With `dry_run` the answer is a proposal; send the message again without it to confirm, with what you know better.
    """
    correction = Correction(said.application_id, said.kind, said.needs_answer, said.reply_expected_by)

    def carry_out(session: Session) -> Response:
        filed = mail_import.file_mail(
            session,
            user_id=importing.user_id,
            raw=body,
            correction=correction,
            dry_run=importing.dry_run,
            now=now,
        )
        return Response(represent(MailImport.of(filed)), media_type=JSON)

    return importing.once(carry_out)
