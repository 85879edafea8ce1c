"""Column types that mean the same on SQLite and PostgreSQL: UTC instants, JSON, and words of the policy."""

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Dialect
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import DateTime, String, TypeDecorator, TypeEngine


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: naive values are refused, and what is read back is aware and in UTC on every database."""

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = DateTime(timezone=True)
    cache_ok: bool | None = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """The instant in UTC; a naive one is a `ValueError`, because nobody can say which instant it is."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime cannot be stored; give it a zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """The instant, aware and in UTC; SQLite gives it back without its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class IdText(TypeDecorator[str]):
    """For reading alone: an id as text in its usual form, without the cost of making a UUID of it first."""

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = String
    cache_ok: bool | None = True

    def process_result_value(self, value: UUID | str | None, _dialect: Dialect) -> str | None:
        """The text; SQLite keeps 32 digits, and PostgreSQL's driver makes a UUID in any case."""
        if isinstance(value, str):
            return f"{value[:8]}-{value[8:12]}-{value[12:16]}-{value[16:20]}-{value[20:]}"
        return None if value is None else str(value)


class Word(TypeDecorator[StrEnum]):
    """One of a fixed set of words, kept as text; pair it with `one_of`, which makes the database check it too."""

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = String
    cache_ok: bool | None = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: StrEnum | str | None, _dialect: Dialect) -> str | None:
        """The word as text; one that is not in the set is a `ValueError`."""
        return None if value is None else self.words(value).value

    def process_result_value(self, value: str | None, _dialect: Dialect) -> StrEnum | None:
        """The member of the enumeration."""
        return None if value is None else self.words(value)


Json: Final = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
"""Lists and objects; None is SQL's NULL."""


def one_of(column: str, words: Iterable[StrEnum]) -> CheckConstraint:
    """A check that `column` holds one of `words`; several columns of a table may each have one."""
    listed = ", ".join(f"'{word.value}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=column)
