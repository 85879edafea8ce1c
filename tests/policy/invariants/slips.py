"""Slips planted in the policy, to see that the checks would catch them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from unittest import mock

from afterview.policy.candidates import Candidates
from afterview.policy.effects import Carry, Effect, Never, NoLonger, NotBefore
from afterview.policy.facts import Facts
from afterview.policy.parameters import Parameters
from afterview.policy.rules import RULES, Judge
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Kind, TouchKind
from tests.policy.invariants.events import Happens
from tests.policy.invariants.starts import ALONE, MISSED, NEWS, PANEL, PROMISED, STEPS, TURNS, TWO_ROUNDS

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


Plant = Callable[[], AbstractContextManager[object]]


@dataclass(frozen=True, slots=True)
class Slip:
    """Something that goes wrong in the policy, the invariant that it breaks, and where that shows."""

    invariant: int
    what: str
    planted: Plant
    facts: Facts
    happens: frozenset[Happens] = NEWS


def in_rule(invariant: int, rule_id: str, judge: Judge, facts: Facts, happens: frozenset[Happens] = NEWS) -> Slip:
    """For a while, that rule says something else."""

    @contextmanager
    def planted() -> Iterator[None]:
        rule = RULES[rule_id]
        right = rule.judge
        object.__setattr__(rule, "judge", judge)  # rules are frozen
        try:
            yield
        finally:
            object.__setattr__(rule, "judge", right)

    return Slip(invariant, f"{rule_id} {judge.__name__}", planted, facts, happens)


def in_place_of(invariant: int, name: str, other: object, facts: Facts) -> Slip:
    """For a while, something else stands in that place of the policy."""
    return Slip(invariant, name, lambda: mock.patch(f"afterview.policy.{name}", other), facts)


def says_nothing(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A rule that is forgotten."""
    yield from ()


def goes_by_what_is_listed_first(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A rule that takes the first of a list for the first that happened."""
    if facts.facts.touches and facts.facts.touches[0].kind is TouchKind.THANK_YOU_EMAIL:
        yield NoLonger("You have written before.")


def as_they_are(facts: Facts) -> Facts:
    """All facts, those of tomorrow too."""
    return facts


def opens_before_the_end(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A rule with another window than the policy's."""
    if step.interview and step.is_thanks:
        yield NotBefore(step.interview.ends_at - HOUR, "Thanks are welcome before the end.")


def changes_its_mind(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A rule that says never, and only on some days."""
    if facts.now.day % 2:
        yield Never("It is an odd day.")


def hurries_when_they_take_longer(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A rule that opens the earlier, the later the promised day is."""
    if facts.promise:
        longest = facts.promise.said_at + 60 * DAY
        yield NotBefore(longest - (facts.promise.passed_at - facts.promise.said_at), "Time is short.")


def carries_it_every_time(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A rule that forgets that once is enough."""
    if step.is_thanks or step.kind is Kind.CHECK_IN_EMAIL:
        yield Carry(Kind.ADDITIONAL_INFORMATION_EMAIL, "Say it in every message.")


def blames_another_fact(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A rule with a reason that has nothing to do with its verdict."""
    yield Never("They have met you.", met_at=facts.latest_held.ends_at if facts.latest_held else facts.now)


SLIPS = [
    in_rule(1, "one-thing-a-day", goes_by_what_is_listed_first, ALONE),
    in_place_of(2, "candidates.Candidates.all", Candidates.for_somebody, ALONE),
    in_rule(3, "patience-after-silence", says_nothing, ALONE),
    in_place_of(4, "decide.known", as_they_are, ALONE),
    in_rule(5, "thank-within-a-day", opens_before_the_end, ALONE),
    in_rule(6, "one-thing-a-day", changes_its_mind, ALONE),
    in_rule(7, "one-thing-a-day", changes_its_mind, ALONE),
    in_rule(8, "thank-each-person", says_nothing, ALONE),
    in_rule(9, "one-enquiry", says_nothing, ALONE),
    in_rule(9, "again-after-the-timeline", says_nothing, PROMISED),
    in_rule(10, "respect-the-timeline", says_nothing, PROMISED),
    in_rule(10, "next-round-is-an-answer", says_nothing, TWO_ROUNDS),
    in_rule(10, "update-buys-a-week", says_nothing, ALONE),
    in_rule(11, "enquiry-waits-a-week", says_nothing, ALONE),
    in_rule(12, "one-thing-a-day", says_nothing, MISSED, STEPS | {Happens.OTHER}),
    in_rule(13, "linkedin-after-thanks", says_nothing, ALONE),
    in_rule(14, "never-press", says_nothing, ALONE, TURNS),
    in_rule(15, "respect-the-timeline", hurries_when_they_take_longer, PROMISED),
    in_rule(16, "thank-each-person", says_nothing, ALONE),
    in_rule(17, "fold-in-what-was-missed", carries_it_every_time, PANEL),
    in_rule(18, "one-thing-a-day", blames_another_fact, ALONE),
]
