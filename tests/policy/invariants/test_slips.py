"""There is a check of every invariant, and they catch slips: each of these breaks the invariant that it should."""

from dataclasses import replace

import pytest

from tests.policy.invariants.checks import CHECKS, TIME_CHECKS
from tests.policy.invariants.explore import Exploration
from tests.policy.invariants.slips import SLIPS, Slip
from tests.policy.invariants.starts import Start
from tests.policy.invariants.stating import Broken


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.invariant} {slip.what}")
def test_a_slip_is_caught_by_the_invariant_that_it_breaks(slip: Slip) -> None:
    checks = [replace(check, every=1) for check in CHECKS if check.number == slip.invariant]
    time_checks = [check for check in TIME_CHECKS if check.number == slip.invariant]
    start = Start("a slip", slip.facts, slip.happens, 4)
    with slip.planted(), pytest.raises(Broken, match=f"Invariant {slip.invariant},"):
        Exploration(checks, time_checks).explore(start, start.depth)


def test_every_invariant_of_the_policy_has_a_check() -> None:
    assert {c.number for c in CHECKS} | {c.number for c in TIME_CHECKS} == set(range(1, 19))
