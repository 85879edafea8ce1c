"""One question, unless a promised date has passed."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, NoLonger, Note
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind


@rule(basis=Basis.ARTICLE, sections=("FAQ3",), about=(Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL))
def one_enquiry(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """Ask one person, once; only a promised date that has passed makes a second question fair."""
    if not facts.enquiries:
        yield Note("Nobody has been asked since the last news, and {who} is the one to ask.")
    elif facts.promise is None:
        because = "You asked {asked_at} and no date was promised, so one question is enough."
        yield NoLonger(because, asked_at=facts.enquiries[-1].occurred_at)
