"""A promised date replaces every other waiting time."""

from collections.abc import Iterator

from afterview.policy.effects import Effect, NotBefore
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind


@rule(
    basis=Basis.ARTICLE,
    sections=("WAY2", "FAQ1", "FAQ6"),
    about=(Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL),
    when=lambda facts: facts.promise is not None,
)
def respect_the_timeline(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """When they named a day, leave them until it is over; from the next working moment one question is fair."""
    promise = facts.promise
    if promise is None:
        return
    if facts.now < promise.passed_at:
        because = "They promised an answer by {promised}; that day is theirs, until {passed_at}."
    else:
        because = "They promised an answer by {promised}, and that day has passed without one."
    yield NotBefore(promise.passed_at, because, promised=promise.day, passed_at=promise.passed_at)
