"""`/api-keys`: keys for integrations."""

from uuid import UUID

from sqlmodel import Session
from starlette.responses import Response

from afterview.api.conditional import created
from afterview.api.dependencies import CurrentUser, IfMatch, Now, Once, PageOf, Reading, Writing
from afterview.api.paging import Page
from afterview.api.routing import resource_router
from afterview.api.schemas.api_keys import ApiKeyCreated, ApiKeyNew, ApiKeyOut
from afterview.services import api_keys

router = resource_router(tag="Account")


@router.get("/api-keys", response_model=Page[ApiKeyOut])
def list_api_keys(me: CurrentUser, reading: Reading, page: PageOf) -> Response:
    """The caller's keys, oldest first, without their secrets."""
    with reading() as session:
        keys, end = api_keys.list_keys(session, user_id=me.id, limit=page.limit, after=page.after)
        return page.answer([ApiKeyOut.model_validate(key) for key in keys], end)


@router.post("/api-keys", status_code=201, response_model=ApiKeyCreated)
def create_api_key(body: ApiKeyNew, me: CurrentUser, once: Once, now: Now) -> Response:
    """Make a key; its secret is in this answer and nowhere else."""

    def create(session: Session) -> Response:
        key, secret = api_keys.create_key(session, user_id=me.id, new=body.to_new(), now=now)
        shown = ApiKeyOut.model_validate(key)
        whole = ApiKeyCreated(**shown.model_dump(), secret=secret)
        return created(whole, at=f"/api/v1/api-keys/{key.id}", tagged_as=shown)

    return once(create)


@router.delete("/api-keys/{key_id}", status_code=204)
def delete_api_key(key_id: UUID, me: CurrentUser, writing: Writing, expected: IfMatch) -> None:
    """End a key at once."""
    with writing() as session:
        key = api_keys.get_key(session, user_id=me.id, key_id=key_id)
        expected.require(ApiKeyOut.model_validate(key))
        api_keys.delete_key(session, key)
