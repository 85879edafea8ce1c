"""A day lies between two touches to one person."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, NotBefore
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind


@rule(
    basis=Basis.ARTICLE,
    sections=("FAQ4",),
    about=(
        Kind.CHECK_IN_EMAIL,
        Kind.FOLLOW_UP_CALL,
        Kind.ADDITIONAL_INFORMATION_EMAIL,
        Kind.HANDWRITTEN_NOTE,
        Kind.LINKEDIN_REQUEST,
    ),
    parameters=("hours_between_touches",),
)
def one_thing_a_day(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """Use one platform at a time: leave a day between two messages to the same person."""
    sent = facts.sent.to(step.who)
    if step.is_thanks or not sent:
        return
    last_at = sent[-1].occurred_at
    free_at = last_at + policy.spacing
    because = "{who} last heard from you {last_at}; leave a day, until {free_at}."
    yield NotBefore(free_at, because, last_at=last_at, free_at=free_at)
