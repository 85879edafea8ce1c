"""Some people do not make calls."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, Never
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind


@rule(basis=Basis.PREFERENCE, about=(Kind.FOLLOW_UP_CALL,), when=lambda facts: not facts.preferences.calls)
def calls_if_wanted(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """Calls are suggested only to those who make them."""
    yield Never("You asked us to leave calls out.")
