"""Who is asking: an access token or an API key in the `Authorization` header, and what it allows."""

from dataclasses import dataclass
from typing import Final, Literal
from uuid import UUID

from fastapi.security import HTTPBearer
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from afterview.api.parts import Parts, parts_of
from afterview.errors import Forbidden, Unauthenticated
from afterview.services import api_keys

Scope = Literal["read", "write"]

EVERYTHING: Final[frozenset[str]] = frozenset({"read", "write"})
_STORES_NOTHING: Final = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Caller:
    """The user on whose behalf a request is made, and the scopes of what proved it."""

    id: UUID
    scopes: frozenset[str]


class SignedIn(HTTPBearer):
    """A dependency that finds the caller.

    A token is believed until it expires, without a look into the database; that its user still exists is checked when
    a session is opened (`Reading`, `Writing`). Every method but GET needs the scope `write`, unless the endpoint says
    that it `stores_nothing`.
    """

    def __init__(self, *, stores_nothing: bool = False) -> None:
        super().__init__(
            auto_error=False,
            scheme_name="token",
            description="An access token from POST /auth/token, or an API key (avk_...).",
        )
        self._stores_nothing = stores_nothing

    async def __call__(self, request: Request) -> Caller:  # type: ignore[override]
        """The caller; nobody known is `Unauthenticated`, and a key without the scope `Forbidden`."""
        scheme, _, credentials = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not credentials.strip():
            raise Unauthenticated("Send an access token or an API key, in the header Authorization: Bearer ...")
        caller = await _find(parts_of(request), credentials.strip())
        needed: Scope = "read" if self._stores_nothing or request.method in _STORES_NOTHING else "write"
        if needed not in caller.scopes:
            raise Forbidden(f"This API key has no {needed} scope; use one that has.")
        return caller


async def _find(parts: Parts, credentials: str) -> Caller:
    now = parts.clock()
    if not credentials.startswith(api_keys.PREFIX):
        return Caller(parts.access_tokens.read(credentials, now), EVERYTHING)

    def look_up() -> Caller:
        with parts.reading() as session:
            key = api_keys.identify(session, secret=credentials, now=now)
            return Caller(key.user_id, frozenset(key.scopes))

    return await run_in_threadpool(look_up)
