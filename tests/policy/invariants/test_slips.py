"""Each check can fail: a slip in the policy is planted for every one, and caught."""

from dataclasses import replace

import pytest

from tests.policy.invariants.checks import CHECKS, TIME_CHECKS
from tests.policy.invariants.explore import Exploration
from tests.policy.invariants.planting import Slip
from tests.policy.invariants.slips import SLIPS
from tests.policy.invariants.starts import Start
from tests.policy.invariants.stating import Broken, Check, TimeCheck

ALL: list[Check | TimeCheck] = [*CHECKS, *TIME_CHECKS]
PLANTED = [(sentence, slip) for slip in SLIPS for sentence in slip.breaks]
DEPTH = 4


@pytest.mark.parametrize(("sentence", "slip"), PLANTED, ids=[sentence for sentence, _ in PLANTED])
def test_a_slip_is_caught_by_the_check_that_it_breaks(sentence: str, slip: Slip) -> None:
    checks = [replace(check, every=1) for check in CHECKS if check.name == sentence]
    time_checks = [check for check in TIME_CHECKS if check.name == sentence]
    start = Start("a slip", slip.facts, slip.happens, DEPTH)
    with slip.planted(), pytest.raises(Broken, match=f", {sentence}: "):
        Exploration(checks, time_checks).explore(start, start.depth)


def test_every_check_has_its_slip() -> None:
    assert {sentence for sentence, _ in PLANTED} == {check.name for check in ALL}


def test_every_invariant_of_the_policy_has_a_check() -> None:
    assert {check.number for check in ALL} == set(range(1, 19))
