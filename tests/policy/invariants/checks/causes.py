"""Invariant 18: a reason names the facts that it rests on, and other facts would have brought another verdict."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import cast

from afterview.policy.terms import Kind
from tests.policy.invariants.advised import RECOMMENDED, Advised, Json, Pair
from tests.policy.invariants.otherwise import OTHERWISE, without_what_happened
from tests.policy.invariants.stating import invariant

Instant = datetime | date


@invariant(18, every=128)
def other_facts_than_the_reasons_would_bring_another_verdict(it: Advised) -> int:
    bound = _bound(it)
    for pair, reason in bound.items():
        assert _rests_on_its_reason(it, pair), (
            f"{pair} is what it is by {reason['rule']} on {reason['facts']}, and whatever these are, it stays so"
        )
    return len(bound)


def _rests_on_its_reason(it: Advised, pair: Pair, deeper: int = 4) -> bool:
    """Whether other facts than the named ones change the verdict; where the like of them takes over, those as well."""
    others = list(_others(it, pair, _bound(it)[pair]))
    if any(_differs(it, other, pair, named) for other, named in others):
        return True
    without = next((other for other, named in others if named), None)
    return deeper > 0 and without is not None and _rests_on_its_reason(without, pair, deeper - 1)


def _differs(it: Advised, other: Advised, pair: Pair, named: str) -> bool:
    """Whether the verdict is another, or has other bounds, or rests on another rule, where two would do.

    A bound is also another one where a weekend lies in between and both open on Monday: the reason tells it.
    """
    if _verdict(it, pair) != _verdict(other, pair):
        return True
    this, that = _bound(it)[pair], _bound(other)[pair]
    return this["rule"] != that["rule"] or _derived(this, named) != _derived(that, named)


def _derived(reason: Json, named: str) -> Json:
    """What the reason tells besides that fact."""
    return {name: value for name, value in cast(Json, reason["facts"]).items() if name != named}


def _bound(it: Advised) -> dict[Pair, Json]:
    """The binding reason of every verdict, and of what is recommended."""
    bound: dict[Pair, Json] = {}
    if it.action.kind is not Kind.NO_FURTHER_ACTION:
        bound[it.pair] = cast("list[Json]", it.document["reasons"])[0]
    for said in cast("list[Json]", it.document["alternatives"]):
        pair = Kind(cast(str, said["kind"])), cast("str | None", said["contact_id"])
        bound[pair] = cast("list[Json]", said["reasons"])[0]
    return bound


def _verdict(it: Advised, pair: Pair) -> tuple[object, ...]:
    """The verdict on a pair with its bounds; a pair that is not judged any more has none."""
    if pair[0] is Kind.WAIT:
        return it.action.kind, it.action.until, it.action.next_kind
    row = it.rows.get(pair)
    if row is None:
        return ("not judged",)
    window = it.action.window if row.verdict == RECOMMENDED else None
    return row.verdict, row.not_before, row.not_after, window


def _others(it: Advised, pair: Pair, reason: Json) -> Iterator[tuple[Advised, str]]:
    """Advice on other facts, and which of those that the reason names is another; none where it names no time."""
    named = {name: _instant(value) for name, value in cast(Json, reason["facts"]).items()}
    for name, value in named.items():
        for facts in without_what_happened(it.facts, value) if value is not None else ():
            yield Advised(facts), name
    if not any(named.values()) or reason["rule"] == "ring-in-working-hours":
        for facts in OTHERWISE[cast(str, reason["rule"])](it, pair):
            yield Advised(facts), ""


def _instant(value: object) -> Instant | None:
    for read in (datetime.fromisoformat, date.fromisoformat):
        try:
            found: Instant = read(cast(str, value))
        except (TypeError, ValueError):
            continue
        return found if isinstance(found, datetime) == ("T" in cast(str, value)) else date.fromisoformat(str(value))
    return None
