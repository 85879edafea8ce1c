"""Queries for the mailbox of the installation, which is nobody's: whose turn it is to read, and how far it has been."""

from datetime import datetime
from typing import Any

from sqlalchemy import CursorResult, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from afterview.store.tables import MailFolder


def claim(session: Session, name: str, *, now: datetime, until: datetime) -> tuple[int | None, int] | None:
    """If it is time to read a folder, keep others from it until then, and say how far it has been read, else None.

    A folder that is not known yet is to be read now.
    """
    new = sqlite.insert if session.connection().dialect.name == "sqlite" else postgresql.insert
    session.execute(new(MailFolder).values(name=name, last_uid=0, next_read_at=now).on_conflict_do_nothing())
    mine = (
        update(MailFolder)
        .where(col(MailFolder.name) == name, col(MailFolder.next_read_at) <= now)
        .values(next_read_at=until)
        .returning(col(MailFolder.uid_validity), col(MailFolder.last_uid))
        .execution_options(synchronize_session=False)
    )
    row = session.execute(mine).one_or_none()
    return None if row is None else (row[0], row[1])


def advance(session: Session, name: str, *, uid_validity: int, uid: int) -> bool:
    """Write down that a folder has been read to that UID; False when somebody has come as far already."""
    further = or_(col(MailFolder.uid_validity).is_distinct_from(uid_validity), col(MailFolder.last_uid) < uid)
    said = update(MailFolder).where(col(MailFolder.name) == name, further)
    result: CursorResult[Any] = session.execute(  # type: ignore[assignment]
        said.values(uid_validity=uid_validity, last_uid=uid), execution_options={"synchronize_session": False}
    )
    return result.rowcount == 1


def read_next_at(session: Session, name: str, at: datetime) -> None:
    """Let a folder be read again from then on."""
    session.execute(update(MailFolder).where(col(MailFolder.name) == name).values(next_read_at=at))


def next_read_at(session: Session, name: str) -> datetime | None:
    """When a folder is to be read next; None when it is not known yet."""
    query = select(col(MailFolder.next_read_at)).where(col(MailFolder.name) == name)
    return session.execute(query).scalar_one_or_none()
