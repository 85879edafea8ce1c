"""`/calendar-feeds`: calendar subscriptions; and `/calendar/{token}.ics`, what a calendar program fetches."""

from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Body, Path
from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import Response

from afterview.api.conditional import created
from afterview.api.dependencies import (
    CurrentUser,
    IfMatch,
    IfNoneMatch,
    Now,
    Once,
    PageOf,
    Reading,
    Wiring,
    Writing,
)
from afterview.api.paging import Page
from afterview.api.routing import resource_router
from afterview.api.schemas.calendar_feeds import CalendarFeedCreated, CalendarFeedNew, CalendarFeedOut
from afterview.services import calendar_feeds

router = resource_router(tag="Calendar subscriptions")
public_router = APIRouter(
    prefix="/api/v1", tags=["Calendar subscriptions"], generate_unique_id_function=lambda route: route.name
)

CALENDAR: Final = "text/calendar"
CALENDAR_FILE: Final[dict[int | str, dict[str, Any]]] = {200: {"content": {CALENDAR: {"schema": {"type": "string"}}}}}
_HEADERS: Final = {
    # It may be kept, and is asked for anew each time: a calendar that has it already gets a 304.
    "Cache-Control": "private, no-cache",
    "Content-Disposition": 'inline; filename="afterview.ics"',
    "X-Robots-Tag": "noindex",
}


@router.get("/calendar-feeds", response_model=Page[CalendarFeedOut])
def list_calendar_feeds(me: CurrentUser, reading: Reading, page: PageOf) -> Response:
    """The caller's calendar subscriptions, oldest first, without their addresses."""
    with reading() as session:
        feeds, end = calendar_feeds.list_feeds(session, user_id=me.id, limit=page.limit, after=page.after)
        return page.answer([CalendarFeedOut.model_validate(feed) for feed in feeds], end)


@router.post("/calendar-feeds", status_code=201, response_model=CalendarFeedCreated)
def create_calendar_feed(
    body: Annotated[CalendarFeedNew, Body(default_factory=CalendarFeedNew)],
    me: CurrentUser,
    parts: Wiring,
    once: Once,
    now: Now,
) -> Response:
    """Make an address that any calendar program can subscribe to; it is in this answer and nowhere else."""

    def create(session: Session) -> Response:
        feed, token = calendar_feeds.create_feed(session, user_id=me.id, name=body.name, now=now)
        shown = CalendarFeedOut.model_validate(feed)
        url = f"{parts.settings.public_url}/api/v1/calendar/{token}.ics"
        whole = CalendarFeedCreated(**shown.model_dump(), url=url)
        return created(whole, at=f"/api/v1/calendar-feeds/{feed.id}", tagged_as=shown)

    return once(create)


@router.delete("/calendar-feeds/{feed_id}", status_code=204)
def delete_calendar_feed(feed_id: UUID, me: CurrentUser, writing: Writing, expected: IfMatch) -> None:
    """Revoke a subscription: its address leads nowhere from now on."""
    with writing() as session:
        feed = calendar_feeds.get_feed(session, user_id=me.id, feed_id=feed_id)
        expected.require(CalendarFeedOut.model_validate(feed))
        calendar_feeds.delete_feed(session, feed)


@public_router.get("/calendar/{token}.ics", response_class=Response, responses=CALENDAR_FILE)
def read_calendar(
    token: Annotated[str, Path(description="The secret that the subscription's address holds.")],
    request: Request,
    parts: Wiring,
    now: Now,
    known: IfNoneMatch,
) -> Response:
    """The calendar as it is now: interviews, and what is to be done, with an alarm at the best moment."""
    parts.rate_limits.count_fetch(request, calendar=token)
    public_url = parts.settings.public_url
    with parts.reading() as session:
        seen = calendar_feeds.look(session, token=token, public_url=public_url, now=now)
    if seen.is_news:
        with parts.writing() as session:
            seen = calendar_feeds.note_news(session, seen=seen, now=now)
    return known.answer_bytes(seen.file(), media_type=CALENDAR, headers=_HEADERS)
