"""From when an application wants attention, and how urgent it is: what the agenda is found and sorted by."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from afterview.policy.decide import decide
from afterview.policy.facts import Facts
from afterview.policy.recommendation import Recommendation
from afterview.policy.terms import STEP_KINDS, Kind, Strength

_PATIENCE: Final = {Strength.SHOULD: timedelta(days=14), Strength.MAY: timedelta(days=28)}
"""How long after it opens a step that never closes counts as due, for the order of the agenda alone: what can be too
late comes first."""

_AGAIN: Final = timedelta(minutes=1)
"""When to look again where the next change should have been here already."""


class Attention(NamedTuple):
    """From when something is to be done, past when it is open now, and by when; both null when nothing will be."""

    next_review_at: datetime | None
    act_by: datetime | None


NONE: Final = Attention(None, None)


def attention(facts: Facts, advice: Recommendation) -> Attention:
    """What follows for the agenda from this advice, until something but the clock changes it."""
    action = advice.action
    if action.window is not None:
        return Attention(action.window.opens_at, act_by(advice))
    if action.until is None or action.next_kind not in STEP_KINDS:
        return NONE
    then = decide(replace(facts, now=action.until))
    return Attention(action.until, act_by(then))


def act_by(advice: Recommendation) -> datetime | None:
    """By when to take the step that is open: its closing, or some days after it opened; null for other advice."""
    action = advice.action
    if action.window is None:
        return None
    return action.window.closes_at or action.window.opens_at + _PATIENCE[action.strength]


def changes_at(advice: Recommendation, now: datetime) -> datetime | None:
    """When to look again, because the clock alone may change this advice then; always ahead, or null."""
    at = advice.next_review_at
    return at if at is None or at > now else now + _AGAIN


def due_action(advice: Recommendation) -> str | None:
    """What tells the action that is due from every other one there has been; null when none is due.

    Its lateness is none of it, and neither is the night in which nobody is called: it is the same action all along.
    """
    if advice.chosen is None:
        return None
    action, opens_at = advice.action, advice.chosen.opens_at
    touches = [(touch.kind.value, touch.contact_id) for touch in advice.situation.facts.touches]
    times = touches.count((action.kind.value, action.contact_id))
    parts = (action.kind.value, action.contact_id, action.interview_id, opens_at and opens_at.isoformat())
    return " ".join([*(part or "-" for part in parts), str(times)])


def is_due(advice: Recommendation, until: datetime) -> bool:
    """Whether there is something to do by that instant: a step open now, or a wait that ends with one by then."""
    action = advice.action
    if action.kind is Kind.WAIT:
        return action.next_kind in STEP_KINDS and action.until is not None and action.until <= until
    return action.kind in STEP_KINDS
