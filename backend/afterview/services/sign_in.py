"""Coming in and staying in: the password once, then refresh tokens, each good for one use."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final
from uuid import UUID

from sqlmodel import Session

from afterview.errors import Unauthenticated
from afterview.ids import new_id
from afterview.services.passwords import Passwords
from afterview.store import refresh_tokens, users
from afterview.store.tables import RefreshToken

REFRESH_LIFETIME: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Admission:
    """Who came in, and the refresh token with which they stay."""

    user_id: UUID
    refresh_token: str


def sign_in(
    reading: Callable[[], Session],
    writing: Callable[[], Session],
    *,
    email: str,
    password: str,
    passwords: Passwords,
    now: datetime,
) -> Admission:
    """Begin a new family of refresh tokens; a wrong address or password is `Unauthenticated`, without saying which.

    It takes two sessions, because the hashing between them is slow, and nobody should wait for its transaction.
    """
    with reading() as session:
        user = users.find_by_email(session, email)
    right, renewed = passwords.verify(password, user.password_hash if user else None)
    if user is None or not right:
        raise Unauthenticated("The e-mail address or the password is wrong.")
    with writing() as session:
        kept = users.get(session, user.id)
        if kept is None:
            raise Unauthenticated("The e-mail address or the password is wrong.")
        if renewed is not None:
            kept.password_hash = renewed
        refresh_tokens.forget_expired(session, user.id, now)
        token = _issue(session, user.id, new_id(), now)
        session.commit()
    return Admission(user.id, token)


def refresh(session: Session, *, token: str, now: datetime) -> Admission:
    """Spend a refresh token for a new one; one spent before revokes its whole family, because two people hold it."""
    found = refresh_tokens.find_and_lock(session, _hash(token))
    if found is None or found.revoked_at is not None or found.expires_at <= now:
        raise Unauthenticated("This refresh token is not valid; sign in again.")
    if found.spent_at is not None:
        refresh_tokens.revoke_family(session, found.user_id, found.family_id, now)
        session.commit()
        raise Unauthenticated("This refresh token was used before, so all of its sign-in has ended; sign in again.")
    found.spent_at = now
    following = _issue(session, found.user_id, found.family_id, now)
    session.commit()
    return Admission(found.user_id, following)


def sign_out(session: Session, *, token: str, now: datetime) -> None:
    """End the sign-in that a refresh token belongs to; an unknown one is no matter."""
    found = refresh_tokens.find_and_lock(session, _hash(token))
    if found is not None:
        refresh_tokens.revoke_family(session, found.user_id, found.family_id, now)
        session.commit()


def _issue(session: Session, user_id: UUID, family_id: UUID, now: datetime) -> str:
    token = secrets.token_urlsafe(32)
    session.add(
        RefreshToken(
            user_id=user_id,
            family_id=family_id,
            token_hash=_hash(token),
            created_at=now,
            expires_at=now + REFRESH_LIFETIME,
        )
    )
    return token


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
