"""The facts of one application, or of many, read in one statement and told in the words of the policy."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, TypeAlias
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.sql import CompoundSelect
from sqlmodel import Session

from afterview.policy import facts as policy
from afterview.policy.terms import InterviewFormat, InterviewStatus, Kind, Reached, Role, Status, TouchKind
from afterview.store.facts_statement import APPLICATION, CONTACT, INTERVIEW, INTERVIEWER, OF_MANY, OF_ONE, TOUCH

Overrides: TypeAlias = dict[str, Any]


class Profile(NamedTuple):
    """What a user has set for all applications; the mappings hold only what differs from the defaults."""

    preferences: Overrides
    holiday_region: str | None
    working_hours: dict[str, str] | None
    policy: Overrides


class ApplicationFacts(NamedTuple):
    """All that is kept about one application and matters to a decision.

    `preferences` are the application's own, which replace the profile's, or null. `deferred_at` says when each of
    `deferrals` was made.
    """

    id: UUID
    application: policy.Application
    preferences: Overrides | None
    profile: Profile
    contacts: list[policy.Contact]
    interviews: list[policy.Interview]
    touches: list[policy.Touch]
    deferrals: list[policy.Deferral]
    deferred_at: list[datetime]


def load_facts(session: Session, user_id: UUID, application_id: UUID) -> ApplicationFacts | None:
    """The facts of one of the user's applications; None when there is none of that id."""
    return _load(session, OF_ONE, {"user_id": user_id, "application_id": application_id}).get(str(application_id))


def load_facts_of_many(
    session: Session, user_id: UUID, application_ids: Sequence[UUID]
) -> dict[UUID, ApplicationFacts]:
    """The facts of those of the applications that are the user's, by id, in the order asked for."""
    found = _load(session, OF_MANY, {"user_id": user_id, "application_ids": application_ids})
    return {one: found[str(one)] for one in application_ids if str(one) in found}


def _load(session: Session, statement: CompoundSelect[Any], given: Mapping[str, Any]) -> dict[str, ApplicationFacts]:
    session.flush()
    found: dict[str, ApplicationFacts] = {}
    interviewers: dict[str, list[str]] = {}
    for row in session.connection().execute(statement, given).all():
        if row.part == APPLICATION:
            found[row.application_id] = _application(row)
        elif row.part == INTERVIEWER:
            interviewers.setdefault(row.interview_id, []).append(row.contact_id)
        else:
            _add(found[row.application_id], row)
    for facts in found.values():
        for interview in facts.interviews:
            interview.interviewer_ids = tuple(interviewers.get(interview.id, ()))
    return found


def _add(facts: ApplicationFacts, row: Row[Any]) -> None:
    if row.part == CONTACT:
        facts.contacts.append(_contact(row))
    elif row.part == INTERVIEW:
        facts.interviews.append(_interview(row))
    elif row.part == TOUCH:
        facts.touches.append(_touch(row))
    else:
        facts.deferrals.append(policy.Deferral(Kind(row.kind), row.contact_id, row.until, row.reason))
        facts.deferred_at.append(row.deferred_at)


def _application(row: Row[Any]) -> ApplicationFacts:
    return ApplicationFacts(
        UUID(row.application_id),
        policy.Application(row.company, row.role, Status(row.status), row.status_changed_at),
        row.preferences,
        Profile(row.user_preferences, row.holiday_region, row.working_hours, row.policy),
        [], [], [], [], [],
    )  # fmt: skip


def _contact(row: Row[Any]) -> policy.Contact:
    return policy.Contact(
        row.id,
        row.name,
        Role(row.role),
        row.email,
        row.phone,
        row.linkedin_url,
        row.postal_address,
        row.timezone,
    )


def _interview(row: Row[Any]) -> policy.Interview:
    return policy.Interview(
        id=row.id,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        timezone=row.timezone,
        status=InterviewStatus(row.status),
        format=InterviewFormat(row.format),
        reply_expected_by=row.reply_expected_by,
        reply_promised_by=row.reply_promised_by,
        discussion_points=tuple(row.discussion_points),
        points_to_add=tuple(row.points_to_add),
        concerns=tuple(row.concerns),
    )


def _touch(row: Row[Any]) -> policy.Touch:
    return policy.Touch(
        kind=TouchKind(row.kind),
        occurred_at=row.occurred_at,
        contact_id=row.contact_id,
        interview_id=row.interview_id,
        carries=tuple(map(Kind, row.carries)),
        reply_expected_by=row.reply_expected_by,
        needs_answer=row.needs_answer,
        reached=Reached(row.reached) if row.reached else Reached.SPOKE,
    )
