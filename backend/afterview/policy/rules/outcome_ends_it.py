"""Once the outcome is known, there is nothing left to ask."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, Never, Note
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind, Status

_WORDS = {
    Status.OFFERED: "They made an offer {changed_at}.",
    Status.ACCEPTED: "You accepted {changed_at}.",
    Status.WITHDRAWN: "You withdrew {changed_at}.",
    Status.CLOSED: "This application was closed {changed_at}.",
}


@rule(
    basis=Basis.ARTICLE,
    sections=("WHY",),
    about=(
        Kind.CHECK_IN_EMAIL,
        Kind.FOLLOW_UP_CALL,
        Kind.ADDITIONAL_INFORMATION_EMAIL,
        Kind.HANDWRITTEN_NOTE,
        Kind.NO_FURTHER_ACTION,
    ),
    when=lambda facts: facts.status in _WORDS,
)
def outcome_ends_it(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """Once there is an outcome, questions end; thanks and a connection stay welcome."""
    if step.is_thanks:
        return
    effect = Note if step.kind == Kind.NO_FURTHER_ACTION else Never
    yield effect(_WORDS[facts.status], changed_at=facts.status_changed_at)
