"""After a no, nothing asks for anything."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, Never
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind


@rule(
    basis=Basis.ARTICLE,
    sections=("FAQ7", "DONT"),
    about=(
        Kind.THANK_YOU_EMAIL,
        Kind.CHECK_IN_EMAIL,
        Kind.FOLLOW_UP_CALL,
        Kind.ADDITIONAL_INFORMATION_EMAIL,
        Kind.HANDWRITTEN_NOTE,
    ),
    when=lambda facts: facts.rejected,
)
def never_press(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """After a no, do not ask, argue or send more; thanks for the decision are all."""
    yield Never("They said no {rejected_at}.", rejected_at=facts.status_changed_at)
