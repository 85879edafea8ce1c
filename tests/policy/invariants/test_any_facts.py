"""The invariants hold for any facts, and over any course of events, that Hypothesis can think of."""

from collections.abc import Sequence

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from afterview.policy.facts import Facts
from tests.policy.invariants.advised import Advised
from tests.policy.invariants.checks import CHECKS, TIME_CHECKS
from tests.policy.invariants.conftest import NeverTried
from tests.policy.invariants.courses import Turn, hold_along
from tests.policy.invariants.passing import hold_as_time_passes
from tests.policy.invariants.starts import EXPLORATIONS, Start
from tests.policy.invariants.stating import Check, Met
from tests.policy.invariants.strategies import any_facts
from tests.tally import Tally

QUICK = [check for check in CHECKS if check.every < 8]
SLOW = [check for check in CHECKS if check.every >= 8]
STARTS = [start for starts in EXPLORATIONS.values() for start in starts]
A_TURN = st.tuples(st.integers(0, 9), st.integers(0, 30))


def cases(number: int) -> settings:
    """So many cases, and as many times more as a wider profile has more than the usual hundred."""
    usual = settings.default.max_examples if settings.default else 100
    return settings(max_examples=number * usual // 100, suppress_health_check=[HealthCheck.too_slow])


ROUNDS = 5
"""How often chance gets another go while a check has never had anything to say."""


def hold_for_any_facts(number: int, checks: list[Check], met: Met) -> int:
    """Hold so many facts against the checks, and as many again while one was never tried; returns how many it took."""
    tried: list[Facts] = []

    @cases(number)
    @given(any_facts())
    def they_hold(facts: Facts) -> None:
        tried.append(facts)
        it = Advised(facts)
        for check in checks:
            met.hold(check, it)

    for number_of_round in range(ROUNDS):
        # The usual profile draws the same cases whenever it is asked, unless it is told otherwise.
        (seed(number_of_round)(they_hold) if number_of_round else they_hold)()
        if all(met.times[check.number, check.name] for check in checks):
            break
    return len(tried)


def test_the_quick_invariants_hold_for_any_facts(tally: Tally, never_tried: NeverTried) -> None:
    met = Met()
    tally("Hypothesis cases", hold_for_any_facts(500, QUICK, met))
    assert never_tried(met, QUICK, []) == []


def test_the_slow_invariants_hold_for_any_facts(tally: Tally, never_tried: NeverTried) -> None:
    met = Met()
    tally("Hypothesis cases", hold_for_any_facts(150, SLOW, met))
    assert never_tried(met, SLOW, []) == []


def test_the_invariants_of_time_hold_for_any_facts(tally: Tally, never_tried: NeverTried) -> None:
    met = Met()
    instants: list[int] = []

    @cases(200)
    @given(any_facts())
    def they_hold(facts: Facts) -> None:
        instants.append(hold_as_time_passes(Advised(facts), met))

    they_hold()
    tally("Hypothesis cases", len(instants))
    tally("instants that such facts live to see", sum(instants))
    assert never_tried(met, [], TIME_CHECKS) == []


def test_the_invariants_hold_over_any_course_of_events(tally: Tally, never_tried: NeverTried) -> None:
    met = Met()
    states: list[int] = []

    @cases(200)
    @given(st.sampled_from(STARTS), st.lists(A_TURN, min_size=6, max_size=14))
    def they_hold(start: Start, turns: Sequence[Turn]) -> None:
        states.append(hold_along(start, turns, met, QUICK))

    they_hold()
    tally("Hypothesis cases", len(states))
    tally("states along courses of events", sum(states))
    assert never_tried(met, QUICK, TIME_CHECKS) == []
