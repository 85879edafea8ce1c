"""A second question, a week after the first, and never a third message."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, NoLonger, NotBefore, Strength
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import ENQUIRIES, Basis, Kind
from afterview.policy.terms import Strength as StrengthOf
from afterview.policy.working_time import days_after


@rule(
    basis=Basis.ARTICLE,
    sections=("FAQ3",),
    about=(Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL, Kind.ADDITIONAL_INFORMATION_EMAIL),
    parameters=("days_between_enquiries", "max_follow_ups"),
    when=lambda facts: bool(facts.follow_ups),
)
def again_after_the_timeline(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """If a promised date passes, ask once again a week after the first; follow up twice at most, then let it rest."""
    last_at = facts.follow_ups[-1].occurred_at
    asking = step.kind in ENQUIRIES
    count = len(facts.follow_ups)
    if count >= policy.max_follow_ups:
        because = "You followed up {count} time(s) since the last news, the last time {last_at}; that is enough."
        yield NoLonger(because, count=count, last_at=last_at)
        return
    again_at = days_after(last_at, policy.days_between_enquiries, step.zone)
    yield NotBefore(
        again_at, "You followed up {last_at}; leave them until {again_at}.", last_at=last_at, again_at=again_at
    )
    if asking and facts.enquiries:
        yield Strength(StrengthOf.MAY, "You asked {asked_at}; a second time is allowed, not needed.", asked_at=last_at)
