"""Everybody who gave their time is thanked, once for each round."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, NoLonger
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind


@rule(basis=Basis.READING, sections=("WAY1", "DO"), about=(Kind.THANK_YOU_EMAIL, Kind.HANDWRITTEN_NOTE))
def thank_each_person(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """Thank each interviewer by name, once after each round."""
    if not step.is_thanks or step.interview is None or not step.held(facts.now):
        return
    thanked_at = facts.sent.thanked_at(step.who, step.interview.ends_at)
    if thanked_at is not None:
        yield NoLonger("{who} was thanked {thanked_at}.", thanked_at=thanked_at)
