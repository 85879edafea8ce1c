"""Invariants 5 to 7: windows, waits and verdicts as time goes by and nothing else happens."""

from datetime import datetime, time, timedelta

from afterview.policy.terms import Kind, Verdict
from tests.policy.invariants.advised import OPEN, Advised, Pair
from tests.policy.invariants.clocks import DAY, at_work, there, when
from tests.policy.invariants.stating import invariant, invariant_over_time
from tests.policy.invariants.words import Words

MORNING, EVENING = time(8), time(20)
NOT_YET, NO_LONGER, NEVER = Verdict.NOT_YET.value, Verdict.NO_LONGER.value, Verdict.NEVER.value
_PROGRESS = {NOT_YET: 0, NO_LONGER: 2} | dict.fromkeys(OPEN, 1)


def is_thanks(words: Words, pair: Pair) -> bool:
    """Whether that step is the thank-you to that person."""
    kind, who = pair
    return kind is (Kind.HANDWRITTEN_NOTE if words.by_post(who) else Kind.THANK_YOU_EMAIL)


# -- 5


@invariant(5)
def a_step_is_open_and_best_within_its_window(it: Advised) -> int:
    window = it.action.window
    if window is None:
        return 0
    assert window.opens_at <= it.now <= window.best_at, f"{window}"
    assert window.opens_at <= window.best_at
    assert window.closes_at is None or window.best_at < window.closes_at, f"{window}"
    return 1


@invariant(5)
def the_best_moment_is_that_of_the_policy(it: Advised) -> int:
    window = it.action.window
    if window is None:
        return 0
    if is_thanks(it.words, it.pair):
        best_at = _best_for_thanks(it, window.closes_at)
    else:
        best_at = it.words.at_work(max(window.opens_at, it.now), it.action.contact_id)
    best_at = max(best_at, it.now)
    if window.closes_at and best_at >= window.closes_at:
        best_at = max(it.now, window.opens_at)
    assert window.best_at == best_at, f"{window}, but {best_at}"
    return 1


def _best_for_thanks(it: Advised, closes_at: datetime | None) -> datetime:
    who = it.action.contact_id
    interview = it.words.held_with(who)
    assert interview, "thanks for no interview"
    soon = interview.ends_at + timedelta(hours=2)
    zone = it.words.zone(who)
    if MORNING <= there(soon, zone).time() <= EVENING:
        return soon
    at_nine = next(n for d in range(3) if (n := when(there(soon, zone).date() + d * DAY, time(9), zone)) >= soon)
    return at_nine if closes_at is None or at_nine < closes_at else soon


@invariant(5)
def thanks_have_the_window_of_the_policy(it: Advised) -> int:
    words = it.words
    met = 0
    for pair in it.open_pairs:
        if not is_thanks(words, pair):
            continue
        interview = words.owed_thanks(pair[1])
        assert interview, f"{pair}: thanked before"
        late_at = words.thanks_are_late(interview)
        closes_at = late_at if it.now < late_at else words.thanks_close(interview, pair[1])
        assert it.rows[pair].not_after == closes_at, f"{pair} until {it.rows[pair].not_after}, not {closes_at}"
        assert interview.ends_at <= it.now < closes_at
        if pair == it.pair and it.action.window:
            assert it.action.window.opens_at >= interview.ends_at
            assert it.action.late is (it.now >= late_at)
        met += 1
    return met


# -- 6


@invariant_over_time(6)
def a_wait_stays_until_it_ends_and_then_gives_way(before: Advised, after: Advised) -> int:
    wait = before.action
    if wait.kind is not Kind.WAIT or wait.until is None or after.now > wait.until:
        return 0
    now_said = (after.action.kind, after.action.until, after.action.next_kind)
    if after.now < wait.until:
        assert now_said == (wait.kind, wait.until, wait.next_kind), f"wait until {wait.until}; {after.now}: {now_said}"
    else:
        assert now_said[:2] != (wait.kind, wait.until), f"the wait until {wait.until} never ends"
        assert after.action.kind is wait.next_kind, f"{wait.next_kind} announced, {after.action.kind} came"
    return 1


@invariant_over_time(6)
def a_step_stays_until_its_next_review(before: Advised, after: Advised) -> int:
    review_at = before.advice.next_review_at
    if not before.is_step or (review_at is not None and after.now >= review_at):
        return 0
    assert after.pair == before.pair, f"reviewed {review_at}, but {after.now}: {after.pair}"
    assert after.action.late is before.action.late
    return 1


# -- 7


@invariant_over_time(7)
def verdicts_only_move_forward(before: Advised, after: Advised) -> int:
    if _interview_ended(before, after):
        return 0
    assert before.rows.keys() == after.rows.keys()
    for pair, row in before.rows.items():
        then = after.rows[pair].verdict
        if NEVER in (row.verdict, then):
            assert row.verdict == then, f"{pair}: {row.verdict}, and {then} at {after.now}"
        elif not (_off_duty(pair, before.words, before.now) or _off_duty(pair, after.words, after.now)):
            assert _PROGRESS[row.verdict] <= _PROGRESS[then], f"{pair}: {row.verdict}, and {then} at {after.now}"
    return 1


@invariant_over_time(7)
def what_is_not_yet_opens_when_it_was_said_to(before: Advised, after: Advised) -> int:
    if _interview_ended(before, after):
        return 0
    met = 0
    for pair, row in before.rows.items():
        if row.verdict != NOT_YET:
            continue
        then = after.rows[pair].verdict
        if row.not_before is None:
            assert then not in OPEN, f"{pair} was to hang on something not done yet, and is {then} at {after.now}"
        elif after.now < row.not_before:
            assert then == NOT_YET, f"{pair}: not before {row.not_before}, and {then} at {after.now}"
        elif after.now == row.not_before:
            assert then in OPEN, f"{pair}: not before {row.not_before}, and then {then}"
        else:
            continue
        met += 1
    return met


def _interview_ended(before: Advised, after: Advised) -> bool:
    return any(before.now < i.ends_at <= after.now for i in before.words.ahead)


def _off_duty(pair: Pair, words: Words, now: datetime) -> bool:
    kind, who = pair
    return kind is Kind.FOLLOW_UP_CALL and not at_work(now, words.zone(who), words.facts.calendar)
