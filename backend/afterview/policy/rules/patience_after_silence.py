"""After the last question comes patience, and then rest."""

from collections.abc import Iterator
from datetime import timedelta

from afterview.policy.effects import Effect, NotBefore
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind


@rule(
    basis=Basis.ARTICLE,
    sections=("FAQ9",),
    about=(Kind.NO_FURTHER_ACTION,),
    parameters=("patience_days",),
)
def patience_after_silence(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """When all is said, be patient for a while; then let it rest, and any word from them reopens it."""
    if not facts.active:
        return
    if facts.ahead:
        ends_at = facts.ahead[-1].ends_at
        rest_at = ends_at + timedelta(days=policy.patience_days)
        yield NotBefore(rest_at, "An interview is ahead; it ends {ends_at}.", ends_at=ends_at)
        return
    if facts.epoch_start is None:
        return
    last = facts.follow_ups[-1] if facts.follow_ups else None
    since = last.occurred_at if last else facts.epoch_start
    rest_at = since + timedelta(days=policy.patience_days)
    what = "You last followed up {since}" if last else "The last news was {since}"
    if facts.now < rest_at:
        because = f"{what}; there is nothing more to send, and they have until {{rest_at}}."
    else:
        because = f"{what} and it has been quiet since. You have done your part."
    yield NotBefore(rest_at, because, since=since, rest_at=rest_at)
