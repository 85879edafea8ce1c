"""A message about nothing in particular is worth little."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, Missing
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind


@rule(
    basis=Basis.ARTICLE,
    sections=("DO", "FAQ2"),
    about=(Kind.THANK_YOU_EMAIL, Kind.HANDWRITTEN_NOTE, Kind.LINKEDIN_REQUEST, Kind.CHECK_IN_EMAIL),
)
def make_it_personal(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """Mention something from the conversation; a message that fits everybody moves nobody."""
    interview = step.interview
    if interview is not None and step.held(facts.now) and not interview.discussion_points:
        because = "Nothing is noted about what you talked about; one topic makes the message yours."
        yield Missing(f"interviews/{interview.id}/discussion_points", because)
