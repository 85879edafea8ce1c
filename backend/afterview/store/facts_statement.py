"""The one statement that reads everything a decision rests on.

Every table gives its rows in one common shape, told apart by `part` and put together by UNION ALL: a column keeps the
name that it has in its table, and is null for the tables that have none of that name.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    Boolean,
    Date,
    Integer,
    String,
    Uuid,
    bindparam,
    cast,
    literal_column,
    null,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.sql import ColumnElement, CompoundSelect, Select
from sqlalchemy.types import TypeEngine

from afterview.store.columns import IdText, Json, UtcDateTime
from afterview.store.tables import METADATA

APPLICATION, CONTACT, INTERVIEW, INTERVIEWER, TOUCH, DEFERRAL = range(6)

_TEXT, _INSTANT, _ID = String(), UtcDateTime(), IdText()
_SHAPE: Final[dict[str, TypeEngine[Any]]] = {
    "id": _ID,
    "status": _TEXT,
    "status_changed_at": _INSTANT,
    "company": _TEXT,
    "role": _TEXT,
    "preferences": Json,
    "user_preferences": Json,
    "holiday_region": _TEXT,
    "working_hours": Json,
    "policy": Json,
    "position": Integer(),
    "name": _TEXT,
    "email": _TEXT,
    "phone": _TEXT,
    "linkedin_url": _TEXT,
    "postal_address": _TEXT,
    "timezone": _TEXT,
    "format": _TEXT,
    "starts_at": _INSTANT,
    "ends_at": _INSTANT,
    "reply_expected_by": Date(),
    "reply_promised_by": _ID,
    "discussion_points": Json,
    "points_to_add": Json,
    "concerns": Json,
    "interview_id": _ID,
    "contact_id": _ID,
    "kind": _TEXT,
    "occurred_at": _INSTANT,
    "carries": Json,
    "needs_answer": Boolean(),
    "reached": _TEXT,
    "until": _INSTANT,
    "reason": _TEXT,
    "deferred_at": _INSTANT,
}


def _part(part: int, application_id: ColumnElement[UUID], columns: Mapping[str, ColumnElement[Any]]) -> Select[Any]:
    """The rows of one table in the common shape, for the user and the applications asked for."""
    return select(
        literal_column(str(part)).label("part"),
        type_coerce(application_id, _ID).label("application_id"),
        *(
            type_coerce(columns[name] if name in columns else _nothing(kind), kind).label(name)
            for name, kind in _SHAPE.items()
        ),
    )


def _nothing(kind: TypeEngine[Any]) -> ColumnElement[Any]:
    return cast(null(), Uuid() if kind is _ID else kind)


def _statement(these: Callable[[ColumnElement[UUID]], ColumnElement[bool]]) -> CompoundSelect[Any]:
    """All parts, an application before what belongs to it, and everything in its listed order."""
    asker: BindParameter[UUID] = bindparam("user_id", type_=Uuid())
    applications, users, contacts, interviews, interviewers, touches, deferrals = (
        METADATA.tables[name]
        for name in ("applications", "users", "contacts", "interviews", "interviewers", "touches", "deferrals")
    )
    settings = {"user_preferences": users.c.preferences} | {
        name: users.c[name] for name in ("holiday_region", "working_hours", "policy")
    }
    parts = (
        _part(APPLICATION, applications.c.id, dict(applications.c) | settings)
        .join_from(applications, users, applications.c.user_id == users.c.id)
        .where(applications.c.user_id == asker, these(applications.c.id)),
        *(
            _part(part, table.c.application_id, dict(table.c)).where(
                table.c.user_id == asker, these(table.c.application_id)
            )
            for part, table in ((CONTACT, contacts), (INTERVIEW, interviews), (TOUCH, touches))
        ),
        _part(INTERVIEWER, interviews.c.application_id, dict(interviewers.c))
        .join_from(interviews, interviewers, interviews.c.id == interviewers.c.interview_id)
        .where(interviews.c.user_id == asker, these(interviews.c.application_id)),
        _part(DEFERRAL, deferrals.c.application_id, dict(deferrals.c) | {"deferred_at": deferrals.c.created_at}).where(
            deferrals.c.user_id == asker, these(deferrals.c.application_id)
        ),
    )
    return union_all(*parts).order_by("part", "position", "starts_at", "occurred_at", "id")


OF_ONE: Final = _statement(lambda application_id: application_id == bindparam("application_id", type_=Uuid()))
OF_MANY: Final = _statement(
    lambda application_id: application_id.in_(bindparam("application_ids", type_=Uuid(), expanding=True))
)
