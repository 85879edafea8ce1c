"""Nothing else goes to a person who has yet to be thanked."""

from collections.abc import Iterator

from afterview.policy.effects import Awaits, Effect, NotBefore
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import ENQUIRIES, Basis, Kind
from afterview.policy.windows import thanks_owed


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
    owed = thanks_owed(facts, step.who)
    if owed is None:
        return
    closes_at, ended_at = owed.closes_at, owed.opens_at
    if facts.now < closes_at:
        because = "{who} has not been thanked for the interview that ended {ended_at}; that comes first."
        yield Awaits(closes_at, because, ended_at=ended_at)
    elif step.kind in ENQUIRIES and facts.now < facts.working_moment(closes_at, step.zone):
        because = (
            "{who} was not thanked after the interview that ended {ended_at}; "
            "the time for that ended {closes_at}, outside working hours."
        )
        yield NotBefore(closes_at, because, ended_at=ended_at, closes_at=closes_at)
