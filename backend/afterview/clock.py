"""The one clock. Everything else is handed `now`."""

from datetime import UTC, datetime


def now() -> datetime:
    """The present instant, aware and in UTC."""
    return datetime.now(UTC)  # noqa: TID251  (the only place allowed to ask)
