"""`/integrations`: connections to applicant-tracking tools, what came over them, and asking them for more."""

from uuid import UUID

from sqlmodel import Session
from starlette.responses import Response

from afterview.api.conditional import JSON, answer, created, represent
from afterview.api.dependencies import CurrentUser, IfMatch, IfNoneMatch, Now, Once, PageOf, Reading, Wiring, Writing
from afterview.api.merge_patch import MergePatch
from afterview.api.paging import Page
from afterview.api.parts import Parts
from afterview.api.routing import resource_router
from afterview.api.schemas.integrations import (
    Integration,
    IntegrationEvent,
    IntegrationNew,
    IntegrationWrite,
    event_of,
    integration_of,
)
from afterview.services import integrations

router = resource_router(tag="Integrations")

SECRETS = ("signing_secret", "api_key")


@router.get("/integrations", response_model=Page[Integration])
def list_integrations(me: CurrentUser, reading: Reading, page: PageOf, parts: Wiring) -> Response:
    """The user's integrations, oldest first, without their secrets."""
    with reading() as session:
        rows, last = integrations.list_integrations(session, user_id=me.id, limit=page.limit, after=page.after)
        return page.answer([_shown(row, parts) for row in rows], last)


@router.post("/integrations", status_code=201, response_model=Integration)
def create_integration(body: IntegrationNew, me: CurrentUser, once: Once, parts: Wiring, now: Now) -> Response:
    """Connect an applicant-tracking tool; give it the `hook_url` of the answer."""
    if body.api_base_url is not None:
        parts.webhook_addresses.require_fit(body.api_base_url, pointer="/api_base_url")

    def create(session: Session) -> Response:
        row = integrations.create_integration(
            session,
            user_id=me.id,
            vendor=body.vendor,
            fields=body.to_fields(),
            secrets=body.to_secrets(),
            seal=parts.seal,
            now=now,
        )
        return created(_shown(row, parts), at=f"/api/v1/integrations/{row.id}")

    return once(create)


@router.get("/integrations/{integration_id}", response_model=Integration)
def read_integration(
    integration_id: UUID, me: CurrentUser, reading: Reading, known: IfNoneMatch, parts: Wiring
) -> Response:
    """One integration."""
    with reading() as session:
        row = integrations.get_integration(session, user_id=me.id, integration_id=integration_id)
        return known.answer(_shown(row, parts))


@router.patch("/integrations/{integration_id}", response_model=Integration)
def change_integration(
    integration_id: UUID,
    patch: MergePatch[IntegrationWrite],
    me: CurrentUser,
    writing: Writing,
    expected: IfMatch,
    parts: Wiring,
    now: Now,
) -> Response:
    """Change an integration; a secret that is left out stays, null takes it away."""
    if isinstance(url := patch.root.get("api_base_url"), str):
        parts.webhook_addresses.require_fit(url, pointer="/api_base_url")
    with writing() as session:
        row = integrations.get_integration(session, user_id=me.id, integration_id=integration_id, lock=True)
        current = _shown(row, parts)
        expected.require(current)
        changed = patch.applied_to(current.writable())
        secrets = {name: getattr(changed, name) for name in SECRETS if name in patch.root}
        row = integrations.change_integration(
            session, row, fields=changed.to_fields(), secrets=secrets, seal=parts.seal, now=now
        )
        return answer(_shown(row, parts))


@router.delete("/integrations/{integration_id}", status_code=204)
def delete_integration(
    integration_id: UUID, me: CurrentUser, writing: Writing, expected: IfMatch, parts: Wiring
) -> None:
    """Delete an integration with what came over it; the applications and interviews that it led to stay."""
    with writing() as session:
        row = integrations.get_integration(session, user_id=me.id, integration_id=integration_id, lock=True)
        expected.require(_shown(row, parts))
        integrations.delete_integration(session, row)


@router.get("/integrations/{integration_id}/events", response_model=Page[IntegrationEvent])
def list_integration_events(integration_id: UUID, me: CurrentUser, reading: Reading, page: PageOf) -> Response:
    """What came over an integration in the last ninety days, and what became of it, newest first."""
    with reading() as session:
        rows, last = integrations.list_events(
            session, user_id=me.id, integration_id=integration_id, limit=page.limit, after=page.after
        )
        return page.answer([event_of(row) for row in rows], last)


@router.post("/integrations/{integration_id}/sync", status_code=202, response_model=Integration)
def sync_integration(integration_id: UUID, me: CurrentUser, once: Once, parts: Wiring, now: Now) -> Response:
    """Ask the vendor for the interviews that are scheduled there; what comes is listed among the events."""

    def ask(session: Session) -> Response:
        row = integrations.get_integration(session, user_id=me.id, integration_id=integration_id, lock=True)
        row = integrations.ask_for_sync(session, row, vendors=parts.vendors, now=now)
        return Response(represent(_shown(row, parts)), 202, media_type=JSON)

    return once(ask)


def _shown(row: integrations.Integration, parts: Parts) -> Integration:
    can_sync = integrations.can_be_asked(row, parts.vendors)
    return integration_of(row, public_url=parts.settings.public_url, can_sync=can_sync)
