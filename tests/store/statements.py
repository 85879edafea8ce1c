"""Looks over the shoulder of the database: which statements are sent, and how they are carried out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from sqlalchemy import event
from sqlmodel import Session


class Sent(NamedTuple):
    """A statement as the driver got it, and its parameters."""

    statement: str
    parameters: Any


@contextmanager
def statements(session: Session) -> Iterator[list[Sent]]:
    """Every statement that the session sends while the block lasts."""
    sent: list[Sent] = []

    def note(_: object, __: object, statement: str, parameters: object, *___: object) -> None:
        sent.append(Sent(statement, parameters))

    connection = session.connection()
    event.listen(connection, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(connection, "before_cursor_execute", note)


def plan_of(session: Session, ask: Callable[[], object], *, as_it_is: bool = False) -> str:
    """How the database carries out the last statement that `ask` sends, as if the tables were large.

    PostgreSQL reads small tables whole and sorts them, whatever indexes there are, unless it is told not to; with
    `as_it_is` it is not told.
    """
    with statements(session) as sent:
        ask()
    statement, parameters = sent[-1]
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
        return "\n".join(str(row[3]) for row in rows)
    for method in () if as_it_is else ("seqscan", "bitmapscan", "sort", "incremental_sort"):
        connection.exec_driver_sql(f"SET LOCAL enable_{method} = off")
    return "\n".join(str(row[0]) for row in connection.exec_driver_sql(f"EXPLAIN {statement}", parameters))
