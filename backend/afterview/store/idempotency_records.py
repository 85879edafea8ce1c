"""Queries for the answers kept for repeated requests."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlmodel import Session, col

from afterview.store.tables import IdempotencyRecord


def find(session: Session, user_id: UUID, key: str) -> IdempotencyRecord | None:
    """What was kept under this user's key."""
    query = select(IdempotencyRecord).where(
        col(IdempotencyRecord.user_id) == user_id, col(IdempotencyRecord.key) == key
    )
    return session.execute(query).scalar_one_or_none()


def forget_older(session: Session, user_id: UUID, than: datetime) -> None:
    """Delete this user's records from before an instant."""
    session.execute(
        delete(IdempotencyRecord).where(
            col(IdempotencyRecord.user_id) == user_id, col(IdempotencyRecord.created_at) < than
        )
    )
