"""`/touches`: what was sent and received."""

from uuid import UUID

from sqlmodel import Session
from starlette.responses import Response

from afterview.api.conditional import created
from afterview.api.dependencies import CurrentUser, IfMatch, Now, Once, PageOf, Reading, Writing
from afterview.api.paging import Page
from afterview.api.routing import resource_router
from afterview.api.schemas.touches import Touch, TouchNew
from afterview.services import touches

router = resource_router(tag="Touches")


@router.get("/applications/{application_id}/touches", response_model=Page[Touch])
def list_touches(application_id: UUID, me: CurrentUser, reading: Reading, page: PageOf) -> Response:
    """What happened in an application, in the order in which it happened."""
    with reading() as session:
        rows, last = touches.list_touches(
            session, user_id=me.id, application_id=application_id, limit=page.limit, after=page.after
        )
        return page.answer([Touch.model_validate(row) for row in rows], last)


@router.post("/applications/{application_id}/touches", status_code=201, response_model=Touch)
def create_touch(application_id: UUID, body: TouchNew, me: CurrentUser, once: Once, now: Now) -> Response:
    """Log what was sent or received."""

    def create(session: Session) -> Response:
        row = touches.log_touch(session, user_id=me.id, application_id=application_id, touch=body.to_new(), now=now)
        return created(Touch.model_validate(row), at=f"/api/v1/touches/{row.id}")

    return once(create)


@router.delete("/touches/{touch_id}", status_code=204)
def delete_touch(touch_id: UUID, me: CurrentUser, writing: Writing, expected: IfMatch, now: Now) -> None:
    """Take a touch back, as if it had not happened."""
    with writing() as session:
        row = touches.get_touch(session, user_id=me.id, touch_id=touch_id, lock=True)
        expected.require(Touch.model_validate(row))
        touches.delete_touch(session, row, now=now)
