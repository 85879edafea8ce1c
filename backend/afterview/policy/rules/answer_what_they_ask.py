"""A question or an offer from them comes before everything else."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, Never, NoLonger, NotBefore
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind, Status


@rule(basis=Basis.COURTESY, sections=("WHY",), about=(Kind.ANSWER,))
def answer_what_they_ask(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """Answer a question or an offer before you do anything else."""
    asked_at = facts.open_questions.get(step.who)
    if asked_at is not None:
        offer = facts.status == Status.OFFERED and asked_at == facts.status_changed_at
        because = "They made an offer {asked_at}." if offer else "{who} asked you something {asked_at}."
        yield NotBefore(asked_at, because, asked_at=asked_at)
    elif facts.status in (Status.ACTIVE, Status.OFFERED):
        yield NoLonger("You have answered {who}.")
    else:
        yield Never("Nothing is left to answer.")
