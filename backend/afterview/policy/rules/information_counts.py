"""An e-mail with information is a follow-up, and must come before a question would."""

from collections.abc import Iterator
from datetime import datetime

from afterview.policy.effects import Effect, NoLonger, NotAfter, NotBefore
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind
from afterview.policy.windows import quiet_after_thanks, quiet_after_update


@rule(
    basis=Basis.ARTICLE,
    sections=("WAY5", "FAQ3"),
    about=(Kind.ADDITIONAL_INFORMATION_EMAIL,),
    parameters=("quiet_days",),
)
def information_counts(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """Send additional information once, while they are still deciding; it counts as one of your follow-ups."""
    sent = next((t for t in facts.follow_ups if t.kind.value == Kind.ADDITIONAL_INFORMATION_EMAIL), None)
    if sent is not None:
        yield NoLonger("Additional information went out {sent_at}; once is enough.", sent_at=sent.occurred_at)
    if facts.ahead:
        ends_at = facts.ahead[-1].ends_at
        yield NotBefore(ends_at, "You can say it in the interview that ends {ends_at}.", ends_at=ends_at)
    closes_at = _closes_at(facts)
    if closes_at is None:
        return
    if facts.now < closes_at:
        because = "It still helps their decision until {closes_at}."
    else:
        because = "Since {closes_at} a check-in may carry it instead."
    yield NotAfter(closes_at, because, closes_at=closes_at)


def _closes_at(facts: Situation) -> datetime | None:
    """When the promised day ends, else when the week of thanks or of an update lets an enquiry open."""
    if facts.promise is not None:
        return facts.promise.passed_at
    zone = facts.people[facts.enquiry_recipient].zone
    weeks = [at for at in (quiet_after_thanks(facts, zone), quiet_after_update(facts, zone)) if at is not None]
    return facts.working_moment(max(weeks), zone) if weeks else None
