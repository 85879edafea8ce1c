"""Whether requests can be answered."""

from sqlmodel import Session

from afterview.errors import Unavailable
from afterview.store import layout


def require_ready(session: Session) -> None:
    """Refuse to work with tables of another version (`Unavailable`); a database out of reach raises its own error."""
    if not layout.is_current(session):
        raise Unavailable("The database is not at the newest migration; run: afterview migrate")
