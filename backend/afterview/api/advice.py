"""Advice on what is kept: `next-action`, `plan` and `facts` of an application, and the agenda of all."""

from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Query
from starlette.requests import Request
from starlette.responses import Response

from afterview.api.conditional import represent
from afterview.api.dependencies import CurrentUser, Now, PageOf, Reading
from afterview.api.documents import document_response, write_document
from afterview.api.paging import Page
from afterview.api.routing import resource_router
from afterview.api.schemas.advice import AgendaApplication, AgendaItem, Plan, Recommendation
from afterview.api.schemas.facts import Facts
from afterview.api.schemas.times import Instant
from afterview.policy import document, facts
from afterview.policy.decide import decide
from afterview.policy.plan import plan
from afterview.services import advice, agenda
from afterview.services.calendars import plan_calendar

router = resource_router(tag="Advice")

CALENDAR: Final = "text/calendar"

At = Annotated[
    Instant | None,
    Query(description="The instant to evaluate at; in the past without what came later. Left out, it is now."),
]
PLAN_OR_CALENDAR: Final[dict[int | str, dict[str, Any]]] = {
    200: {"content": {CALENDAR: {"schema": {"type": "string"}}}}
}


@router.get("/applications/{application_id}/next-action", response_model=Recommendation)
def next_action_of_application(
    application_id: UUID, me: CurrentUser, reading: Reading, now: Now, at: At = None
) -> Response:
    """The next right step for an application, by when, and why."""
    with reading() as session:
        found = advice.facts_of_application(session, user_id=me.id, application_id=application_id, now=now, at=at)
    return _recommendation(found, application_id)


@router.get("/interviews/{interview_id}/next-action", response_model=Recommendation)
def next_action_of_interview(
    interview_id: UUID, me: CurrentUser, reading: Reading, now: Now, at: At = None
) -> Response:
    """The next right step for the application of an interview."""
    with reading() as session:
        application_id, found = advice.facts_of_interview(
            session, user_id=me.id, interview_id=interview_id, now=now, at=at
        )
    return _recommendation(found, application_id)


@router.get("/applications/{application_id}/plan", response_model=Plan, responses=PLAN_OR_CALENDAR)
def plan_of_application(
    request: Request, application_id: UUID, me: CurrentUser, reading: Reading, now: Now, at: At = None
) -> Response:
    """What happened, what is due, and what follows; with `Accept: text/calendar` as a calendar file."""
    with reading() as session:
        found = advice.facts_of_application(session, user_id=me.id, application_id=application_id, now=now, at=at)
    return _plan(request, found, application_id)


@router.get("/interviews/{interview_id}/plan", response_model=Plan, responses=PLAN_OR_CALENDAR)
def plan_of_interview(
    request: Request, interview_id: UUID, me: CurrentUser, reading: Reading, now: Now, at: At = None
) -> Response:
    """The plan for the application of an interview; with `Accept: text/calendar` as a calendar file."""
    with reading() as session:
        application_id, found = advice.facts_of_interview(
            session, user_id=me.id, interview_id=interview_id, now=now, at=at
        )
    return _plan(request, found, application_id)


@router.get("/applications/{application_id}/facts", response_model=Facts)
def facts_of_application(application_id: UUID, me: CurrentUser, reading: Reading, now: Now) -> Response:
    """Everything that the advice rests on, ready for POST /policy/evaluate."""
    with reading() as session:
        found = advice.facts_of_application(session, user_id=me.id, application_id=application_id, now=now)
    return Response(represent(Facts.of(found)), media_type="application/json")


@router.get("/agenda", response_model=Page[AgendaItem])
def list_agenda(
    me: CurrentUser,
    reading: Reading,
    page: PageOf,
    now: Now,
    until: Annotated[
        Instant | None, Query(description="What is due by then; left out, by the end of the user's today.")
    ] = None,
) -> Response:
    """Every application with something to do, the most urgent first; a page may hold fewer than its limit."""
    with reading() as session:
        by: datetime = until or agenda.end_of_today(session, user_id=me.id, now=now)
        due, last = agenda.list_due(session, user_id=me.id, limit=page.limit, until=by, now=now, after=page.after)
        items = [
            {
                "application": AgendaApplication.model_validate(one.application).model_dump(mode="json"),
                "recommendation": document.recommendation(one.recommendation, str(one.application.id)),
            }
            for one in due
        ]
    return page.answer_written([write_document(item) for item in items], last)


def _recommendation(found: facts.Facts, application_id: UUID) -> Response:
    return document_response(document.recommendation(decide(found), str(application_id)))


def _plan(request: Request, found: facts.Facts, application_id: UUID) -> Response:
    planned = plan(found)
    if _wants_calendar(request):
        file = plan_calendar(planned, company=found.application.company, application_id=application_id)
        headers = {"Content-Disposition": 'attachment; filename="plan.ics"', "Vary": "Accept"}
        return Response(file, media_type=CALENDAR, headers=headers)
    return document_response(document.plan(planned, str(application_id)), headers={"Vary": "Accept"})


def _wants_calendar(request: Request) -> bool:
    """Whether a calendar is asked for by name, and JSON is not."""
    accepted = {part.partition(";")[0].strip().lower() for part in request.headers.get("accept", "").split(",")}
    return CALENDAR in accepted and "application/json" not in accepted
