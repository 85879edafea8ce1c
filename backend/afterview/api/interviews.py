"""`/interviews`: conversations, of one application or of all."""

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
from afterview.api.schemas.interviews import Interview, InterviewNew, InterviewWrite
from afterview.api.schemas.times import Instant
from afterview.api.sheets import LIST_OR_SHEET, SheetOf
from afterview.policy.terms import InterviewStatus
from afterview.services import interviews
from afterview.services.sheets import interviews_sheet

router = resource_router(tag="Interviews")


@router.get("/interviews", response_model=Page[Interview], responses=LIST_OR_SHEET)
def list_interviews(
    me: CurrentUser,
    reading: Reading,
    page: PageOf,
    sheet: SheetOf,
    application_id: UUID | None = None,
    status: InterviewStatus | None = None,
    starts_from: Annotated[
        Instant | None, Query(alias="from", description="Only those that start then or later.")
    ] = None,
    starts_before: Annotated[
        Instant | None, Query(alias="to", description="Only those that start before then.")
    ] = None,
) -> Response:
    """The user's interviews, earliest first; with `Accept: text/csv` all of them as a table."""
    with reading() as session:
        if sheet.is_wanted:
            table = interviews_sheet(
                session,
                user_id=me.id,
                delimiter=sheet.delimiter,
                application_id=application_id,
                status=status,
                starts_from=starts_from,
                starts_before=starts_before,
            )
            return sheet.answer(table, name="interviews")
        found, last = interviews.list_interviews(
            session,
            user_id=me.id,
            limit=page.limit,
            after=page.after,
            application_id=application_id,
            status=status,
            starts_from=starts_from,
            starts_before=starts_before,
        )
        return sheet.otherwise(page.answer([Interview.of(one) for one in found], last))


@router.post("/interviews", status_code=201, response_model=Interview)
def create_interview(body: InterviewNew, me: CurrentUser, once: Once, now: Now) -> Response:
    """Keep a new interview; its application and interviewers are found, or made with it."""

    def create(session: Session) -> Response:
        made = interviews.create_interview(
            session,
            user_id=me.id,
            place=body.to_place(),
            fields=body.to_fields(),
            people=[person.to_fields() for person in body.interviewers],
            now=now,
        )
        return created(Interview.of(made), at=f"/api/v1/interviews/{made.interview.id}")

    return once(create)


@router.get("/interviews/{interview_id}", response_model=Interview)
def read_interview(interview_id: UUID, me: CurrentUser, reading: Reading, known: IfNoneMatch) -> Response:
    """One interview."""
    with reading() as session:
        return known.answer(Interview.of(interviews.get_interview(session, user_id=me.id, interview_id=interview_id)))


@router.patch("/interviews/{interview_id}", response_model=Interview)
def change_interview(
    interview_id: UUID,
    patch: MergePatch[InterviewWrite],
    me: CurrentUser,
    writing: Writing,
    expected: IfMatch,
    now: Now,
) -> Response:
    """Change an interview, or what the candidate took down about it."""
    with writing() as session:
        found = interviews.get_interview(session, user_id=me.id, interview_id=interview_id, lock=True)
        current = Interview.of(found)
        expected.require(current)
        fields = patch.applied_to(current.writable()).to_fields()
        return answer(Interview.of(interviews.change_interview(session, found.interview, fields=fields, now=now)))


@router.delete("/interviews/{interview_id}", status_code=204)
def delete_interview(interview_id: UUID, me: CurrentUser, writing: Writing, expected: IfMatch, now: Now) -> None:
    """Delete an interview; what was sent and received about it stays with the application."""
    with writing() as session:
        found = interviews.get_interview(session, user_id=me.id, interview_id=interview_id, lock=True)
        expected.require(Interview.of(found))
        interviews.delete_interview(session, found.interview, now=now)
