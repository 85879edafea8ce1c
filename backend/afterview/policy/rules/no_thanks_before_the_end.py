"""Nothing follows an interview that has not been held."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, NotBefore, Note
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind


@rule(
    basis=Basis.ARTICLE,
    sections=("WHEN",),
    about=(Kind.THANK_YOU_EMAIL, Kind.HANDWRITTEN_NOTE, Kind.LINKEDIN_REQUEST, Kind.NO_FURTHER_ACTION),
    when=lambda facts: bool(facts.ahead) or not facts.held,
)
def no_thanks_before_the_end(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """Follow up on an interview only once it has ended."""
    if step.kind == Kind.NO_FURTHER_ACTION:
        if not facts.held and not facts.ahead:
            yield Note("No interview is held or planned, so there is nothing to follow up.")
    elif step.interview is not None and not step.held(facts.now):
        ends_at = step.interview.ends_at
        yield NotBefore(ends_at, "The interview with {who} ends {ends_at}.", ends_at=ends_at)
