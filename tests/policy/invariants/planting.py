"""How a slip is planted: in a rule, in whom a kind of step is for, in the advice, or in the plan."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from unittest import mock

from afterview.policy.decide import decide
from afterview.policy.effects import Effect
from afterview.policy.facts import Facts
from afterview.policy.parameters import Parameters
from afterview.policy.plan import Plan
from afterview.policy.recommendation import Recommendation
from afterview.policy.rules import RULES, Judge
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.steps import STEPS
from afterview.policy.terms import Kind
from tests.policy.invariants.events import Happens
from tests.policy.invariants.starts import NEWS

Plant = Callable[[], AbstractContextManager[object]]
ForWhom = Callable[[Situation], set[str | None]]


class Slip:
    """Something that goes wrong in the policy, where that shows, and the checks that it breaks, by their sentences."""

    def __init__(self, planted: Plant, facts: Facts, *breaks: str, happens: frozenset[Happens] = NEWS) -> None:
        self.planted = planted
        self.facts = facts
        self.breaks = breaks
        self.happens = happens


def in_rule(rule_id: str, judge: Judge) -> Plant:
    """For a while, that rule says something else."""
    return in_rules({rule_id: judge})


def in_rules(judges: Mapping[str, Judge]) -> Plant:
    """For a while, those rules say something else."""

    @contextmanager
    def planted() -> Iterator[None]:
        right = {rule_id: RULES[rule_id].judge for rule_id in judges}
        _judge_by(judges)
        try:
            yield
        finally:
            _judge_by(right)

    return planted


def _judge_by(judges: Mapping[str, Judge]) -> None:
    for rule_id, judge in judges.items():
        object.__setattr__(RULES[rule_id], "judge", judge)  # rules are frozen


def silent(*rule_ids: str) -> Plant:
    """For a while, those rules are forgotten."""
    return in_rules(dict.fromkeys(rule_ids, _says_nothing))


def _says_nothing(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    yield from ()


def for_whom(kind: Kind, recipients: ForWhom) -> Plant:
    """For a while, steps of that kind are for those people."""
    return lambda: mock.patch.dict(STEPS, {kind: replace(STEPS[kind], recipients=recipients)})


def in_place_of(name: str, other: object) -> Plant:
    """For a while, something else stands in that place of the policy."""
    return lambda: mock.patch(f"afterview.policy.{name}", other)


def in_advice(change: Callable[[Recommendation], None]) -> Plant:
    """For a while, all advice is changed before anybody sees it."""

    def changed(facts: Facts) -> Recommendation:
        advice = decide(facts)
        change(advice)
        return advice

    return lambda: mock.patch("tests.policy.invariants.advised.decide", changed)


def in_plans(change: Callable[[Facts], Plan]) -> Plant:
    """For a while, all plans are made like that."""
    return lambda: mock.patch("tests.policy.invariants.advised.plan", change)
