"""Keyset pages: a page begins behind the last row of the page before, so the last page costs as much as the first."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Uuid, literal, tuple_
from sqlalchemy.orm import InstrumentedAttribute
from sqlmodel import Session

from afterview.store.columns import UtcDateTime

RowT = TypeVar("RowT")
Position = Sequence[str | int | None]
"""Where a page ended: its last row's values in the columns that sort the list, as JSON scalars."""


class Order(NamedTuple):
    """How a list is sorted: by columns that are never null and end with the id, all one way."""

    columns: tuple[Any, ...]
    descending: bool = False


class Slice(NamedTuple):
    """Which page is asked for: at most `limit` rows behind the position `after`; None is the beginning."""

    limit: int
    after: Position | None = None


def page(session: Session, query: Select[RowT], order: Order, wanted: Slice) -> tuple[list[RowT], Position | None]:
    """The rows of one page, and the position to go on from; None when nothing follows."""
    columns: tuple[InstrumentedAttribute[Any], ...] = order.columns
    if wanted.after is not None:
        here = tuple_(*columns)
        last = tuple_(*map(_read, wanted.after, columns))
        query = query.where(here < last if order.descending else here > last)
    query = query.order_by(*(column.desc() if order.descending else column.asc() for column in columns))
    rows = list(session.execute(query.limit(wanted.limit + 1)).scalars())
    if len(rows) <= wanted.limit:
        return rows, None
    rows.pop()
    return rows, [_write(getattr(rows[-1], column.key)) for column in columns]


def _write(value: object) -> str | int:
    return value if isinstance(value, int) else value.isoformat() if isinstance(value, datetime) else str(value)


def _read(value: str | int | None, column: InstrumentedAttribute[Any]) -> ColumnElement[Any]:
    if isinstance(value, str) and isinstance(column.type, UtcDateTime):
        return literal(datetime.fromisoformat(value), column.type)
    if isinstance(value, str) and isinstance(column.type, Uuid):
        return literal(UUID(value), column.type)
    return literal(value, column.type)
