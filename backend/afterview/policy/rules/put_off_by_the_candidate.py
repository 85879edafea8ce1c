"""The candidate has the last word."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, Fact, Never, NotBefore
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import STEP_KINDS, Basis


@rule(basis=Basis.PREFERENCE, about=STEP_KINDS, when=lambda facts: bool(facts.facts.deferrals))
def put_off_by_the_candidate(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """You decide: what you put off waits, and what you decline is not suggested again."""
    for deferral in facts.deferrals_of(step.kind, step.who):
        reason: dict[str, Fact] = {"reason": deferral.reason} if deferral.reason else {}
        ending = ': "{reason}".' if reason else "."
        if deferral.until is None:
            yield Never("You chose not to do this" + ending, **reason)
        else:
            yield NotBefore(deferral.until, "You put this off until {until}" + ending, until=deferral.until, **reason)
