"""Queries for refresh tokens, which are found by their hash: whoever holds one is its user."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlmodel import Session, col

from afterview.store.tables import RefreshToken


def find_and_lock(session: Session, token_hash: str) -> RefreshToken | None:
    """The token with this hash, held against other writers until the transaction ends."""
    query = select(RefreshToken).where(col(RefreshToken.token_hash) == token_hash).with_for_update()
    return session.execute(query).scalar_one_or_none()


def revoke_family(session: Session, user_id: UUID, family_id: UUID, now: datetime) -> None:
    """End every token that came from one sign-in."""
    session.execute(
        update(RefreshToken)
        .where(
            col(RefreshToken.user_id) == user_id,
            col(RefreshToken.family_id) == family_id,
            col(RefreshToken.revoked_at).is_(None),
        )
        .values(revoked_at=now)
    )


def forget_expired(session: Session, user_id: UUID, now: datetime) -> None:
    """Delete this user's tokens that have expired."""
    session.execute(
        delete(RefreshToken).where(col(RefreshToken.user_id) == user_id, col(RefreshToken.expires_at) <= now)
    )
