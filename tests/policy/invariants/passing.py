"""Time goes by, nothing else happens: the advice at every instant that might matter, held against each other."""

from collections.abc import Sequence
from datetime import datetime

from tests.policy.invariants.advised import Advised
from tests.policy.invariants.checks import TIME_CHECKS
from tests.policy.invariants.events import SECOND, instants, turns
from tests.policy.invariants.stating import Met, TimeCheck

MOST_NAMED, MOST_TURNS = 12, 24


def hold_as_time_passes(first: Advised, met: Met, checks: Sequence[TimeCheck] = TIME_CHECKS) -> int:
    """Walk over the instants to come, and a second before each; returns how many that were. Raises Broken."""
    before = first
    times = _to_come(first)
    for at in times:
        after = first.at(at)
        for check in checks:
            met.hold_over_time(check, before, after)
            if before is not first:
                met.hold_over_time(check, first, after)
        before = after
    return len(times)


def _to_come(first: Advised) -> list[datetime]:
    """The nearest instants that might matter, and what the advice at each of those that it names, names in turn."""
    named: set[datetime] = set()
    it = first
    while len(named) < MOST_NAMED:
        at = min(instants(it), default=None)
        if at is None:
            break
        named.add(at)
        it = first.at(at)
    found = named | set(sorted(turns(first))[:MOST_TURNS])
    return sorted({at for one in found for at in (one - SECOND, one) if at > first.now})
