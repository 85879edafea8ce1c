"""`/deferrals`: advice that the candidate puts off or leaves out."""

from uuid import UUID

from sqlmodel import Session
from starlette.responses import Response

from afterview.api.conditional import created
from afterview.api.dependencies import CurrentUser, IfMatch, Now, Once, PageOf, Reading, Writing
from afterview.api.paging import Page
from afterview.api.routing import resource_router
from afterview.api.schemas.deferrals import Deferral, DeferralNew
from afterview.services import deferrals

router = resource_router(tag="Deferrals")


@router.get("/applications/{application_id}/deferrals", response_model=Page[Deferral])
def list_deferrals(application_id: UUID, me: CurrentUser, reading: Reading, page: PageOf) -> Response:
    """What is put off or left out in an application, oldest first."""
    with reading() as session:
        rows, last = deferrals.list_deferrals(
            session, user_id=me.id, application_id=application_id, limit=page.limit, after=page.after
        )
        return page.answer([Deferral.model_validate(row) for row in rows], last)


@router.post("/applications/{application_id}/deferrals", status_code=201, response_model=Deferral)
def create_deferral(application_id: UUID, body: DeferralNew, me: CurrentUser, once: Once, now: Now) -> Response:
    """Put off a recommended action, or leave it out for good."""

    def create(session: Session) -> Response:
        row = deferrals.create_deferral(
            session, user_id=me.id, application_id=application_id, new=body.to_new(), now=now
        )
        return created(Deferral.model_validate(row), at=f"/api/v1/deferrals/{row.id}")

    return once(create)


@router.delete("/deferrals/{deferral_id}", status_code=204)
def delete_deferral(deferral_id: UUID, me: CurrentUser, writing: Writing, expected: IfMatch, now: Now) -> None:
    """Take the action up again."""
    with writing() as session:
        row = deferrals.get_deferral(session, user_id=me.id, deferral_id=deferral_id, lock=True)
        expected.require(Deferral.model_validate(row))
        deferrals.delete_deferral(session, row, now=now)
