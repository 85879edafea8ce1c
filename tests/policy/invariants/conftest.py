"""What the tests of the invariants share: they say how often each was put to the test, and fail where it never was."""

from collections.abc import Callable

import pytest

from tests.policy.invariants.stating import Check, Met, TimeCheck
from tests.tally import Tally

NeverTried = Callable[[Met, list[Check], list[TimeCheck]], list[str]]


@pytest.fixture
def never_tried(tally: Tally) -> NeverTried:
    """`never_tried(met, checks, time_checks)` prints how often each invariant spoke, and names the mute."""

    def tell(met: Met, checks: list[Check], time_checks: list[TimeCheck]) -> list[str]:
        for number, times in sorted(met.by_number().items()):
            tally(f"times invariant {number:2} of the policy", times)
        stated = [(c.number, c.name) for c in checks] + [(c.number, c.name) for c in time_checks]
        return [name for number, name in stated if not met.times[number, name]]

    return tell
