"""Touches: what was sent and received, logged and taken back."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session

from afterview.errors import FieldError, Invalid, NotFound
from afterview.policy.terms import RECEIVED, Kind, Reached, TouchKind
from afterview.services.applications import get_application
from afterview.services.contacts import strangers
from afterview.services.events import EventType, note
from afterview.services.reviewed import commit_reviewed
from afterview.store import interviews, touches
from afterview.store.paging import Position, Slice
from afterview.store.tables import Touch


class NewTouch(NamedTuple):
    """What happened; without a time it happened just now."""

    kind: TouchKind
    occurred_at: datetime | None = None
    contact_id: UUID | None = None
    interview_id: UUID | None = None
    note: str | None = None
    carries: Sequence[Kind] = ()
    reply_expected_by: date | None = None
    needs_answer: bool = False
    reached: Reached | None = None


def list_touches(
    session: Session, *, user_id: UUID, application_id: UUID, limit: int, after: Position | None = None
) -> tuple[list[Touch], Position | None]:
    """A page of what happened in an application, in the order in which it happened, and where the page ends."""
    get_application(session, user_id=user_id, application_id=application_id)
    return touches.list_page(session, user_id, Slice(limit, after), application_id=application_id)


def get_touch(session: Session, *, user_id: UUID, touch_id: UUID, lock: bool = False) -> Touch:
    """One of the user's touches; `lock` keeps other writers away from its application."""
    touch = touches.get(session, user_id, touch_id, lock=lock)
    if touch is None:
        raise NotFound("There is no touch with this id.")
    return touch


def log_touch(session: Session, *, user_id: UUID, application_id: UUID, touch: NewTouch, now: datetime) -> Touch:
    """Record what was sent or received; the application is reviewed again at once."""
    get_application(session, user_id=user_id, application_id=application_id, lock=True)
    row = add_touch(session, user_id=user_id, application_id=application_id, touch=touch, now=now)
    commit_reviewed(session, user_id=user_id, application_ids=[application_id], now=now)
    return row


def add_touch(session: Session, *, user_id: UUID, application_id: UUID, touch: NewTouch, now: datetime) -> Touch:
    """The same in an application that is held already; not committed, a part of a larger change.

    A call that says nothing of how it ended was a conversation.
    """
    errors = [*misfits(touch, now), *_unknown_ids(session, user_id, application_id, touch)]
    if errors:
        raise Invalid(*errors)
    row = Touch(
        user_id=user_id,
        application_id=application_id,
        interview_id=touch.interview_id,
        contact_id=touch.contact_id,
        kind=touch.kind,
        occurred_at=touch.occurred_at or now,
        note=touch.note,
        carries=[kind.value for kind in dict.fromkeys(touch.carries)],
        reply_expected_by=touch.reply_expected_by,
        needs_answer=touch.needs_answer,
        reached=touch.reached or (Reached.SPOKE if touch.kind == TouchKind.FOLLOW_UP_CALL else None),
        created_at=now,
    )
    session.add(row)
    note(session, EventType.TOUCH_CREATED, row)
    return row


def delete_touch(session: Session, touch: Touch, *, now: datetime) -> None:
    """Take a touch back, as if it had not happened."""
    session.delete(touch)
    commit_reviewed(session, user_id=touch.user_id, application_ids=[touch.application_id], now=now)


def misfits(touch: NewTouch, now: datetime) -> Iterator[FieldError]:
    """What in a touch does not fit its kind, or the present."""
    if touch.occurred_at is not None and touch.occurred_at > now:
        yield FieldError("/occurred_at", "in_the_future", "Write when it happened: now at the latest.")
    if touch.kind != TouchKind.REPLY_RECEIVED:
        if touch.reply_expected_by is not None:
            yield FieldError("/reply_expected_by", "not_a_reply", "Only a reply_received names a day; leave this out.")
        if touch.needs_answer:
            yield FieldError(
                "/needs_answer", "not_a_reply", "Only a reply_received waits for an answer; leave this out."
            )
    if touch.reached is not None and touch.kind != TouchKind.FOLLOW_UP_CALL:
        yield FieldError("/reached", "not_a_call", "Only a follow_up_call reaches somebody or nobody; leave this out.")
    if touch.carries and touch.kind in RECEIVED:
        yield FieldError("/carries", "not_sent", "Only what was sent carries something along; leave this out.")


def _unknown_ids(session: Session, user_id: UUID, application_id: UUID, touch: NewTouch) -> Iterator[FieldError]:
    named = [("/contact_id", touch.contact_id)]
    yield from strangers(session, user_id=user_id, application_id=application_id, named=named)
    if touch.interview_id is not None:
        interview = interviews.get(session, user_id, touch.interview_id)
        if interview is None or interview.application_id != application_id:
            yield FieldError("/interview_id", "unknown_id", "Name an interview of this application by its id.")
