"""The invariants hold whatever happens in a bounded model; `AFTERVIEW_EXPLORE_DEPTH=8 pytest ...` looks further."""

import os

import pytest

from tests.conftest import EXPLORE_DEPTH
from tests.policy.invariants.checks import CHECKS, TIME_CHECKS
from tests.policy.invariants.conftest import NeverTried
from tests.policy.invariants.explore import Exploration
from tests.policy.invariants.starts import EXPLORATIONS, Start
from tests.tally import Tally

AT_LEAST = int(os.environ.get(EXPLORE_DEPTH, "0"))


@pytest.mark.parametrize("starts", EXPLORATIONS.values(), ids=EXPLORATIONS)
def test_the_invariants_hold_whatever_happens(starts: list[Start], tally: Tally, never_tried: NeverTried) -> None:
    exploration = Exploration()
    for start in starts:
        exploration.explore(start, max(start.depth, AT_LEAST))
    tally("states of a candidacy", exploration.states)
    tally("facts on the way to them", exploration.facts)
    assert never_tried(exploration.met, CHECKS, TIME_CHECKS) == []
