"""Queries for accounts. A user is their own scope, so these take an id or an e-mail address."""

from uuid import UUID

from sqlalchemy import bindparam, literal, select
from sqlmodel import Session, col

from afterview.store.tables import User

_EXISTS = select(literal(1)).where(col(User.id) == bindparam("user_id"))  # built once: every request asks


def exists(session: Session, user_id: UUID) -> bool:
    """Whether there is such a user; reads no columns."""
    return session.connection().execute(_EXISTS, {"user_id": user_id}).first() is not None


def get(session: Session, user_id: UUID, *, lock: bool = False) -> User | None:
    """The user, held against other writers until the transaction ends when `lock` is set."""
    return session.get(User, user_id, with_for_update={"key_share": True} if lock else None)


def find_by_email(session: Session, email: str) -> User | None:
    """The user with this address, without regard to case."""
    return session.execute(select(User).where(col(User.email) == email.lower())).scalar_one_or_none()
