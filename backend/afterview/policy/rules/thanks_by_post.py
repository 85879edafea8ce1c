"""For somebody with a postal address and no e-mail, the handwritten note is the thank-you."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, Never, Strength
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind
from afterview.policy.terms import Strength as StrengthOf


@rule(
    basis=Basis.READING,
    sections=("WHEN",),
    about=(Kind.THANK_YOU_EMAIL, Kind.HANDWRITTEN_NOTE),
    when=lambda facts: facts.people.anyone_by_post,
)
def thanks_by_post(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """Where only a postal address is known, a handwritten note is the thank-you, posted within the day."""
    if not step.person.by_post:
        return
    because = "For {who} a postal address is on file and no email, so the note is the thank-you."
    if step.kind == Kind.HANDWRITTEN_NOTE:
        yield Strength(StrengthOf.SHOULD, because)
    else:
        yield Never(because)
