"""Any course of events: from a start, one thing after another, at instants and in an order that chance picks."""

from collections.abc import Sequence

from tests.policy.invariants.advised import Advised
from tests.policy.invariants.checks import TIME_CHECKS
from tests.policy.invariants.events import SECOND, Happens, events, instants
from tests.policy.invariants.starts import Start
from tests.policy.invariants.stating import Broken, Check, Met

# How far time goes before the next thing happens (0: not at all), and which of the things that can happen then does.
Turn = tuple[int, int]


def hold_along(start: Start, turns: Sequence[Turn], met: Met, checks: Sequence[Check]) -> int:
    """Hold every state of a course against the checks; returns how many states that were. Raises Broken."""
    it = Advised(start.facts)
    way = [start.name]
    states = 0
    try:
        for wait, pick in turns:
            then = _later(it, wait)
            if then is not it:
                for time_check in TIME_CHECKS:
                    met.hold_over_time(time_check, it, then)
                _hold(then, met, checks)
            possible = list(events(then, frozenset(Happens)))
            event = possible[pick % len(possible)]
            way.append(f"{then.now:%a %d %b %H:%M:%S} {event.what}")
            it = Advised(event.facts)
            _hold(it, met, checks)
            states += 2 if wait else 1
    except Broken as broken:
        broken.add_note("\n".join(way))
        raise
    return states


def _later(it: Advised, wait: int) -> Advised:
    """The same facts at one of the instants that the advice names, or a second before it."""
    named = sorted(instants(it))
    if not wait or not named:
        return it
    at = named[(wait // 2) % len(named)]
    at = at - SECOND if wait % 2 else at
    return it.at(at) if at > it.now else it


def _hold(it: Advised, met: Met, checks: Sequence[Check]) -> None:
    for check in checks:
        met.hold(check, it)
