"""Windows that several rules share: of a thank-you, and of the quiet that follows thanks and updates."""

from dataclasses import dataclass
from datetime import datetime

from afterview.policy.facts import Interview
from afterview.policy.situation import Situation
from afterview.policy.terms import Kind
from afterview.policy.working_time import days_after


@dataclass(slots=True)
class Thanks:
    """The window of one thank-you: on time until `late_after`, possible until `closes_at`."""

    opens_at: datetime
    late_after: datetime
    closes_at: datetime


def thanks_for(interview: Interview, facts: Situation, zone: str) -> Thanks:
    """When a thank-you for that interview is on time, and until when it is possible, in its reader's zone."""
    late_after = interview.ends_at + facts.parameters.thank_you_time
    promise = facts.promise
    last = promise.passed_at if promise else quiet_week_after(interview.ends_at, facts, zone)
    return Thanks(interview.ends_at, late_after, max(late_after, facts.working_moment(last, zone)))


def thanks_to_come(who: str | None, facts: Situation) -> Thanks | None:
    """The thank-you to that contact that can still be sent, if there is one."""
    person = facts.people[who]
    if person.held is None or facts.rejected or facts.sent.thanked_at(who, person.held.ends_at):
        return None
    window = thanks_for(person.held, facts, person.zone)
    kind = Kind.HANDWRITTEN_NOTE if person.by_post else Kind.THANK_YOU_EMAIL
    put_off = any(d.until is None or d.until >= window.closes_at for d in facts.deferrals_of(kind, who))
    return None if put_off or facts.now >= window.closes_at else window


def quiet_week_after(at: datetime, facts: Situation, zone: str, weeks: int = 1) -> datetime:
    """`weeks` quiet weeks later (of `quiet_days` each), never short in hours nor early on that zone's clocks."""
    return days_after(at, weeks * facts.parameters.quiet_days, zone)


def quiet_after_thanks(facts: Situation, zone: str, *, by_call: bool = False) -> datetime | None:
    """When the week after the thank-you (nobody thanked: after the interview, two by call) is over.

    Null when no interview was held.
    """
    if facts.latest_held is None:
        return None
    if facts.round_thanked_at is not None:
        return quiet_week_after(facts.round_thanked_at, facts, zone)
    return quiet_week_after(facts.latest_held.ends_at, facts, zone, weeks=2 if by_call else 1)


def quiet_after_update(facts: Situation, zone: str) -> datetime | None:
    """When the week that a dateless update buys is over; null when there was none, or a day was named since."""
    update = facts.dateless_update_at
    if update is None or any(promise.said_at >= update for promise in facts.promises):
        return None
    return quiet_week_after(update, facts, zone)
