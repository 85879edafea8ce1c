"""How every change to a candidacy ends: written, reviewed, committed, or not at all."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Final
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from afterview.errors import Conflict
from afterview.services.advice import advise_many
from afterview.services.attention import attention, changes_at
from afterview.services.events import Occasion, tell, told_of_due
from afterview.store import applications
from afterview.store.bells import LONGEST_SLEEP, ring_at_commit

_AT_ONCE: Final = 500
"""How many applications are read in one statement."""


def commit_reviewed(session: Session, *, user_id: UUID, application_ids: Iterable[UUID], now: datetime) -> None:
    """Commit, with the times at which these applications want attention worked out anew, and tell of what happened.

    Something that a concurrent request took away, or was faster to take, is a `Conflict`.
    """
    settle(session, user_id=user_id, application_ids=application_ids, now=now)
    session.commit()


def settle(session: Session, *, user_id: UUID, application_ids: Iterable[UUID], now: datetime) -> None:
    """The same, written but not committed: for a job, whose end is committed with its effect."""
    write(session)
    waiting, due = iter(application_ids), list[Occasion]()
    while some := list(islice(waiting, _AT_ONCE)):
        due += _review(session, user_id, some, now)
    write(session)
    tell(session, user_id=user_id, due=due, now=now)


def _review(session: Session, user_id: UUID, application_ids: list[UUID], now: datetime) -> Iterator[Occasion]:
    """Work out when these applications want attention; what is due since the last time."""
    rows = applications.get_many(session, user_id, application_ids)
    for it in advise_many(session, user_id=user_id, application_ids=application_ids, now=now):
        found = attention(it.facts, it.recommendation)
        row = rows[it.application_id]
        row.next_review_at, row.act_by = found.next_review_at, found.act_by
        row.advice_changes_at = changes_at(it.recommendation, now)
        if row.advice_changes_at is not None and row.advice_changes_at < now + LONGEST_SLEEP:
            ring_at_commit(session)
        if (occasion := told_of_due(row, it.recommendation)) is not None:
            yield occasion


def write(session: Session) -> None:
    """Send what is pending to the database, as `commit_reviewed` does before it reviews."""
    try:
        session.flush()
    except IntegrityError:
        session.rollback()
        raise Conflict("Another request changed this at the same time; look again, and try again.") from None
