"""A message needs an address, a call a number."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, Missing, Never
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import STEP_KINDS, Basis, Kind

_ADDRESS = {
    Kind.REJECTION_THANKS_EMAIL: "email",
    Kind.THANK_YOU_EMAIL: "email",
    Kind.CHECK_IN_EMAIL: "email",
    Kind.ADDITIONAL_INFORMATION_EMAIL: "email",
    Kind.FOLLOW_UP_CALL: "phone",
    Kind.HANDWRITTEN_NOTE: "postal_address",
    Kind.LINKEDIN_REQUEST: "linkedin_url",
}
_WORDS = {
    "email": "email address",
    "phone": "phone number",
    "postal_address": "postal address",
    "linkedin_url": "LinkedIn address",
}


@rule(basis=Basis.COURTESY, about=STEP_KINDS)
def reachable(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A step needs an address or a number on file; only for thanks is finding one part of the step."""
    address = _ADDRESS.get(step.kind)
    if address is None:  # an answer goes back the way the question came
        return
    if step.contact is None:
        because = "No person is on file for this interview; a name and a way to reach them make this possible."
        yield Missing(_where_people_belong(step), because)
        if not step.is_thanks:
            yield Never(because)
        return
    if getattr(step.contact, address):
        return
    because = "No {address} of {who} is on file."
    yield Missing(f"contacts/{step.contact.id}/{address}", because, address=_WORDS[address])
    if not step.is_thanks and step.kind != Kind.LINKEDIN_REQUEST:
        yield Never(because, address=_WORDS[address])


def _where_people_belong(step: Step) -> str:
    return f"interviews/{step.interview.id}/interviewer_ids" if step.interview else "contacts"
