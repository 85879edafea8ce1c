"""What the tests of the invariants share: they say how often each was put to the test, and fail where it never was."""

from collections.abc import Callable

import pytest

from tests.policy.invariants.stating import Check, Met, TimeCheck
from tests.tally import Tally

PutToTheTest = Callable[[Met, list[Check], list[TimeCheck]], None]


@pytest.fixture
def put_to_the_test(tally: Tally) -> PutToTheTest:
    """`put_to_the_test(met, checks, time_checks)` prints how often each invariant had something to say."""

    def tell(met: Met, checks: list[Check], time_checks: list[TimeCheck]) -> None:
        for number, times in sorted(met.by_number().items()):
            tally(f"times invariant {number:2} of the policy", times)
        stated = [(c.number, c.name) for c in checks] + [(c.number, c.name) for c in time_checks]
        silent = [name for number, name in stated if not met.times[number, name]]
        assert not silent, f"nothing came up to put these to the test: {silent}"

    return tell
