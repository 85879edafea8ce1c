"""What the rules make of one step: its window, what excludes it, and the rule behind each bound."""

from collections.abc import Iterator
from datetime import datetime

from afterview.policy.effects import (
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
    Strength,
)
from afterview.policy.rules import RULES, RULES_ABOUT, Rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.steps import STEPS
from afterview.policy.terms import ENQUIRIES, STEP_KINDS, Kind, Verdict
from afterview.policy.terms import Strength as StrengthOf

Found = tuple[Rule, Effect]


class Judgement:
    """One step, weighed: every effect that a rule found, and what follows from them together at `now`."""

    __slots__ = (
        "binding",
        "carries",
        "closes_at",
        "closes_by",
        "effects",
        "gone",
        "late_after",
        "never",
        "not_before",
        "only_allowed",
        "opens_at",
        "opens_by",
        "step",
        "strength",
        "verdict",
    )

    def __init__(self, step: Step, effects: list[Found], now: datetime) -> None:
        self.step = step
        self.effects = effects
        self.never: Found | None = None
        self.gone: Found | None = None
        self.only_allowed: Found | None = None
        self.opens_at: datetime | None = None
        self.opens_by: Found | None = None
        self.closes_at: datetime | None = None
        self.closes_by: Found | None = None
        self.late_after: datetime | None = None
        self.carries: tuple[Kind, ...] = ()
        self.strength = STEPS[step.kind].strength if step.kind in STEPS else StrengthOf.MAY
        self.verdict, self.not_before, self.binding = self._weigh(now)

    def _weigh(self, now: datetime) -> tuple[Verdict, datetime | None, Found | None]:
        hangs: Found | None = None
        shut: tuple[datetime, Found] | None = None
        for found in self.effects:
            effect = found[1]
            kind = type(effect)
            if kind is NotBefore:
                at = effect.at  # type: ignore[attr-defined]
                if at is None:
                    hangs = hangs or found
                elif self.opens_at is None or at > self.opens_at:
                    self.opens_at, self.opens_by = at, found
            elif kind is NotAfter:
                if self.closes_at is None or effect.at < self.closes_at:  # type: ignore[attr-defined]
                    self.closes_at, self.closes_by = effect.at, found  # type: ignore[attr-defined]
            elif kind is Shut:
                shut = (effect.at, found)  # type: ignore[attr-defined]
            else:
                self._note(found)
        if self.never:
            return Verdict.NEVER, None, self.never
        if self.gone:
            return Verdict.NO_LONGER, None, self.gone
        opens_at, closes_at = self.opens_at, self.closes_at
        if closes_at is not None and (now >= closes_at or (opens_at is not None and opens_at >= closes_at)):
            return Verdict.NO_LONGER, None, self.closes_by
        if hangs:
            return Verdict.NOT_YET, None, hangs
        if opens_at is not None and now < opens_at:
            return Verdict.NOT_YET, opens_at, self.opens_by
        if shut:
            return Verdict.NOT_YET, shut[0], shut[1]
        return Verdict.ALLOWED, None, self.only_allowed or self.opens_by

    def _note(self, found: Found) -> None:
        effect = found[1]
        match effect:
            case Never():
                self.never = self.never or found
            case NoLonger():
                self.gone = self.gone or found
            case OnlyAllowed():
                self.only_allowed = self.only_allowed or found
            case Late():
                self.late_after = effect.at
            case Carry():
                self.carries = (*self.carries, effect.kind)
            case Strength():
                self.strength = effect.strength
            case _:
                pass

    @property
    def recommendable(self) -> bool:
        """Whether this step, open now, is one to recommend."""
        return self.verdict == Verdict.ALLOWED and self.only_allowed is None

    def is_due(self, now: datetime) -> bool:
        """Whether it is open and to be recommended, if not at this hour."""
        if self.only_allowed is not None or self.verdict in (Verdict.NEVER, Verdict.NO_LONGER):
            return False
        return self.verdict == Verdict.ALLOWED or (self.not_before is not None and self._opened(now))

    def _opened(self, now: datetime) -> bool:
        return self.opens_at is None or self.opens_at <= now

    def is_late(self, now: datetime) -> bool:
        """Whether the good moment has passed while the step is still possible."""
        return self.late_after is not None and now >= self.late_after

    def shown_closing(self, now: datetime) -> datetime | None:
        """The end of the good moment while it lies ahead, else the end of the possible."""
        if self.late_after is not None and now < self.late_after:
            return self.late_after if self.closes_at is None else min(self.late_after, self.closes_at)
        return self.closes_at

    def missing(self) -> Iterator[tuple[Rule, Missing]]:
        """The fields that would make it possible or better."""
        for by, effect in self.effects:
            if isinstance(effect, Missing):
                yield by, effect


def judge(step: Step, facts: Situation) -> Judgement:
    """Ask every rule about that kind of step, and weigh what they say."""
    policy = facts.parameters
    effects: list[Found] = []
    for rule in RULES_ABOUT[step.kind]:
        for effect in rule.judge(step, facts, policy):
            if step.kind in ENQUIRIES and type(effect) is NotBefore and effect.at is not None:
                effect.at = facts.working_moment(effect.at, step.who)
            effects.append((rule, effect))
    return Judgement(step, effects, facts.now)


_MATTERS = (
    Kind.ANSWER,
    Kind.REJECTION_THANKS_EMAIL,
    Kind.THANK_YOU_EMAIL,
    Kind.CHECK_IN_EMAIL,
    Kind.FOLLOW_UP_CALL,
)
_OPTIONAL = tuple(kind for kind in STEP_KINDS if kind not in _MATTERS)


def judge_all(facts: Situation) -> list[Judgement]:
    """Every pair of kind and contact, judged, in order of precedence; what is due is known to the optional kinds."""
    judged: list[Judgement] = []
    for kind in _MATTERS:
        judged.extend(_judge_kind(kind, facts))
    due = [j for j in judged if j.is_due(facts.now)]
    if not due and any(facts.by_post(contact.id) for contact in facts.contacts):
        notes = _judge_kind(Kind.HANDWRITTEN_NOTE, facts)
        due = [j for j in notes if j.step.is_thanks and j.is_due(facts.now)]
    facts.due = due[0].step if due else None
    for kind in _OPTIONAL:
        judged.extend(_judge_kind(kind, facts))
    return judged


def _judge_kind(kind: Kind, facts: Situation) -> Iterator[Judgement]:
    recipients = STEPS[kind].recipients(facts)
    for contact in facts.contacts:
        step = _step(kind, contact.id, facts)
        yield judge(step, facts) if contact.id in recipients else _not_for(step, facts)
    if None in recipients:
        yield judge(_step(kind, None, facts), facts)


def _step(kind: Kind, who: str | None, facts: Situation) -> Step:
    interview = facts.informing if kind == Kind.ADDITIONAL_INFORMATION_EMAIL else None
    by_post = facts.by_post(who)
    return Step(
        kind=kind,
        who=who,
        contact=facts.contact.get(who) if who is not None else None,
        interview=interview or facts.interview_for(who),
        zone=facts.zone_of(who),
        is_thanks=(kind == Kind.THANK_YOU_EMAIL and not by_post) or (kind == Kind.HANDWRITTEN_NOTE and by_post),
    )


def _not_for(step: Step, facts: Situation) -> Judgement:
    kind = STEPS[step.kind]
    return Judgement(step, [(RULES[kind.others_rule], Never(kind.others_because, who=step.name))], facts.now)
