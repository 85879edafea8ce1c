"""Breadth first through everything that can happen from a situation, every state held against every check."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from afterview.policy.facts import Facts
from tests.policy.invariants.advised import Advised
from tests.policy.invariants.checks import CHECKS, TIME_CHECKS
from tests.policy.invariants.events import DAY, SECOND, events, instants
from tests.policy.invariants.starts import Start
from tests.policy.invariants.stating import Broken, Check, Met, TimeCheck

Key = tuple[object, ...]
NONE, WEEK = timedelta(0), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Way:
    """What happened last, when, and what had happened before."""

    what: str
    at: datetime
    before: "Way | None"

    def told(self) -> str:
        """What happened, from the start to here."""
        last = f"{self.at:%a %d %b %H:%M:%S}Z {self.what}"
        return f"{self.before.told()}\n{last}" if self.before else last


class Exploration:
    """What was gone through, over one or more starts."""

    def __init__(
        self, checks: Sequence[Check] = tuple(CHECKS), time_checks: Sequence[TimeCheck] = tuple(TIME_CHECKS)
    ) -> None:
        self.met = Met()
        self.states = 0
        self.facts = 0  # all that was decided on, those included that led back to a known state
        self._cheap = [check for check in checks if check.every == 1]
        self._dear = [check for check in checks if check.every > 1]
        self._time_checks = time_checks

    def explore(self, start: Start, depth: int) -> None:
        """Try everything that can happen in up to `depth` events; raises Broken and tells the way there.

        Time passes for free: from every state to the next instant that the advice names, and to the second before it.
        Two states count as the same when the advice on them, and what it rests on, are equally far away.
        """
        known: set[Key] = set()
        layer = [(start.facts, Way(start.name, start.facts.now, None))]
        for events_left in range(depth, -1, -1):
            following: list[tuple[Facts, Way]] = []
            for facts, way in layer:
                waiting = deque([(Advised(facts), way)])
                while waiting:
                    it, way = waiting.popleft()
                    try:
                        if not self._is_new(it, known):
                            continue
                        waiting += [(then, Way("time passes", then.now, way)) for then in self._as_time_passes(it)]
                    except Broken as broken:
                        broken.add_note(way.told())
                        raise
                    if events_left:
                        following += [(e.facts, Way(e.what, it.now, way)) for e in events(it, start.happens)]
            layer = following

    def _is_new(self, it: Advised, known: set[Key]) -> bool:
        """Hold it against the checks; those that cost too much for every state take turns over the new ones."""
        self.facts += 1
        for check in self._cheap:
            self.met.hold(check, it)
        key = likeness(it)
        if key in known:
            return False
        known.add(key)
        self.states += 1
        for turn, check in enumerate(self._dear):
            if (self.states + turn) % check.every == 0:
                self.met.hold(check, it)
        return True

    def _as_time_passes(self, it: Advised) -> Iterator[Advised]:
        """The same facts at the next instant that matters, and a second before it."""
        at = min(instants(it), default=None)
        for then in (at - SECOND, at) if at is not None else ():
            if then > it.now:
                later = it.at(then)
                for check in self._time_checks:
                    self.met.hold_over_time(check, it, later)
                yield later


def likeness(it: Advised) -> Key:
    """What two states have in common when only one of them is gone on from."""
    words = it.words
    return (
        it.pair,
        it.action.late,
        it.action.carries,
        _far(it.now, it.action.until),
        tuple(
            sorted(
                (pair[0].value, pair[1] or "", row.verdict, _far(it.now, row.not_before), _far(it.now, row.not_after))
                for pair, row in it.rows.items()
            )
        ),
        it.facts.application.status,
        len(words.held),
        tuple(_far(it.now, i.ends_at) for i in words.ahead),
        len(words.enquiries),
        len(words.follow_ups),
        words.date_ahead,
        words.date_passed,
        len(it.facts.deferrals),
        bool(words.thanks_of_the_round),
        words.update_week_ends is None or words.update_week_ends <= it.now,
    )


def _far(now: datetime, at: datetime | None) -> int:
    """How far away that is: no such instant, past, a second, up to a day, up to a week, or more."""
    if at is None:
        return -2
    away = at - now
    return -1 if away <= NONE else sum(away > so_far for so_far in (SECOND, DAY, WEEK))
