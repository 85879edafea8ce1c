"""What endpoints ask for, by name.

    CurrentUser     who asks (`.id`); a call that stores needs the scope `write`
    ReadingUser     the same for a POST that stores nothing, which a read-only key may make
    Now             the present instant, from the application's clock
    Reading         `with reading() as session:` for what stores nothing
    Consulting      the same for a POST that stores nothing, which a read-only key may make
    Writing         `with writing() as session:` for everything else; the service commits
    Once            `once(create)` around every creation: honours Idempotency-Key (once.py)
    PageOf          limit and cursor of a list (paging.py)
    IfMatch         the precondition of a PATCH or DELETE (conditional.py)
    IfNoneMatch     the precondition of a GET (conditional.py)

Endpoints that touch the database are plain `def` and open one session, in their own thread. No dependency here uses
`yield`: what stands after it would run when the answer has gone out already.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Security
from sqlmodel import Session
from starlette.requests import Request

from afterview.api.callers import Caller, SignedIn
from afterview.api.conditional import IfMatch, IfNoneMatch
from afterview.api.once import IdempotencyKey, OnceOnly, attempt_of
from afterview.api.paging import PageOf
from afterview.api.parts import Parts, parts_of
from afterview.services import accounts

__all__ = [
    "Consulting",
    "CurrentUser",
    "IfMatch",
    "IfNoneMatch",
    "Now",
    "Once",
    "PageOf",
    "Reading",
    "ReadingUser",
    "Wiring",
    "Writing",
]

CurrentUser = Annotated[Caller, Security(SignedIn())]
ReadingUser = Annotated[Caller, Security(SignedIn(stores_nothing=True))]


async def wiring(request: Request) -> Parts:
    """The application's parts."""
    return parts_of(request)


Wiring = Annotated[Parts, Depends(wiring)]


async def present(parts: Wiring) -> datetime:
    """The present instant, the same for everything in one request."""
    return parts.clock()


Now = Annotated[datetime, Depends(present)]


@dataclass(frozen=True, slots=True)
class SessionOpener:
    """Opens sessions for one caller, and finds out first whether that user still exists."""

    new: Callable[[], Session]
    user_id: UUID

    def __call__(self) -> Session:
        """A session to use in a `with`; `Unauthenticated` when the user has been deleted."""
        session = self.new()
        try:
            accounts.require_user(session, user_id=self.user_id)
        except BaseException:
            session.close()
            raise
        return session


async def for_reading(parts: Wiring, me: CurrentUser) -> SessionOpener:
    """Sessions that store nothing."""
    return SessionOpener(parts.reading, me.id)


async def for_consulting(parts: Wiring, me: ReadingUser) -> SessionOpener:
    """Sessions that store nothing, whatever the method."""
    return SessionOpener(parts.reading, me.id)


async def for_writing(parts: Wiring, me: CurrentUser) -> SessionOpener:
    """Sessions that may store."""
    return SessionOpener(parts.writing, me.id)


Reading = Annotated[SessionOpener, Depends(for_reading)]
Consulting = Annotated[SessionOpener, Depends(for_consulting)]
Writing = Annotated[SessionOpener, Depends(for_writing)]


async def once_only(
    request: Request, parts: Wiring, me: CurrentUser, writing: Writing, now: Now, idempotency_key: IdempotencyKey = None
) -> OnceOnly:
    """Runs a creation of this caller's, once per key."""
    return OnceOnly(
        writing=writing,
        kept=parts.kept_answers,
        attempt=await attempt_of(request, idempotency_key),
        owner=lambda _: me.id,
        now=now,
    )


Once = Annotated[OnceOnly, Depends(once_only)]
