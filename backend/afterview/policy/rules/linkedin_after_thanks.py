"""A connection request comes a day after the thank-you, never before it."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, NoLonger, NotBefore
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind, TouchKind


@rule(
    basis=Basis.ARTICLE,
    sections=("WAY3",),
    about=(Kind.LINKEDIN_REQUEST,),
    parameters=("hours_between_touches",),
)
def linkedin_after_thanks(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """Invite an interviewer only once the thank-you is out, leave a day between the two, and ask once."""
    asked = next((t for t in facts.sent.to(step.who) if t.kind == TouchKind.LINKEDIN_REQUEST), None)
    if asked is not None:
        yield NoLonger("{who} was invited {asked_at}; once is enough.", asked_at=asked.occurred_at)
    if facts.rejected:
        return
    thanked_at = facts.sent.thanked_at(step.who)
    if thanked_at is None:
        yield NotBefore(None, "{who} has not been thanked yet.")
    else:
        opens_at = thanked_at + policy.spacing
        yield NotBefore(opens_at, "{who} was thanked {thanked_at}.", thanked_at=thanked_at)
