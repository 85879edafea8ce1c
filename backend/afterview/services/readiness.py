"""Whether requests can be answered."""

from sqlalchemy import text
from sqlmodel import Session


def require_ready(session: Session) -> None:
    """Reach the database; the driver's own error says when it cannot be reached."""
    session.execute(text("SELECT 1"))
