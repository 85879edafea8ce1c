"""Keys for integrations: shown once, kept as a hash, good for what their scopes say."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Final
from uuid import UUID

from sqlmodel import Session

from afterview.errors import FieldError, Invalid, NotFound, Unauthenticated
from afterview.store import api_keys
from afterview.store.paging import Position, Slice
from afterview.store.tables import ApiKey

PREFIX: Final = "avk_"
_SHOWN: Final = len(PREFIX) + 6


@dataclass(frozen=True, slots=True)
class NewKey:
    """What a key is to be: its name, its scopes, and when it ends (null: never)."""

    name: str
    scopes: Sequence[str]
    expires_at: datetime | None = None


def identify(session: Session, *, secret: str, now: datetime) -> ApiKey:
    """The key that a secret belongs to; an unknown or expired one is `Unauthenticated`."""
    key = api_keys.find_by_hash(session, _hash(secret), now)
    if key is None:
        raise Unauthenticated("This API key is not valid; it may have been deleted or have expired.")
    return key


def list_keys(
    session: Session, *, user_id: UUID, limit: int, after: Position | None
) -> tuple[list[ApiKey], Position | None]:
    """A page of keys in the order in which they were made, and where it ends."""
    return api_keys.list_page(session, user_id, Slice(limit, after))


def create_key(session: Session, *, user_id: UUID, new: NewKey, now: datetime) -> tuple[ApiKey, str]:
    """A new key and its secret, which nobody can read again."""
    if new.expires_at is not None and new.expires_at <= now:
        raise Invalid(FieldError("/expires_at", "time_past", "Let the key end in the future."))
    secret = PREFIX + secrets.token_urlsafe(32)
    key = ApiKey(
        user_id=user_id,
        name=new.name,
        prefix=secret[:_SHOWN],
        key_hash=_hash(secret),
        scopes=list(new.scopes),
        expires_at=new.expires_at,
        created_at=now,
    )
    session.add(key)
    session.commit()
    return key, secret


def get_key(session: Session, *, user_id: UUID, key_id: UUID) -> ApiKey:
    """One of the user's keys, held against other writers until the transaction ends."""
    key = api_keys.get(session, user_id, key_id, lock=True)
    if key is None:
        raise NotFound("There is no API key with this id.")
    return key


def delete_key(session: Session, key: ApiKey) -> None:
    """End a key at once."""
    session.delete(key)
    session.commit()


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
