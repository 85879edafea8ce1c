"""What a calendar is to show of one application: the steps that are due, or open by themselves, each at one moment.

The agenda can say "now" every time it is asked; an entry in a calendar has to stay where it was put, or every look at
it would move it and ring again.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, tzinfo
from typing import Final, NamedTuple

from afterview.policy.decide import decide
from afterview.policy.facts import Facts
from afterview.policy.judgement import Reason
from afterview.policy.plan import taken
from afterview.policy.recommendation import Action, Recommendation
from afterview.policy.situation import Situation
from afterview.policy.terms import STEP_KINDS, Strength
from afterview.services.attention import is_due

_MOST_CHANGES: Final = 12
"""How often the clock alone may have changed the advice since the last event, before nobody looks any further."""


class DueStep(NamedTuple):
    """A step, the first or second or ... of its kind to that contact, and the moment to take it.

    The moment is a day for what should have been done before that day. `hoped` steps are to come if nobody answers.
    """

    action: Action
    reasons: list[Reason]
    number: int
    at: datetime | date
    hoped: bool


def due_steps(facts: Facts, advice: Recommendation, *, until: datetime, zone: tzinfo) -> Iterator[DueStep]:
    """The steps to show: the recommended one, or the one that opens by `until`; and the same for others met with it.

    `zone` is where the reader's day begins.
    """
    opened = opening(facts, advice, until)
    if opened is None:
        return
    at = _moment(facts, opened, zone)
    for step in _alike(facts, opened):
        yield DueStep(step.action, step.reasons, _number(step), at, opened is not advice)


def opening(facts: Facts, advice: Recommendation, until: datetime) -> Recommendation | None:
    """The advice that has a step: this one, or what it will be when the wait is over."""
    if not is_due(advice, until):
        return None
    if advice.action.until is None:
        return advice
    then = decide(replace(facts, now=advice.action.until))
    return then if then.action.kind in STEP_KINDS else None


def _alike(facts: Facts, opening: Recommendation) -> Iterator[Recommendation]:
    """That step, and those of the same kind that are right as soon as it is taken, such as thanks to a whole panel."""
    step, seen = opening, set()
    while step.action.kind is opening.action.kind and step.action.contact_id not in seen:
        seen.add(step.action.contact_id)
        yield step
        facts = taken(facts, step.action)
        step = decide(facts)


def _number(step: Recommendation) -> int:
    this = step.action.kind.value, step.action.contact_id
    return 1 + sum((touch.kind.value, touch.contact_id) == this for touch in step.situation.touches)


def _moment(facts: Facts, opening: Recommendation, zone: tzinfo) -> datetime | date:
    """The best moment as it was when the step opened; for what should have been done on an earlier day, the day."""
    first = _first_best_at(facts, opening)
    day = opening.situation.now.astimezone(zone).date()
    if first.astimezone(zone).date() >= day or opening.action.strength is Strength.MAY:
        return first
    return day


def _first_best_at(facts: Facts, opening: Recommendation) -> datetime:
    """Walk from the last event to the moment at which the step was recommended first, and take the best one then."""
    window, now = opening.action.window, opening.situation.now
    if window is None:
        raise ValueError(f"{opening.action.kind} has no window")
    at: datetime | None = _last_event(opening.situation)
    for _ in range(_MOST_CHANGES):
        if at is None or at >= now:
            break
        then = decide(replace(facts, now=at))
        if then.action.window and _same(then.action, opening.action):
            return then.action.window.best_at
        at = then.next_review_at
    return window.best_at if at is not None and at >= now else window.opens_at


def _last_event(situation: Situation) -> datetime | None:
    """When something happened last that advice may rest on; null when nothing has."""
    happened = [touch.occurred_at for touch in situation.touches]
    happened += [interview.ends_at for interview in situation.held]
    happened += [d.until for d in situation.facts.deferrals if d.until is not None and d.until <= situation.now]
    if situation.status_changed_at is not None:
        happened.append(situation.status_changed_at)
    return max(happened, default=None)


def _same(one: Action, other: Action) -> bool:
    return (one.kind, one.contact_id) == (other.kind, other.contact_id)
