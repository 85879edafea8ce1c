"""How an invariant is stated: a function with a sentence for a name, that counts how often it had something to say."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from afterview.policy.facts import Facts
from tests.policy.invariants.advised import Advised
from tests.policy.invariants.telling import told

# A check raises AssertionError when the invariant does not hold, and answers how many times its precondition did.
OfOne = Callable[[Advised], int]
OverTime = Callable[[Advised, Advised], int]


class Broken(AssertionError):
    """An invariant does not hold; `facts` are those of the advice that breaks it."""

    def __init__(self, number: int, name: str, because: str, facts: Facts) -> None:
        super().__init__(f"Invariant {number}, {name}: {because or 'it does not hold'}\n{told(facts)}")
        self.number = number
        self.name = name
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Check:
    """One statement of an invariant; an exploration holds one state in `every` against it, for the sake of time."""

    number: int
    name: str
    every: int
    holds: OfOne


@dataclass(frozen=True, slots=True)
class TimeCheck:
    """One statement about the same facts at an instant, and at a later one."""

    number: int
    name: str
    holds: OverTime


CHECKS: list[Check] = []
TIME_CHECKS: list[TimeCheck] = []


def invariant(number: int, *, every: int = 1) -> Callable[[OfOne], OfOne]:
    """Enter a check of the invariant of that number."""

    def enter(holds: OfOne) -> OfOne:
        CHECKS.append(Check(number, _sentence(holds), every, holds))
        return holds

    return enter


def invariant_over_time(number: int) -> Callable[[OverTime], OverTime]:
    """Enter a check of two instants, between which nothing happened."""

    def enter(holds: OverTime) -> OverTime:
        TIME_CHECKS.append(TimeCheck(number, _sentence(holds), holds))
        return holds

    return enter


class Met:
    """How often each check had something to say."""

    def __init__(self) -> None:
        self.times: Counter[tuple[int, str]] = Counter()

    def hold(self, check: Check, it: Advised) -> None:
        """Hold one advice against a check; raises Broken."""
        with _told(check, it):
            self.times[check.number, check.name] += check.holds(it)

    def hold_over_time(self, check: TimeCheck, before: Advised, after: Advised) -> None:
        """Hold the advice at two instants against a check; raises Broken."""
        with _told(check, before):
            self.times[check.number, check.name] += check.holds(before, after)

    def by_number(self) -> Counter[int]:
        """How often each invariant was put to the test."""
        total: Counter[int] = Counter()
        for (number, _), times in self.times.items():
            total[number] += times
        return total


@contextmanager
def _told(check: Check | TimeCheck, it: Advised) -> Iterator[None]:
    try:
        yield
    except AssertionError as failure:
        raise Broken(check.number, check.name, str(failure), it.facts) from failure


def _sentence(holds: Callable[..., int]) -> str:
    return holds.__name__.replace("_", " ")
