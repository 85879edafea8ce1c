"""`/webhooks`: other people's servers that are told of events, and what became of telling them."""

from uuid import UUID

from sqlmodel import Session
from starlette.responses import Response

from afterview.api.conditional import JSON, answer, created, represent
from afterview.api.dependencies import CurrentUser, IfMatch, IfNoneMatch, Now, Once, PageOf, Reading, Wiring, Writing
from afterview.api.merge_patch import MergePatch
from afterview.api.paging import Page
from afterview.api.routing import resource_router
from afterview.api.schemas.webhooks import Delivery, Webhook, WebhookNew, WebhookWithSecret, WebhookWrite
from afterview.services import webhooks

router = resource_router(tag="Webhooks")


@router.get("/webhooks", response_model=Page[Webhook])
def list_webhooks(me: CurrentUser, reading: Reading, page: PageOf) -> Response:
    """The user's webhooks, oldest first, without their secrets."""
    with reading() as session:
        rows, last = webhooks.list_webhooks(session, user_id=me.id, limit=page.limit, after=page.after)
        return page.answer([Webhook.model_validate(row) for row in rows], last)


@router.post("/webhooks", status_code=201, response_model=WebhookWithSecret)
def create_webhook(body: WebhookNew, me: CurrentUser, once: Once, parts: Wiring, now: Now) -> Response:
    """Have a server told of events; the secret that its messages are signed with is in this answer alone."""
    fields = body.to_fields()
    parts.webhook_addresses.require_fit(fields.url)

    def create(session: Session) -> Response:
        row, secret = webhooks.create_webhook(session, user_id=me.id, fields=fields, seal=parts.seal, now=now)
        shown = Webhook.model_validate(row)
        whole = WebhookWithSecret(**shown.model_dump(), secret=secret)
        return created(whole, at=f"/api/v1/webhooks/{row.id}", tagged_as=shown)

    return once(create)


@router.get("/webhooks/{webhook_id}", response_model=Webhook)
def read_webhook(webhook_id: UUID, me: CurrentUser, reading: Reading, known: IfNoneMatch) -> Response:
    """One webhook."""
    with reading() as session:
        row = webhooks.get_webhook(session, user_id=me.id, webhook_id=webhook_id)
        return known.answer(Webhook.model_validate(row))


@router.patch("/webhooks/{webhook_id}", response_model=Webhook)
def change_webhook(
    webhook_id: UUID,
    patch: MergePatch[WebhookWrite],
    me: CurrentUser,
    writing: Writing,
    expected: IfMatch,
    parts: Wiring,
    now: Now,
) -> Response:
    """Change a webhook; switching it on again clears its record of failures."""
    if isinstance(url := patch.root.get("url"), str):
        parts.webhook_addresses.require_fit(url)
    with writing() as session:
        row = webhooks.get_webhook(session, user_id=me.id, webhook_id=webhook_id, lock=True)
        current = Webhook.model_validate(row)
        expected.require(current)
        fields = patch.applied_to(current.writable()).to_fields()
        return answer(Webhook.model_validate(webhooks.change_webhook(session, row, fields=fields, now=now)))


@router.delete("/webhooks/{webhook_id}", status_code=204)
def delete_webhook(webhook_id: UUID, me: CurrentUser, writing: Writing, expected: IfMatch) -> None:
    """Delete a webhook with its deliveries; what is on its way is not delivered any more."""
    with writing() as session:
        row = webhooks.get_webhook(session, user_id=me.id, webhook_id=webhook_id, lock=True)
        expected.require(Webhook.model_validate(row))
        webhooks.delete_webhook(session, row)


@router.post("/webhooks/{webhook_id}/rotate", response_model=WebhookWithSecret)
def rotate_secret(webhook_id: UUID, me: CurrentUser, once: Once, parts: Wiring, now: Now) -> Response:
    """Make a new secret; for a day every delivery carries two signatures, the second with the secret before."""

    def rotate(session: Session) -> Response:
        row = webhooks.get_webhook(session, user_id=me.id, webhook_id=webhook_id, lock=True)
        secret = webhooks.rotate_secret(session, row, seal=parts.seal, now=now)
        return answer(WebhookWithSecret(**Webhook.model_validate(row).model_dump(), secret=secret))

    return once(rotate)


@router.post("/webhooks/{webhook_id}/test", status_code=202, response_model=Delivery)
def send_test(webhook_id: UUID, me: CurrentUser, once: Once, now: Now) -> Response:
    """Send a `ping`, whatever the webhook listens to, and see in its deliveries what became of it."""

    def ping(session: Session) -> Response:
        row = webhooks.get_webhook(session, user_id=me.id, webhook_id=webhook_id, lock=True)
        return _accepted(Delivery.model_validate(webhooks.send_ping(session, row, now=now)))

    return once(ping)


@router.get("/webhooks/{webhook_id}/deliveries", response_model=Page[Delivery])
def list_deliveries(webhook_id: UUID, me: CurrentUser, reading: Reading, page: PageOf) -> Response:
    """What a webhook was told or is to be told in the last thirty days, newest first."""
    with reading() as session:
        rows, last = webhooks.list_deliveries(
            session, user_id=me.id, webhook_id=webhook_id, limit=page.limit, after=page.after
        )
        return page.answer([Delivery.model_validate(row) for row in rows], last)


@router.post("/webhooks/{webhook_id}/deliveries/{delivery_id}/retry", status_code=202, response_model=Delivery)
def retry_delivery(webhook_id: UUID, delivery_id: UUID, me: CurrentUser, once: Once, now: Now) -> Response:
    """Deliver once more, now, under the same `webhook-id`."""

    def retry(session: Session) -> Response:
        row = webhooks.retry_delivery(session, user_id=me.id, webhook_id=webhook_id, delivery_id=delivery_id, now=now)
        return _accepted(Delivery.model_validate(row))

    return once(retry)


def _accepted(delivery: Delivery) -> Response:
    return Response(represent(delivery), 202, media_type=JSON)
