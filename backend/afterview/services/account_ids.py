"""Under which ids the records of a document are kept: their own, or others that follow from them.

An id is unique in the whole database. Where somebody else has it already (the document comes from another account of
this installation), the record gets one that is always the same for this user, so that a second import finds it again.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import Final, Generic, TypeVar
from uuid import UUID

from sqlmodel import Session

from afterview.store import account_rows
from afterview.store.tables.base import Owned

OwnedT = TypeVar("OwnedT", bound=Owned)

_RANDOM: Final = (1 << 62) - 1
"""The last 62 bits of a UUIDv7; what stands before them is its time and its version."""


class Known(Generic[OwnedT]):
    """The records of one kind that a document names: the id that each has here, and the row if there is one."""

    def __init__(self, session: Session, user_id: UUID, table: type[OwnedT], ids: Iterable[UUID]) -> None:
        """Looks for the ids, and for those that would stand in their place."""
        instead = {one: another_id(one, user_id) for one in ids}
        self._rows = account_rows.by_id(session, user_id, table, [*instead, *instead.values()])
        taken = account_rows.taken(session, user_id, table, instead)
        self._here = {
            one: one if one in self._rows or (other not in self._rows and one not in taken) else other
            for one, other in instead.items()
        }

    def here(self, one: UUID) -> UUID:
        """The id that a record of the document has here."""
        return self._here[one]

    def here_or_none(self, one: UUID | None) -> UUID | None:
        """The same for a reference that may be null."""
        return None if one is None else self._here[one]

    def row(self, one: UUID) -> OwnedT | None:
        """The row that a record of the document has here already."""
        return self._rows.get(self._here[one])


def another_id(one: UUID, user_id: UUID) -> UUID:
    """An id that stands for `one` in the account of this user; ids of the same instant keep their order."""
    moved_by = int.from_bytes(sha256(user_id.bytes).digest()[:8])
    return UUID(int=(one.int & ~_RANDOM) | ((one.int + moved_by) & _RANDOM))
