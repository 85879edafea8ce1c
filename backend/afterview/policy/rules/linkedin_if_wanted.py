"""Some people keep LinkedIn out of it."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, Never
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind


@rule(basis=Basis.PREFERENCE, about=(Kind.LINKEDIN_REQUEST,), when=lambda facts: not facts.preferences.linkedin)
def linkedin_if_wanted(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """LinkedIn is suggested only to those who want it."""
    yield Never("You asked us to leave LinkedIn out.")
