"""What the rules make of one step: its window, what excludes it, and the reason behind each bound."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from afterview.policy.effects import (
    Awaits,
    Carry,
    Effect,
    Late,
    Missing,
    Never,
    NoLonger,
    NotAfter,
    NotBefore,
    OnlyAllowed,
    Shut,
    ShutsAt,
    Strength,
)
from afterview.policy.rules import Rule, RulesByKind
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.steps import STEPS
from afterview.policy.terms import ENQUIRIES, Kind, Verdict
from afterview.policy.terms import Strength as StrengthOf

# Why: the rule, what it found, and the step it found it about.
Reason = tuple[Rule, Effect, Step]


class Judgement:
    """One step, weighed: every effect that a rule found, and what follows from them together.

    `missing` are the fields that would make it possible or better.

    A plain class with defaults, because most steps set few of these, and a decision weighs dozens.
    """

    verdict: Verdict = Verdict.ALLOWED
    binding: Reason | None = None
    not_before: datetime | None = None
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    late_after: datetime | None = None
    shut_until: datetime | None = None
    shuts_at: datetime | None = None
    opens_by: Reason | None = None
    closes_by: Reason | None = None
    hangs: Reason | None = None
    awaits: tuple[Reason, Awaits] | None = None
    shut_by: Reason | None = None
    never: Reason | None = None
    gone: Reason | None = None
    only_allowed: Reason | None = None
    strength: StrengthOf | None = None
    carries: tuple[Kind, ...] = ()
    missing: tuple[Missing, ...] = ()

    def __init__(self, step: Step, reasons: Sequence[Reason]) -> None:
        self.step = step
        self.reasons = reasons

    @property
    def recommendable(self) -> bool:
        """Whether this step is open, and one to recommend."""
        return self.verdict is Verdict.ALLOWED and self.only_allowed is None

    @property
    def to_come(self) -> bool:
        """Whether the clock alone opens this step at `not_before`, and it is one to recommend then."""
        return self.not_before is not None and self.only_allowed is None

    def is_due(self, now: datetime) -> bool:
        """Whether it is open and to be recommended, if not at this hour."""
        if self.only_allowed is not None or self.verdict in (Verdict.NEVER, Verdict.NO_LONGER):
            return False
        if self.verdict is Verdict.ALLOWED:
            return True
        return self.not_before is not None and (self.opens_at is None or self.opens_at <= now)

    def is_late(self, now: datetime) -> bool:
        """Whether the good moment has passed while the step is still possible."""
        return self.late_after is not None and now >= self.late_after

    def shown_closing(self, now: datetime) -> datetime | None:
        """The end of the good moment while it lies ahead, else the end of the possible."""
        if self.late_after is not None and now < self.late_after:
            return self.late_after if self.closes_at is None else min(self.late_after, self.closes_at)
        return self.closes_at

    def closing_rank(self, now: datetime) -> tuple[bool, datetime | None]:
        """Sorts by what closes first; what never closes comes last."""
        closes_at = self.shown_closing(now)
        return closes_at is None, closes_at


def judge(step: Step, facts: Situation, rules: RulesByKind) -> Judgement:
    """Ask every rule about that kind of step, and weigh what they say."""
    policy = facts.parameters
    judgement = Judgement(
        step, [(rule, effect, step) for rule in rules[step.kind] for effect in rule.judge(step, facts, policy)]
    )
    _weigh(judgement, facts)
    _conclude(judgement, facts.now)
    return judgement


def excluded(step: Step) -> Judgement:
    """The judgement on a step that is not for this person."""
    rule, never = STEPS[step.kind].for_others
    reason = (rule, never, step)
    judgement = Judgement(step, (reason,))
    judgement.verdict = Verdict.NEVER
    judgement.never = judgement.binding = reason
    return judgement


def _weigh(it: Judgement, facts: Situation) -> None:
    """The latest NotBefore and the earliest NotAfter bind; an enquiry opens in working hours."""
    for reason in it.reasons:
        weigh = _WEIGH.get(type(reason[1]))
        if weigh is not None:
            weigh(it, reason, reason[1])
    if it.awaits is not None:
        _settle(it, *it.awaits)
    if it.opens_at is not None and it.step.kind in ENQUIRIES:
        it.opens_at = facts.working_moment(it.opens_at, it.step.zone)


def _conclude(it: Judgement, now: datetime) -> None:
    """Never outranks NoLonger, that outranks NotBefore."""
    opens_at, closes_at = it.opens_at, it.closes_at
    if it.never:
        it.verdict, it.binding = Verdict.NEVER, it.never
    elif it.gone:
        it.verdict, it.binding = Verdict.NO_LONGER, it.gone
    elif closes_at is not None and (now >= closes_at or (opens_at is not None and opens_at >= closes_at)):
        it.verdict, it.binding = Verdict.NO_LONGER, it.closes_by
    elif it.hangs:
        it.verdict, it.binding = Verdict.NOT_YET, it.hangs
    elif opens_at is not None and now < opens_at:
        it.verdict, it.binding, it.not_before = Verdict.NOT_YET, it.opens_by, opens_at
    elif it.shut_by:
        it.verdict, it.binding, it.not_before = Verdict.NOT_YET, it.shut_by, it.shut_until
    else:
        it.binding = it.only_allowed or it.opens_by


def _not_before(it: Judgement, reason: Reason, effect: NotBefore) -> None:
    if effect.at is None:
        it.hangs = it.hangs or reason
    elif it.opens_at is None or effect.at > it.opens_at:
        it.opens_at, it.opens_by = effect.at, reason


def _awaits(it: Judgement, reason: Reason, effect: Awaits) -> None:
    it.awaits = reason, effect


def _settle(it: Judgement, reason: Reason, effect: Awaits) -> None:
    """The clock alone opens what is still possible by then; the rest hangs on what is to be done."""
    in_time = it.closes_at is None or (effect.at is not None and effect.at < it.closes_at)
    _not_before(it, reason, effect if in_time else NotBefore(None, effect.because, **effect.facts))


def _not_after(it: Judgement, reason: Reason, effect: NotAfter) -> None:
    if it.closes_at is None or effect.at < it.closes_at:
        it.closes_at, it.closes_by = effect.at, reason


def _late(it: Judgement, reason: Reason, effect: Late) -> None:
    it.late_after = effect.at


def _shut(it: Judgement, reason: Reason, effect: Shut) -> None:
    it.shut_until, it.shut_by = effect.at, reason


def _shuts_at(it: Judgement, reason: Reason, effect: ShutsAt) -> None:
    it.shuts_at = effect.at


def _never(it: Judgement, reason: Reason, effect: Never) -> None:
    it.never = it.never or reason


def _no_longer(it: Judgement, reason: Reason, effect: NoLonger) -> None:
    it.gone = it.gone or reason


def _only_allowed(it: Judgement, reason: Reason, effect: OnlyAllowed) -> None:
    it.only_allowed = it.only_allowed or reason


def _carry(it: Judgement, reason: Reason, effect: Carry) -> None:
    it.carries = (*it.carries, effect.kind)


def _missing(it: Judgement, reason: Reason, effect: Missing) -> None:
    it.missing = (*it.missing, effect)


def _strength(it: Judgement, reason: Reason, effect: Strength) -> None:
    it.strength = effect.strength


_WEIGH: dict[type[Effect], Callable[[Judgement, Reason, Any], None]] = {
    NotBefore: _not_before,
    Awaits: _awaits,
    NotAfter: _not_after,
    Late: _late,
    Shut: _shut,
    ShutsAt: _shuts_at,
    Never: _never,
    NoLonger: _no_longer,
    OnlyAllowed: _only_allowed,
    Carry: _carry,
    Missing: _missing,
    Strength: _strength,
}
