"""Invariant 15: a later date or one more holiday never hurries anybody."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from afterview.policy.facts import Facts
from afterview.policy.terms import Kind, Verdict
from tests.policy.invariants.advised import OPEN, Advised, Pair
from tests.policy.invariants.checks.times import is_thanks
from tests.policy.invariants.clocks import DAY, there
from tests.policy.invariants.stating import invariant
from tests.policy.invariants.words import Promised, Words

Openings = dict[Pair, datetime | None]


@invariant(15, every=16)
def a_later_date_never_makes_an_enquiry_earlier(it: Advised) -> int:
    promise = it.words.in_force
    if promise is None:
        return 0
    met = 0
    for days in (1, 2, 7, 30):
        later = _promised_later(it.facts, promise, days * DAY)
        moved = Words(later).in_force
        if moved is None or moved.day != promise.day + days * DAY:
            continue  # an interview takes the moved date out of force
        _never_earlier(it, Advised(later), f"{days} days later")
        met += 1
    return met


@invariant(15, every=16)
def a_holiday_never_makes_an_enquiry_earlier(it: Advised) -> int:
    holidays = list(_days_that_matter(it))
    for holiday in holidays:
        _never_earlier(it, with_holiday(it.facts, holiday), f"{holiday} is free")
    return len(holidays)


@invariant(15, every=16)
def a_holiday_moves_neither_the_opening_nor_the_day_of_thanks(it: Advised) -> int:
    met = 0
    for holiday in _days_that_matter(it):
        free = with_holiday(it.facts, holiday)
        for pair, row in it.rows.items():
            interview = it.words.owed_thanks(pair[1]) if is_thanks(it.words, pair) else None
            if row.verdict not in OPEN or interview is None:
                continue
            then = free.rows[pair]
            assert then.verdict in OPEN, f"{pair} is {then.verdict} when {holiday} is free"
            if it.now < it.words.thanks_are_late(interview):
                assert then.not_after == row.not_after, f"{pair} until {then.not_after} when {holiday} is free"
            met += 1
        if it.is_step and is_thanks(it.words, it.pair) and free.pair == it.pair:
            assert it.action.window, "a step without a window"
            assert free.action.window, "a step without a window"
            assert free.action.window.opens_at == it.action.window.opens_at
    return met


def with_holiday(facts: Facts, day: date) -> Advised:
    """Advice on the same facts, with that day off."""
    return Advised(replace(facts, calendar=replace(facts.calendar, holidays=facts.calendar.holidays | {day})))


def _promised_later(facts: Facts, promise: Promised, by: timedelta) -> Facts:
    """The same facts, where that date was said to be later."""

    def moved(said_at: datetime, day: date | None) -> date | None:
        return day + by if day == promise.day and said_at == promise.said_at else day

    return replace(
        facts,
        interviews=[replace(i, reply_expected_by=moved(i.ends_at, i.reply_expected_by)) for i in facts.interviews],
        touches=[replace(t, reply_expected_by=moved(t.occurred_at, t.reply_expected_by)) for t in facts.touches],
    )


def _days_that_matter(it: Advised) -> Iterator[date]:
    """The local days of now, and of what is about to open or to close."""
    instants = {it.now}
    for row in it.rows.values():
        instants |= {at for at in (row.not_before, row.not_after) if at is not None}
    days = {there(at, it.words.zone(it.words.one_to_ask)).date() for at in instants}
    yield from sorted(days)[:4]


def _never_earlier(it: Advised, other: Advised, change: str) -> None:
    before, then = _openings(it), _openings(other)
    for pair, at in before.items():
        assert pair in then, f"{pair} is not judged any more when {change}"
        opens_at = then[pair]
        if opens_at is not None:
            assert at is not None, f"{pair} would never open, but opens {opens_at} when {change}"
            assert opens_at >= at, f"{pair} opens {at}, but {opens_at} when {change}"


def _openings(it: Advised) -> Openings:
    """When each enquiry opens; null where it does not, or hangs on something not done yet."""
    openings: Openings = {}
    for pair, row in it.rows.items():
        if pair[0] in (Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL):
            opens_at = it.now if row.verdict in OPEN else row.not_before
            openings[pair] = opens_at if row.verdict in OPEN | {Verdict.NOT_YET.value} else None
    return openings
