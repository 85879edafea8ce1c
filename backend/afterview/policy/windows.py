"""Windows that several rules share: of a thank-you, and of the quiet that follows thanks and updates.

Several rules ask for the same window of the same person; it is worked out once for each situation.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import TypeVar, TypeVarTuple

from afterview.policy.situation import Situation
from afterview.policy.terms import Kind
from afterview.policy.working_time import days_after

_Asked = TypeVarTuple("_Asked")
_Answer = TypeVar("_Answer")


def _once(work_out: Callable[[Situation, *_Asked], _Answer]) -> Callable[[Situation, *_Asked], _Answer]:
    """The same function, remembering its answers for as long as the situation lasts."""

    @wraps(work_out)
    def ask(facts: Situation, *asked: *_Asked) -> _Answer:
        question = (work_out, asked)
        if question in facts.worked_out:
            remembered: _Answer = facts.worked_out[question]
            return remembered
        answer = facts.worked_out[question] = work_out(facts, *asked)
        return answer

    return ask


@dataclass(slots=True)
class Thanks:
    """The window of one thank-you: on time until `late_after`, possible until `closes_at`."""

    opens_at: datetime
    late_after: datetime
    closes_at: datetime


@_once
def thanks_for(facts: Situation, who: str | None) -> Thanks | None:
    """When a thank-you for the latest interview held with them is on time, and until when it is possible.

    Null when none was held.
    """
    person = facts.people[who]
    if person.held is None:
        return None
    ended_at = person.held.ends_at
    late_after = ended_at + facts.parameters.thank_you_time
    last = facts.promise.passed_at if facts.promise else quiet_weeks_after(facts, ended_at, person.zone, 1)
    return Thanks(ended_at, late_after, max(late_after, facts.working_moment(last, person.zone)))


def thanks_to_come(facts: Situation, who: str | None) -> Thanks | None:
    """The thank-you to that contact that can still be sent, if there is one."""
    owed = thanks_owed(facts, who)
    return owed if owed is not None and facts.now < owed.closes_at else None


@_once
def thanks_owed(facts: Situation, who: str | None) -> Thanks | None:
    """The thank-you to that contact that was not sent, whether or not it still can be; null when none is wanted."""
    window = thanks_for(facts, who)
    if window is None or facts.rejected:
        return None
    if facts.sent.thanked_at(who, window.opens_at):
        return None
    kind = Kind.HANDWRITTEN_NOTE if facts.people[who].by_post else Kind.THANK_YOU_EMAIL
    put_off = any(d.until is None or d.until >= window.closes_at for d in facts.deferrals_of(kind, who))
    return None if put_off else window


@_once
def quiet_weeks_after(facts: Situation, at: datetime, zone: str, weeks: int) -> datetime:
    """`weeks` quiet weeks later (of `quiet_days` each), never short in hours nor early on that zone's clocks."""
    return days_after(at, weeks * facts.parameters.quiet_days, zone)


def quiet_after_thanks(facts: Situation, zone: str, *, by_call: bool = False) -> datetime | None:
    """When the week after the thank-you (nobody thanked: after the interview, two by call) is over.

    Null when no interview was held.
    """
    if facts.latest_held is None:
        return None
    if facts.round_thanked_at is not None:
        return quiet_weeks_after(facts, facts.round_thanked_at, zone, 1)
    return quiet_weeks_after(facts, facts.latest_held.ends_at, zone, 2 if by_call else 1)


def quiet_after_update(facts: Situation, zone: str) -> datetime | None:
    """When the week that a dateless update buys is over; null when there was none, or a day was named since."""
    update = facts.dateless_update_at
    if update is None or any(promise.said_at >= update for promise in facts.promises):
        return None
    return quiet_weeks_after(facts, update, zone, 1)
