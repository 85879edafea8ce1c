"""Invariants 16 and 17, and the most of 12: the plan, held against taking one step after another."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from afterview.policy.decide import decide
from afterview.policy.facts import Facts, Touch
from afterview.policy.plan import PlannedStep, StepStatus, taken
from afterview.policy.recommendation import Action
from afterview.policy.terms import Kind, TouchKind
from tests.policy.invariants.advised import Advised, Pair
from tests.policy.invariants.stating import invariant
from tests.policy.invariants.words import Words

MOST_STEPS = 60
AT_MOST_TO_ONE = 5
INFORMATION = Kind.ADDITIONAL_INFORMATION_EMAIL
Taken = tuple[Pair, datetime]


@dataclass(frozen=True, slots=True)
class Lived:
    """What comes of taking every recommended step at its best time, and the facts in the end."""

    steps: list[Taken]
    touches: list[Touch]
    facts: Facts


def live(facts: Facts) -> Lived:
    """Take the recommended step at its best time, log it, decide anew, until there is nothing left to do."""
    steps: list[Taken] = []
    touches: list[Touch] = []
    while len(steps) <= MOST_STEPS:
        action = decide(facts).action
        if action.kind is Kind.NO_FURTHER_ACTION:
            return Lived(steps, touches, facts)
        if action.window is None:
            assert action.until, "a wait without an end"
            facts = replace(facts, now=action.until)
            continue
        best_at = action.window.best_at
        touch = Touch(TouchKind(action.kind.value), best_at, action.contact_id, action.interview_id, action.carries)
        facts = replace(facts, now=best_at, touches=[*facts.touches, touch])
        steps.append(((action.kind, action.contact_id), best_at))
        touches.append(touch)
    raise AssertionError(f"more than {MOST_STEPS} steps: {steps}")


# -- 16


@invariant(16, every=32)
def living_by_the_advice_is_the_plan(it: Advised) -> int:
    lived = live(it.facts)
    assert [_as_taken(step.action) for step in _to_do(it)] == lived.steps
    assert it.plan.ends_at == lived.facts.now
    return 1


@invariant(16, every=32)
def the_plan_is_in_order_and_ends(it: Advised) -> int:
    statuses = [step.status for step in it.plan.steps]
    assert statuses.count(StepStatus.NOW) == int(it.is_step)
    done = [step.occurred_at for step in it.plan.steps if step.occurred_at]
    times = [at for _, at in (_as_taken(step.action) for step in _to_do(it))]
    assert done == sorted(done)
    assert [it.now, *times, it.plan.ends_at] == sorted([it.now, *times, it.plan.ends_at])
    assert all(at <= it.now for at in done)
    assert it.plan.ends_with.action.kind is Kind.NO_FURTHER_ACTION
    return 1


@invariant(16, every=32)
def the_plan_starts_with_the_recommendation(it: Advised) -> int:
    to_do = _to_do(it)
    if it.action.kind is Kind.NO_FURTHER_ACTION:
        assert not to_do
        assert it.plan.ends_at == it.now
    elif it.action.until:
        then = it.at(it.action.until)
        assert [(s.action.kind, s.action.contact_id) for s in to_do[:1]] == ([then.pair] if then.is_step else [])
    else:
        assert to_do[0].action == it.action
        assert to_do[0].status is StepStatus.NOW
    return 1


@invariant(16, every=32)
def the_plan_after_a_step_is_the_rest_of_the_plan(it: Advised) -> int:
    facts = it.facts
    rest = [_as_taken(step.action) for step in _to_do(it)]
    met = 0
    while rest:
        action = decide(facts).action
        if action.until:
            facts = replace(facts, now=action.until)
        else:
            facts = taken(facts, action)
            rest = rest[1:]
        assert [_as_taken(step.action) for step in _to_do(Advised(facts))] == rest, f"after {action.kind}"
        met += 1
    return met


def _to_do(it: Advised) -> list[PlannedStep]:
    return [step for step in it.plan.steps if step.status in (StepStatus.NOW, StepStatus.UPCOMING)]


def _as_taken(action: Action) -> Taken:
    assert action.window, f"{action.kind} is no step"
    return (action.kind, action.contact_id), action.window.best_at


# -- 12


@invariant(12, every=32)
def nobody_gets_more_than_five_messages_in_a_silent_epoch(it: Advised) -> int:
    ends = [i.ends_at for i in it.words.ahead]
    counts = Counter(
        (who, sum(end <= at for end in ends)) for (kind, who), at in live(it.facts).steps if kind is not Kind.ANSWER
    )
    assert all(times <= AT_MOST_TO_ONE for times in counts.values()), f"{counts}"
    return len(counts)


# -- 17


@invariant(17, every=32)
def what_was_missed_goes_out_once_or_is_reported_as_spent(it: Advised) -> int:
    lived = live(it.facts)
    missed = Words(lived.facts).missed
    spent: list[str] = []
    for interview, following in pairwise([*missed, None]):
        assert interview, "only the last is followed by none"
        until = following.ends_at if following else None
        carriers = [t for t in lived.facts.touches if _carries(t, interview.ends_at, until)]
        planned = [t for t in lived.touches if t in carriers]
        assert len(planned) <= (0 if len(carriers) > len(planned) else 1), f"{carriers}"
        if not carriers:
            spent += [*interview.points_to_add, *interview.concerns]
    assert list(it.plan.spent_points) == spent, f"{it.plan.spent_points} are reported as spent, not {spent}"
    return len(missed)


def _carries(touch: Touch, since: datetime, until: datetime | None) -> bool:
    within = touch.occurred_at >= since and (until is None or touch.occurred_at < until)
    return within and (touch.kind is TouchKind.ADDITIONAL_INFORMATION_EMAIL or INFORMATION in touch.carries)
