"""Without a promised date, a week of quiet follows the thank-you."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, NotBefore
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind
from afterview.policy.windows import quiet_after_thanks


@rule(
    basis=Basis.ARTICLE,
    sections=("FAQ6",),
    about=(Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL),
    parameters=("quiet_days",),
    when=lambda facts: facts.promise is None,
)
def enquiry_waits_a_week(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """When no date was promised, leave a week after your thanks before you ask; by phone two, if you thanked nobody."""
    if facts.latest_held is None:
        if not facts.ahead:
            yield NotBefore(None, "No interview has been held yet, so there is nothing to ask about.")
        return
    quiet_until = quiet_after_thanks(facts, step.zone, by_call=step.kind is Kind.FOLLOW_UP_CALL)
    thanked_at = facts.round_thanked_at
    if thanked_at is not None:
        because = "No date was promised, and thanks went out {thanked_at}: they have until {quiet_until}."
        yield NotBefore(quiet_until, because, thanked_at=thanked_at, quiet_until=quiet_until)
    else:
        because = (
            "No date was promised and nobody was thanked after the interview that ended {ended_at}: "
            "they have until {quiet_until}."
        )
        yield NotBefore(quiet_until, because, ended_at=facts.latest_held.ends_at, quiet_until=quiet_until)
