"""The plan: what happened, what is due, and what follows if nobody answers and every step is taken at its best time.

It is `decide` applied again and again: take the recommended step at its best time, log it, decide anew.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from itertools import zip_longest

from afterview.policy.decide import decide
from afterview.policy.effects import NoLonger
from afterview.policy.facts import Facts, Touch
from afterview.policy.judgement import Judgement, Reason
from afterview.policy.known import known
from afterview.policy.recommendation import Action, Recommendation
from afterview.policy.rules import RULES
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.steps import STEPS
from afterview.policy.terms import STEP_KINDS, Kind, TouchKind, Verdict

ASSUMES = "Nobody answers, and every step is taken at its best time."
# The rules end every sequence well before this; it only keeps a defect from turning into an endless loop.
_MOST_STEPS = 1000


class StepStatus(StrEnum):
    """Where a step of the plan stands."""

    DONE = "done"
    MISSED = "missed"
    DISMISSED = "dismissed"
    NOW = "now"
    UPCOMING = "upcoming"


@dataclass(slots=True)
class PlannedStep:
    """One thing to do, or done at `occurred_at`, with its reasons."""

    status: StepStatus
    action: Action
    reasons: list[Reason]
    occurred_at: datetime | None = None


@dataclass(slots=True)
class Plan:
    """Every step in order, and the rest at the end: when it begins and why, and whether points were never carried."""

    advice: Recommendation
    steps: list[PlannedStep]
    ends_at: datetime
    ends_with: Recommendation
    spent_points: tuple[str, ...]


def plan(facts: Facts) -> Plan:
    """What happened and what follows for these facts, up to the moment when nothing is left to do."""
    facts = known(facts)
    advice = decide(facts)
    steps = [*_done(advice.situation), *_passed_over(advice)]
    at = advice
    for _ in range(_MOST_STEPS):
        kind = at.action.kind
        if kind == Kind.NO_FURTHER_ACTION:
            return Plan(advice, steps, at.situation.now, at, _never_carried(at.situation))
        if kind == Kind.WAIT:
            facts = replace(facts, now=at.action.until)  # type: ignore[arg-type]
        else:
            steps.append(PlannedStep(StepStatus.NOW if at is advice else StepStatus.UPCOMING, at.action, at.reasons))
            facts = taken(facts, at.action)
        at = decide(facts)
    raise AssertionError("a plan must end")


def taken(facts: Facts, action: Action) -> Facts:
    """The facts once that step is taken at its best time."""
    if action.window is None:
        raise ValueError(f"{action.kind} is not a step that can be taken")
    touch = Touch(
        kind=TouchKind(action.kind.value),
        occurred_at=action.window.best_at,
        contact_id=action.contact_id,
        interview_id=action.interview_id,
        carries=action.carries,
    )
    return replace(facts, now=action.window.best_at, touches=[*facts.touches, touch])


def _done(situation: Situation) -> list[PlannedStep]:
    steps = []
    for touch in situation.touches:
        if touch.kind.value not in STEP_KINDS:
            continue
        kind = Kind(touch.kind.value)
        step = STEPS[kind]
        person = situation.people[touch.contact_id]
        action = Action(
            kind=kind,
            channel=step.channel,
            contact_id=touch.contact_id,
            interview_id=touch.interview_id,
            headline=step.headline.format(who=person.name),
            strength=step.strength,
            zone=person.zone,
            carries=touch.carries,
            include=step.include,
        )
        done = NoLonger("You did this {done_at}.", done_at=touch.occurred_at)
        reason = (RULES[step.others_rule], done, Step(kind, person, person.interview))
        steps.append(PlannedStep(StepStatus.DONE, action, [reason], touch.occurred_at))
    return steps


def _passed_over(advice: Recommendation) -> list[PlannedStep]:
    """Thank-yous whose time went by, and steps that the candidate declined."""
    steps = []
    for j in advice.alternatives:
        declined = j.never is not None and j.never[0].id == "put-off-by-the-candidate"
        missed = j.step.is_thanks and j.verdict == Verdict.NO_LONGER and j.gone is None
        if declined or missed:
            status = StepStatus.DISMISSED if declined else StepStatus.MISSED
            steps.append(PlannedStep(status, _closed_action(j), [j.binding or j.reasons[0]]))
    return steps


def _closed_action(j: Judgement) -> Action:
    step = STEPS[j.step.kind]
    return Action(
        kind=j.step.kind,
        channel=step.channel,
        contact_id=j.step.who,
        interview_id=j.step.interview.id if j.step.interview else None,
        headline=step.headline.format(who=j.step.name),
        strength=step.strength,
        zone=j.step.zone,
        include=step.include,
    )


def _never_carried(situation: Situation) -> tuple[str, ...]:
    """What was left to add after each interview, if no message carried it before the next one left more to add."""
    leaving = [i for i in situation.held if i.points_to_add or i.concerns]
    left: list[str] = []
    for interview, following in zip_longest(leaving, leaving[1:]):
        before = following.ends_at if following else None
        if situation.sent.points_carried_at(interview.ends_at, before) is None:
            left += (*interview.points_to_add, *interview.concerns)
    return tuple(left)
