"""The agenda: every application with something to do by an instant, the most urgent first."""

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import Session

from afterview.policy.recommendation import Recommendation
from afterview.services.accounts import get_user
from afterview.services.advice import advise_many
from afterview.services.attention import is_due
from afterview.store import applications
from afterview.store.paging import Position, Slice
from afterview.store.tables import Application


class Due(NamedTuple):
    """An application and what to do for it."""

    application: Application
    recommendation: Recommendation


def end_of_today(session: Session, *, user_id: UUID, now: datetime) -> datetime:
    """The first instant of tomorrow, on the user's clock."""
    zone = ZoneInfo(get_user(session, user_id=user_id).timezone)
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    return datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=zone)


def list_due(
    session: Session, *, user_id: UUID, limit: int, until: datetime, now: datetime, after: Position | None = None
) -> tuple[list[Due], Position | None]:
    """A page, and where it ends; it is short when the time of some steps went by since they were written down."""
    while True:
        rows, last = applications.due_page(session, user_id, Slice(limit, after), until=until)
        of_id = {row.id: row for row in rows}
        advised = advise_many(session, user_id=user_id, application_ids=of_id, now=now)
        due = [Due(of_id[it.application_id], it.recommendation) for it in advised if is_due(it.recommendation, until)]
        if due or last is None:
            return due, last
        after = last
