"""What is optional waits while something that matters is due."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, OnlyAllowed
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind


@rule(
    basis=Basis.READING,
    sections=("DONT",),
    about=(Kind.ADDITIONAL_INFORMATION_EMAIL, Kind.HANDWRITTEN_NOTE, Kind.LINKEDIN_REQUEST),
)
def optional_steps_stand_back(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """Do not spread yourself: while thanks, an answer or a question is due to anybody, the optional steps can wait."""
    if facts.due is not None and not step.is_thanks:
        yield OnlyAllowed("Something that matters more is due first, to {due_to}.", due_to=facts.due.name)
