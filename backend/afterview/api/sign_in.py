"""`/auth`: make an account, sign in, stay signed in, sign out."""

from functools import partial
from typing import Annotated, Literal

from anyio.to_thread import run_sync
from fastapi import Form
from pydantic import AfterValidator
from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import Response

from afterview.api.auth import LIFETIME
from afterview.api.conditional import JSON, created, represent
from afterview.api.dependencies import Now, Wiring
from afterview.api.once import IdempotencyKey, OnceOnly, attempt_of
from afterview.api.parts import Parts
from afterview.api.routing import resource_router
from afterview.api.schemas.accounts import Me, RefreshBody, Registration, TokenPair
from afterview.api.schemas.fields import without_nul
from afterview.errors import Forbidden
from afterview.services import accounts, sign_in
from afterview.services.accounts import NewAccount
from afterview.services.passwords import require_good_password
from afterview.services.sign_in import Admission

router = resource_router(tag="Sign-in")

Typed = Annotated[str, Form(min_length=1, max_length=1_000), AfterValidator(without_nul)]


@router.post("/auth/register", status_code=201, response_model=Me)
async def register(
    body: Registration, request: Request, parts: Wiring, now: Now, idempotency_key: IdempotencyKey = None
) -> Response:
    """Make an account."""
    parts.rate_limits.count(request)
    if not parts.settings.allow_registration:
        raise Forbidden("Registration is switched off here; ask whoever runs this for an account.")
    require_good_password(body.password, email=body.email)
    once = OnceOnly(
        writing=parts.writing,
        kept=parts.kept_answers,
        attempt=await attempt_of(request, idempotency_key),
        owner=lambda session: accounts.find_id(session, email=body.email),
        now=now,
    )
    password_hash = await run_sync(parts.passwords.hash, body.password, limiter=parts.hashing)
    new = NewAccount(
        email=body.email,
        password_hash=password_hash,
        name=body.name,
        timezone=body.timezone,
        holiday_region=parts.settings.holiday_region,
    )

    def create(session: Session) -> Response:
        return created(Me.model_validate(accounts.register(session, new=new, now=now)), at="/api/v1/me")

    return await run_sync(once, create)


@router.post("/auth/token", response_model=TokenPair)
async def token(
    request: Request,
    parts: Wiring,
    now: Now,
    username: Typed,
    password: Typed,
    grant_type: Annotated[Literal["password"], Form()] = "password",  # noqa: ARG001  (OAuth2's name, no secret)
) -> Response:
    """Sign in with e-mail address and password (OAuth2 password grant)."""
    parts.rate_limits.count(request, account=username)
    admit = partial(
        sign_in.sign_in,
        parts.reading,
        parts.writing,
        email=username.strip(),
        password=password,
        passwords=parts.passwords,
        now=now,
    )
    return _pair(parts, await run_sync(admit, limiter=parts.hashing), now)


@router.post("/auth/refresh", response_model=TokenPair)
def refresh(body: RefreshBody, request: Request, parts: Wiring, now: Now) -> Response:
    """Spend a refresh token for a new pair; using it a second time ends the whole sign-in."""
    parts.rate_limits.count(request)
    with parts.writing() as session:
        admission = sign_in.refresh(session, token=body.refresh_token, now=now)
    return _pair(parts, admission, now)


@router.post("/auth/logout", status_code=204)
def logout(body: RefreshBody, parts: Wiring, now: Now) -> None:
    """End the sign-in that a refresh token belongs to."""
    with parts.writing() as session:
        sign_in.sign_out(session, token=body.refresh_token, now=now)


def _pair(parts: Parts, admission: Admission, now: Now) -> Response:
    pair = TokenPair(
        access_token=parts.access_tokens.issue(admission.user_id, now),
        expires_in=int(LIFETIME.total_seconds()),
        refresh_token=admission.refresh_token,
    )
    return Response(represent(pair), headers={"Cache-Control": "no-store"}, media_type=JSON)
