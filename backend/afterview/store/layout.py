"""Whether the tables are laid out as this version of the program expects, told without loading Alembic."""

from typing import Final

from sqlalchemy import column, select, table
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlmodel import Session

NEWEST: Final = "0010"
"""The newest migration; a test holds it against the folder."""


def is_current(session: Session) -> bool:
    """Whether the database is at the newest migration; an empty one is not."""
    version = table("alembic_version", column("version_num"))
    try:
        return session.execute(select(version.c.version_num)).scalars().all() == [NEWEST]
    except (OperationalError, ProgrammingError):
        session.rollback()
        session.connection()  # the database itself being out of reach is another matter, and raises here
        return False
