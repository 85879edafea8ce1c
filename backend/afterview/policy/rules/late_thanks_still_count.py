"""A late thank-you is still sent, until the moment when an enquiry may open and can carry it."""

from collections.abc import Iterator

from afterview.policy.effects import Carry, Effect, NotAfter
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind
from afterview.policy.windows import thanks_for


@rule(
    basis=Basis.READING,
    sections=("WHEN",),
    about=(Kind.THANK_YOU_EMAIL, Kind.HANDWRITTEN_NOTE, Kind.CHECK_IN_EMAIL),
    parameters=("quiet_days",),
)
def late_thanks_still_count(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """Late thanks beat none, for a week or until the promised date has passed; then a check-in carries them."""
    interview = step.person.held
    if interview is None:
        return
    window = thanks_for(facts, step.who)
    if step.is_thanks and window is not None:
        if facts.now < window.closes_at:
            because = "Even late, thanks alone are welcome until {closes_at}."
        else:
            because = "Since {closes_at} thanks alone would come too late; a check-in can carry them."
        yield NotAfter(window.closes_at, because, closes_at=window.closes_at, ended_at=interview.ends_at)
    elif step.kind == Kind.CHECK_IN_EMAIL and _owes_thanks(step, facts):
        yield Carry(
            Kind.THANK_YOU_EMAIL,
            "{who} was not thanked after the interview that ended {ended_at}, so this message says thank you as well.",
            ended_at=interview.ends_at,
        )


def _owes_thanks(step: Step, facts: Situation) -> bool:
    interview = step.person.held
    if interview is None or facts.sent.thanked_at(step.who, interview.ends_at):
        return False
    return not facts.declined(Kind.THANK_YOU_EMAIL, step.who)
