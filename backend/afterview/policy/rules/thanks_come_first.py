"""Nothing else goes to a person who has yet to be thanked."""

from collections.abc import Iterator

from afterview.policy.effects import Awaits, Effect
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind
from afterview.policy.windows import thanks_to_come


@rule(
    basis=Basis.ARTICLE,
    sections=("FAQ3", "WAY3"),
    about=(
        Kind.CHECK_IN_EMAIL,
        Kind.FOLLOW_UP_CALL,
        Kind.ADDITIONAL_INFORMATION_EMAIL,
        Kind.LINKEDIN_REQUEST,
        Kind.HANDWRITTEN_NOTE,
    ),
)
def thanks_come_first(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """Thank a person before anything else goes to them."""
    if step.is_thanks:
        return
    owed = thanks_to_come(facts, step.who)
    if owed is None:
        return
    because = "{who} has not been thanked for the interview that ended {ended_at}; that comes first."
    yield Awaits(owed.closes_at, because, ended_at=owed.opens_at)
