"""A no is answered with thanks, once."""

from collections.abc import Iterator
from datetime import timedelta

from afterview.policy.effects import Effect, NoLonger, NotAfter, NotBefore, Note
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind


@rule(
    basis=Basis.ARTICLE,
    sections=("FAQ7", "FAQ10"),
    about=(Kind.REJECTION_THANKS_EMAIL, Kind.NO_FURTHER_ACTION),
    parameters=("rejection_days",),
    when=lambda facts: facts.rejected,
)
def gracious_after_rejection(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """After a no, thank them once within the week; it leaves the door open."""
    rejected_at = facts.status_changed_at
    if rejected_at is None:
        return
    thanked_at = facts.rejection_thanked_at
    if step.kind == Kind.NO_FURTHER_ACTION:
        if thanked_at is not None:
            yield Note("You thanked them {thanked_at}. The door is open; no more is needed.", thanked_at=thanked_at)
        else:
            yield Note("They said no {rejected_at}. Nothing more is asked of you.", rejected_at=rejected_at)
        return
    if thanked_at is not None:
        yield NoLonger("You thanked them for the decision {thanked_at}.", thanked_at=thanked_at)
    closes_at = rejected_at + timedelta(days=policy.rejection_days)
    because = "They said no {rejected_at}; a gracious word is welcome until {closes_at}."
    yield NotBefore(rejected_at, because, rejected_at=rejected_at, closes_at=closes_at)
    yield NotAfter(closes_at, because, rejected_at=rejected_at, closes_at=closes_at)
