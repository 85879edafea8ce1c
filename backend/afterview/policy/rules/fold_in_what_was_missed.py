"""What was left unsaid rides in a message that goes out anyway."""

from collections.abc import Iterator

from afterview.policy.effects import Carry, Effect, NoLonger, NotBefore
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind
from afterview.policy.windows import thanks_to_come


@rule(
    basis=Basis.ARTICLE,
    sections=("FAQ5",),
    about=(
        Kind.THANK_YOU_EMAIL,
        Kind.HANDWRITTEN_NOTE,
        Kind.ADDITIONAL_INFORMATION_EMAIL,
        Kind.CHECK_IN_EMAIL,
    ),
    when=lambda facts: facts.informing is not None,
)
def fold_in_what_was_missed(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """Put what you missed into the thank-you; after that into one email of its own, or into the check-in."""
    interview = facts.informing
    if interview is None:
        return
    if step.kind == Kind.ADDITIONAL_INFORMATION_EMAIL:
        if facts.points_carried_at is None:
            because = "Something was left to add after the interview that ended {ended_at}."
            yield NotBefore(interview.ends_at, because, ended_at=interview.ends_at)
        else:
            yield NoLonger("What you had to add went out {carried_at}.", carried_at=facts.points_carried_at)
    elif facts.points_left and _is_the_carrier(step, facts):
        because = "What was left to add after the interview that ended {ended_at} fits in here."
        yield Carry(Kind.ADDITIONAL_INFORMATION_EMAIL, because, ended_at=interview.ends_at)


def _is_the_carrier(step: Step, facts: Situation) -> bool:
    if step.kind == Kind.CHECK_IN_EMAIL:
        return thanks_to_come(facts, facts.lead) is None
    return step.is_thanks and step.who == facts.lead and step.held(facts.now)
