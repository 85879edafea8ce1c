"""A phone rings only while people are at work."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, Shut, ShutsAt
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind
from afterview.policy.working_time import end_of_working_day


@rule(basis=Basis.COURTESY, sections=("WAY2",), about=(Kind.FOLLOW_UP_CALL,))
def ring_in_working_hours(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """Call only in the other person's working hours."""
    opens_at = facts.working_moment(facts.now, step.zone)
    if opens_at > facts.now:
        yield Shut(opens_at, "It is outside {who}'s working hours until {opens_at}.", opens_at=opens_at)
    else:
        shuts_at = end_of_working_day(facts.now, step.zone, facts.calendar)
        yield ShutsAt(shuts_at, "{who}'s working hours end {shuts_at}.", shuts_at=shuts_at)
