"""Queries for connections to vendors, what came over them, and how far each thing has come."""

from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from afterview.ids import new_id
from afterview.store.paging import Order, Position, Slice, page
from afterview.store.tables import EventOutcome, Integration, IntegrationEvent, VendorRecord, VendorThing

OLDEST_FIRST: Final = Order((col(Integration.id),))
NEWEST_FIRST: Final = Order((col(IntegrationEvent.id),), descending=True)


class NewEvent(NamedTuple):
    """One event of a delivery, as it was told."""

    delivery_id: str
    position: int
    event: str
    told: dict[str, Any]


def find(session: Session, integration_id: UUID) -> Integration | None:
    """The connection that a hook stands for, whoever it belongs to: this is how its user is found out."""
    return session.execute(select(Integration).where(col(Integration.id) == integration_id)).scalar_one_or_none()


def get(session: Session, user_id: UUID, integration_id: UUID, *, lock: bool = False) -> Integration | None:
    """One connection; `lock` keeps other writers away from it."""
    query = select(Integration).where(col(Integration.user_id) == user_id, col(Integration.id) == integration_id)
    if lock:
        query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    return session.execute(query).scalar_one_or_none()


def count(session: Session, user_id: UUID) -> int:
    """How many connections the user has."""
    query = select(func.count()).select_from(Integration).where(col(Integration.user_id) == user_id)
    number: int = session.execute(query).scalar_one()
    return number


def list_page(session: Session, user_id: UUID, wanted: Slice) -> tuple[list[Integration], Position | None]:
    """A page of the user's connections in the order in which they were made, and where it ends."""
    return page(session, select(Integration).where(col(Integration.user_id) == user_id), OLDEST_FIRST, wanted)


def add_event(
    session: Session, user_id: UUID, integration: Integration, new: NewEvent, *, now: datetime
) -> IntegrationEvent | None:
    """A new event, waiting; None when it came before, or when the connection is somebody else's."""
    if integration.user_id != user_id:
        return None
    insert = sqlite.insert if session.connection().dialect.name == "sqlite" else postgresql.insert
    values = {"id": new_id(), "user_id": user_id, "integration_id": integration.id, "received_at": now}
    adding = insert(IntegrationEvent).values(**values, outcome=EventOutcome.WAITING, **new._asdict())
    adding = adding.on_conflict_do_nothing(index_elements=["integration_id", "delivery_id", "position"])
    added = session.execute(adding.returning(col(IntegrationEvent.id))).scalar_one_or_none()
    return None if added is None else get_event(session, user_id, added)


def get_event(session: Session, user_id: UUID, event_id: UUID) -> IntegrationEvent | None:
    """One event."""
    query = select(IntegrationEvent).where(
        col(IntegrationEvent.user_id) == user_id, col(IntegrationEvent.id) == event_id
    )
    return session.execute(query.execution_options(populate_existing=True)).scalar_one_or_none()


def list_events(
    session: Session, user_id: UUID, wanted: Slice, *, integration_id: UUID
) -> tuple[list[IntegrationEvent], Position | None]:
    """A page of what came over a connection, the newest first, and where it ends."""
    query = select(IntegrationEvent).where(
        col(IntegrationEvent.user_id) == user_id, col(IntegrationEvent.integration_id) == integration_id
    )
    return page(session, query, NEWEST_FIRST, wanted)


def forget_events(session: Session, user_id: UUID, *, before: datetime) -> None:
    """Delete what came to this user before an instant."""
    session.execute(
        delete(IntegrationEvent).where(
            col(IntegrationEvent.user_id) == user_id, col(IntegrationEvent.received_at) < before
        )
    )


def get_record(
    session: Session, user_id: UUID, integration_id: UUID, thing: VendorThing, external_id: str
) -> VendorRecord | None:
    """How far one of a vendor's things has come, if it has been told of."""
    query = select(VendorRecord).where(
        col(VendorRecord.user_id) == user_id,
        col(VendorRecord.integration_id) == integration_id,
        col(VendorRecord.thing) == thing,
        col(VendorRecord.external_id) == external_id,
    )
    return session.execute(query).scalar_one_or_none()
