"""Integrations: connections to applicant-tracking tools, with secrets that nobody can read again."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from sqlmodel import Session

from afterview.connectors.ats.event import EventName
from afterview.connectors.ats.vendor import Vendor
from afterview.errors import Conflict, NotFound
from afterview.services import accounts
from afterview.services.sealing import Seal
from afterview.store import integrations, jobs
from afterview.store.jobs import NewJob
from afterview.store.paging import Position, Slice
from afterview.store.tables import EventOutcome, Integration, IntegrationEvent

__all__ = ["EventName", "EventOutcome", "Integration", "IntegrationEvent"]

Vendors = Mapping[str, Vendor]
"""What each vendor's file offers, by the vendor's name."""

MOST: Final = 50
"""How many connections a user may have."""

SYNC: Final = "integration_sync"
"""The kind of job that asks a vendor's API for everything scheduled."""

NO_API: Final = "What this vendor's API says cannot be relied on, so it is not asked; its webhook tells of changes."
NO_KEY: Final = 'This integration has no API key, so its vendor cannot be asked; store one as "api_key" first.'


class IntegrationFields(NamedTuple):
    """What a caller says of an integration, but for its secrets."""

    name: str
    company: str | None = None
    api_base_url: str | None = None


class Secrets(NamedTuple):
    """What is sealed."""

    signing_secret: str | None = None
    api_key: str | None = None


def list_integrations(
    session: Session, *, user_id: UUID, limit: int, after: Position | None = None
) -> tuple[list[Integration], Position | None]:
    """A page of the user's integrations in the order in which they were made, and where it ends."""
    return integrations.list_page(session, user_id, Slice(limit, after))


def get_integration(session: Session, *, user_id: UUID, integration_id: UUID, lock: bool = False) -> Integration:
    """One of the user's integrations; `lock` keeps other writers away from it."""
    integration = integrations.get(session, user_id, integration_id, lock=lock)
    if integration is None:
        raise NotFound("There is no integration with this id.")
    return integration


def create_integration(
    session: Session,
    *,
    user_id: UUID,
    vendor: str,
    fields: IntegrationFields,
    secrets: Secrets,
    seal: Seal,
    now: datetime,
) -> Integration:
    """A new integration."""
    accounts.get_user(session, user_id=user_id, lock=True)
    if integrations.count(session, user_id) >= MOST:
        raise Conflict(f"You have {MOST} integrations already; delete one that you no longer need.")
    integration = Integration(user_id=user_id, vendor=vendor, created_at=now, updated_at=now, **fields._asdict())
    _keep(integration, secrets._asdict(), seal)
    session.add(integration)
    session.commit()
    return integration


def change_integration(
    session: Session,
    integration: Integration,
    *,
    fields: IntegrationFields,
    secrets: Mapping[str, str | None],
    seal: Seal,
    now: datetime,
) -> Integration:
    """Replace what a caller may change; of the secrets, those that are named, where null takes one away."""
    integration.sqlmodel_update(fields._asdict() | {"updated_at": now})
    _keep(integration, secrets, seal)
    session.commit()
    return integration


def delete_integration(session: Session, integration: Integration) -> None:
    """Delete an integration with what came over it; the applications and interviews that it led to stay."""
    session.delete(integration)
    session.commit()


def list_events(
    session: Session, *, user_id: UUID, integration_id: UUID, limit: int, after: Position | None = None
) -> tuple[list[IntegrationEvent], Position | None]:
    """A page of what came over an integration and what became of it, the newest first, and where it ends."""
    get_integration(session, user_id=user_id, integration_id=integration_id)
    return integrations.list_events(session, user_id, Slice(limit, after), integration_id=integration_id)


def has_api(integration: Integration, vendors: Vendors) -> bool:
    """Whether its vendor's API is one that can be asked at all."""
    vendor = vendors.get(integration.vendor)
    return vendor is not None and vendor.api_base_url is not None


def can_be_asked(integration: Integration, vendors: Vendors) -> bool:
    """Whether its vendor's API can be asked, with the key that is stored."""
    return has_api(integration, vendors) and integration.api_key is not None


def ask_for_sync(session: Session, integration: Integration, *, vendors: Vendors, now: datetime) -> Integration:
    """Let a worker pull what is scheduled; a `Conflict` when the vendor cannot be asked."""
    if not has_api(integration, vendors):
        raise Conflict(NO_API)
    if integration.api_key is None:
        raise Conflict(NO_KEY)
    integration.sync_asked_at, integration.last_error = now, None
    session.flush()
    job = NewJob(SYNC, {"integration_id": str(integration.id)}, now, dedupe_key=f"{SYNC} {integration.id}")
    jobs.add(session, integration.user_id, job, anew=True, now=now)
    session.commit()
    return integration


def _keep(integration: Integration, secrets: Mapping[str, str | None], seal: Seal) -> None:
    for name, secret in secrets.items():
        setattr(integration, name, None if secret is None else seal.shut(secret.encode()))
