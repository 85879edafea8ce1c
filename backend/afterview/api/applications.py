"""`/applications`: candidacies."""

from typing import Annotated
from uuid import UUID

from fastapi import Query
from sqlmodel import Session
from starlette.responses import Response

from afterview.api.conditional import answer, created
from afterview.api.dependencies import CurrentUser, IfMatch, IfNoneMatch, Now, Once, PageOf, Reading, Writing
from afterview.api.merge_patch import MergePatch
from afterview.api.paging import Page
from afterview.api.routing import resource_router
from afterview.api.schemas.applications import Application, ApplicationNew, ApplicationWrite
from afterview.api.schemas.fields import SearchText
from afterview.api.schemas.times import Instant
from afterview.api.sheets import LIST_OR_SHEET, SheetOf
from afterview.policy.terms import Status
from afterview.services import applications
from afterview.services.sheets import applications_sheet

router = resource_router(tag="Applications")


@router.get("/applications", response_model=Page[Application], responses=LIST_OR_SHEET)
def list_applications(
    me: CurrentUser,
    reading: Reading,
    page: PageOf,
    sheet: SheetOf,
    status: Status | None = None,
    q: Annotated[SearchText | None, Query(description="Words of the company or the role.")] = None,
    due_before: Annotated[
        Instant | None, Query(description="Only those that want attention before then, soonest first.")
    ] = None,
) -> Response:
    """The user's applications, newest first; with `Accept: text/csv` all of them as a table."""
    with reading() as session:
        if sheet.is_wanted:
            table = applications_sheet(
                session, user_id=me.id, delimiter=sheet.delimiter, status=status, q=q, due_before=due_before
            )
            return sheet.answer(table, name="applications")
        rows, last = applications.list_applications(
            session, user_id=me.id, limit=page.limit, after=page.after, status=status, q=q, due_before=due_before
        )
        return sheet.otherwise(page.answer([Application.model_validate(row) for row in rows], last))


@router.post("/applications", status_code=201, response_model=Application)
def create_application(body: ApplicationNew, me: CurrentUser, once: Once, now: Now) -> Response:
    """Keep a new application."""

    def create(session: Session) -> Response:
        row = applications.create_application(session, user_id=me.id, fields=body.to_fields(), now=now)
        return created(Application.model_validate(row), at=f"/api/v1/applications/{row.id}")

    return once(create)


@router.get("/applications/{application_id}", response_model=Application)
def read_application(application_id: UUID, me: CurrentUser, reading: Reading, known: IfNoneMatch) -> Response:
    """One application."""
    with reading() as session:
        row = applications.get_application(session, user_id=me.id, application_id=application_id)
        return known.answer(Application.model_validate(row))


@router.patch("/applications/{application_id}", response_model=Application)
def change_application(
    application_id: UUID,
    patch: MergePatch[ApplicationWrite],
    me: CurrentUser,
    writing: Writing,
    expected: IfMatch,
    now: Now,
) -> Response:
    """Change an application; a new status took effect now, unless said otherwise."""
    with writing() as session:
        row = applications.get_application(session, user_id=me.id, application_id=application_id, lock=True)
        current = Application.model_validate(row)
        expected.require(current)
        fields = patch.applied_to(current.writable()).to_fields()
        changed = applications.change_application(session, row, fields=fields, now=now)
        return answer(Application.model_validate(changed))


@router.delete("/applications/{application_id}", status_code=204)
def delete_application(application_id: UUID, me: CurrentUser, writing: Writing, expected: IfMatch) -> None:
    """Delete an application with everything that belongs to it."""
    with writing() as session:
        row = applications.get_application(session, user_id=me.id, application_id=application_id, lock=True)
        expected.require(Application.model_validate(row))
        applications.delete_application(session, row)
