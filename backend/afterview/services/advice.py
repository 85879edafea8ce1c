"""Advice on what is kept: the facts of an application at an instant, and what the policy makes of them."""

from collections.abc import Container, Iterable, Iterator
from datetime import date, datetime, time
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session

from afterview.connectors import holiday_regions
from afterview.errors import NotFound
from afterview.policy.decide import decide
from afterview.policy.facts import Application, Calendar, Facts, Preferences
from afterview.policy.parameters import parameters
from afterview.policy.recommendation import Recommendation
from afterview.policy.terms import Notes, Status
from afterview.store import interviews
from afterview.store.facts import ApplicationFacts, load_facts, load_facts_of_many


class Advised(NamedTuple):
    """An application, and what is right for it at `facts.now`."""

    application_id: UUID
    facts: Facts
    recommendation: Recommendation


def facts_of_application(
    session: Session, *, user_id: UUID, application_id: UUID, now: datetime, at: datetime | None = None
) -> Facts:
    """What is known of one of the user's applications; `at` an earlier instant, without what came later."""
    kept = load_facts(session, user_id, application_id)
    if kept is None:
        raise NotFound("There is no application with this id.")
    if at is None:
        return _facts(kept, now)
    return _facts(_as_it_was(kept, at) if at < now else kept, at)


def facts_of_interview(
    session: Session, *, user_id: UUID, interview_id: UUID, now: datetime, at: datetime | None = None
) -> tuple[UUID, Facts]:
    """The application that an interview belongs to, and its facts: rounds share their advice."""
    interview = interviews.get(session, user_id, interview_id)
    if interview is None:
        raise NotFound("There is no interview with this id.")
    application_id = interview.application_id
    return application_id, facts_of_application(session, user_id=user_id, application_id=application_id, now=now, at=at)


def advise_many(
    session: Session, *, user_id: UUID, application_ids: Iterable[UUID], now: datetime
) -> Iterator[Advised]:
    """What is right now for each of those of the applications that are the user's, in the order given."""
    for application_id, kept in load_facts_of_many(session, user_id, list(application_ids)).items():
        facts = _facts(kept, now)
        yield Advised(application_id, facts, decide(facts))


def holidays_of(region: str | None) -> Container[date]:
    """The public holidays of a region, none for null; a `ValueError` for a region that nobody knows."""
    return holiday_regions.holidays_of(region)


def _facts(kept: ApplicationFacts, now: datetime) -> Facts:
    return Facts(
        now=now,
        application=kept.application,
        interviews=kept.interviews,
        contacts=kept.contacts,
        touches=kept.touches,
        deferrals=kept.deferrals,
        preferences=_preferences(kept),
        calendar=_calendar(kept),
        policy=parameters(kept.profile.policy),
    )


def _as_it_was(kept: ApplicationFacts, at: datetime) -> ApplicationFacts:
    """Without what happened, was put off, or changed after that instant; a status that came later was not there yet."""
    application, changed_at = kept.application, kept.application.status_changed_at
    if changed_at is not None and changed_at > at:
        application = Application(application.company, application.role, Status.ACTIVE)
    return kept._replace(
        application=application,
        touches=[touch for touch in kept.touches if touch.occurred_at <= at],
        deferrals=[one for one, made_at in zip(kept.deferrals, kept.deferred_at, strict=True) if made_at <= at],
    )


def _preferences(kept: ApplicationFacts) -> Preferences:
    named = kept.profile.preferences if kept.preferences is None else kept.preferences
    standard = Preferences()
    return Preferences(
        named.get("linkedin", standard.linkedin),
        Notes(named.get("handwritten_notes", standard.handwritten_notes)),
        named.get("calls", standard.calls),
    )


def _calendar(kept: ApplicationFacts) -> Calendar:
    region, hours = kept.profile.holiday_region, kept.profile.working_hours
    calendar = Calendar(holiday_region=region, region_holidays=holidays_of(region))
    if hours is not None:
        calendar.opens, calendar.closes = time.fromisoformat(hours["start"]), time.fromisoformat(hours["end"])
    return calendar
