"""An interview ahead is the answer that an enquiry would ask for."""

from collections.abc import Iterator
from datetime import datetime

from afterview.policy.effects import Effect, NotBefore
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind
from afterview.policy.windows import quiet_weeks_after
from afterview.policy.working_time import end_of_day


@rule(
    basis=Basis.READING,
    sections=("FAQ1",),
    about=(Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL),
    parameters=("quiet_days",),
    when=lambda facts: bool(facts.ahead),
)
def next_round_is_an_answer(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """While another interview is ahead, they have answered; there is nothing to ask."""
    because = (
        "The interview that ends {ends_at} is their answer for now; if nothing is said there, ask from {opens_at}."
    )
    opens_at = _opening_after(step, facts)
    yield NotBefore(opens_at, because, ends_at=facts.ahead[-1].ends_at, opens_at=opens_at)


def _opening_after(step: Step, facts: Situation) -> datetime:
    """The earliest opening once the last interview ahead is over, if nothing else happens until then."""
    last = facts.ahead[-1]
    if last.reply_expected_by:
        return max(last.ends_at, end_of_day(last.reply_expected_by, last.timezone))
    if facts.promise is not None and facts.promise.passed_at >= last.ends_at:
        return last.ends_at
    return quiet_weeks_after(facts, last.ends_at, step.zone, 2 if step.kind is Kind.FOLLOW_UP_CALL else 1)
