"""Who lets hear from themselves has a week of quiet."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, NotBefore
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind
from afterview.policy.windows import quiet_after_update


@rule(
    basis=Basis.READING,
    sections=("FAQ9",),
    about=(Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL),
    parameters=("quiet_days",),
    when=lambda facts: facts.dateless_update_at is not None,
)
def update_buys_a_week(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """After any news without a date, leave a week before you ask."""
    updated_at = facts.dateless_update_at
    quiet_until = quiet_after_update(facts, step.zone)
    if updated_at is None or quiet_until is None:
        return
    because = "They were in touch {updated_at} and named no date: they have until {quiet_until}."
    yield NotBefore(quiet_until, because, updated_at=updated_at, quiet_until=quiet_until)
