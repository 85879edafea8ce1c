"""First in writing, then by voice; the other way round on request."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, Note, OnlyAllowed
from afterview.policy.parameters import EnquiryOrder, Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind


@rule(
    basis=Basis.READING,
    sections=("WAY2",),
    about=(Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL),
    parameters=("enquiry_order",),
)
def email_then_call(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """Ask by email first and by phone the second time, where both are possible."""
    first = Kind.CHECK_IN_EMAIL if policy.enquiry_order == EnquiryOrder.EMAIL_FIRST else Kind.FOLLOW_UP_CALL
    second = Kind.FOLLOW_UP_CALL if first == Kind.CHECK_IN_EMAIL else Kind.CHECK_IN_EMAIL
    turn = second if facts.enquiries else first
    if step.kind == turn or not facts.usable(turn, step.who):
        yield Note("It is the turn of this way to ask {who}.")
    else:
        way = "a call" if turn == Kind.FOLLOW_UP_CALL else "an email"
        yield OnlyAllowed("It is the turn of {way}; this way stays open to you.", way=way)
