"""A thank-you is on time for a day after the interview's actual end."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, Late, NotBefore
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind


@rule(
    basis=Basis.ARTICLE,
    sections=("WHEN", "WAY1"),
    about=(Kind.THANK_YOU_EMAIL, Kind.HANDWRITTEN_NOTE),
    parameters=("thank_you_hours",),
)
def thank_within_a_day(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """Say thank you within a day of the interview's end, whatever the weekday, while the conversation is fresh."""
    interview = step.interview
    if not step.is_thanks or interview is None:
        return
    ended_at = interview.ends_at
    late_after = ended_at + policy.thank_you_time
    if facts.now < ended_at:
        yield NotBefore(ended_at, "The interview ends {ended_at}; thanks follow it.", ended_at=ended_at)
        return
    if facts.now < late_after:
        because = "The interview ended {ended_at}; thanks are on time until {late_after}."
    else:
        because = "The interview ended {ended_at}; the best moment was before {late_after}, and later is still kind."
    yield NotBefore(ended_at, because, ended_at=ended_at, late_after=late_after)
    yield Late(late_after, because, ended_at=ended_at, late_after=late_after)
