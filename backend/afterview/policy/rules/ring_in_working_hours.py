"""A phone rings only while people are at work."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, Shut
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind


@rule(basis=Basis.COURTESY, sections=("WAY2",), about=(Kind.FOLLOW_UP_CALL,))
def ring_in_working_hours(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """Call only in the other person's working hours."""
    opens_at = facts.working_moment(facts.now, step.zone)
    if opens_at > facts.now:
        yield Shut(opens_at, "It is outside {who}'s working hours until {opens_at}.", opens_at=opens_at)
