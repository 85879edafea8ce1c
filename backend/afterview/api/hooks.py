"""`/hooks/{integration_id}`: where vendors deliver what happened; they prove themselves, and nobody signs in."""

from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Depends
from starlette.requests import Request
from starlette.responses import Response

from afterview.api.conditional import JSON, represent
from afterview.api.dependencies import Now, Wiring
from afterview.api.routing import resource_router
from afterview.api.schemas.integrations import HookAnswer
from afterview.services import hooks

router = resource_router(tag="Integrations")

BODY: Final[dict[str, Any]] = {
    "requestBody": {"content": {"application/json": {"schema": {"type": "object"}}}, "description": "As it is signed."}
}


async def delivered(request: Request) -> hooks.Delivery:
    """The request as it came, whatever it calls itself."""
    return hooks.Delivery(dict(request.headers), await request.body())


@router.post("/hooks/{integration_id}", response_model=HookAnswer, openapi_extra=BODY)
def receive_delivery(
    integration_id: UUID,
    request: Request,
    delivery: Annotated[hooks.Delivery, Depends(delivered)],
    parts: Wiring,
    now: Now,
) -> Response:
    """Take what an applicant-tracking tool delivers, once; it is listed under the events of the integration."""
    parts.rate_limits.count_delivery(request, hook=str(integration_id))
    with parts.reading() as session:
        arrival = hooks.look_at(
            session,
            integration_id=integration_id,
            delivery=delivery,
            vendors=parts.vendors,
            seal=parts.seal,
            now=now,
        )
    with parts.writing() as session:
        count = hooks.store(session, arrival=arrival, delivery=delivery, vendors=parts.vendors, now=now)
    return Response(represent(HookAnswer(new_events=count)), headers=dict(arrival.headers), media_type=JSON)
