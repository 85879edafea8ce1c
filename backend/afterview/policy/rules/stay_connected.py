"""After a no, a connection is still worth having."""

from collections.abc import Iterator
from datetime import timedelta

from afterview.policy.effects import Effect, NotBefore
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind


@rule(
    basis=Basis.ARTICLE,
    sections=("FAQ10",),
    about=(Kind.LINKEDIN_REQUEST,),
    parameters=("hours_between_touches", "rejection_days"),
    when=lambda facts: facts.rejected,
)
def stay_connected(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """After your thanks for a no, stay in touch with the people you met."""
    rejected_at = facts.status_changed_at
    if rejected_at is None:
        return
    thanked_at = facts.rejection_thanked_at
    if thanked_at is not None:
        opens_at = thanked_at + policy.spacing
        because = "You thanked them for the decision {thanked_at}; from {opens_at} an invitation is kind."
        yield NotBefore(opens_at, because, thanked_at=thanked_at, opens_at=opens_at)
    else:
        opens_at = rejected_at + timedelta(days=policy.rejection_days)
        because = "Thanks for the decision come first, or {opens_at} if none are sent."
        yield NotBefore(opens_at, because, rejected_at=rejected_at, opens_at=opens_at)
