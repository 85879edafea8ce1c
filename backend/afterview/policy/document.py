"""Advice as JSON-ready values: the one place where a Recommendation gets its documented shape."""

from collections.abc import Iterable
from datetime import datetime

from afterview.policy.effects import Effect, NotBefore
from afterview.policy.judgement import Judgement, Reason
from afterview.policy.parameters import Parameters
from afterview.policy.plan import ASSUMES, Plan, PlannedStep
from afterview.policy.recommendation import Action, Recommendation
from afterview.policy.rules import RULES, Rule
from afterview.policy.step import Step
from afterview.policy.terms import FOLLOW_UPS, STEP_KINDS, Kind, Verdict
from afterview.policy.wording import instant, plain, sentence

Json = dict[str, object]


def recommendation(advice: Recommendation, application_id: str | None = None) -> Json:
    """A Recommendation as the API documents it."""
    situation = advice.situation
    return {
        "application_id": application_id,
        "evaluated_at": instant(situation.now),
        "policy": {"version": Parameters.VERSION, "overrides": situation.parameters.overrides},
        "action": action(advice.action),
        "reasons": reasons(advice.reasons),
        "alternatives": [_alternative(j, situation.now) for j in advice.alternatives],
        "missing": missing(advice),
        "next_review_at": instant(advice.next_review_at),
    }


def action(it: Action) -> Json:
    """An Action as the API documents it."""
    window = it.window
    return {
        "kind": it.kind.value,
        "channel": it.channel.value,
        "contact_id": it.contact_id,
        "interview_id": it.interview_id,
        "headline": it.headline,
        "strength": it.strength.value,
        "late": it.late,
        "window": None
        if window is None
        else {
            "opens_at": instant(window.opens_at),
            "best_at": instant(window.best_at),
            "closes_at": instant(window.closes_at),
        },
        "until": instant(it.until),
        "next_kind": it.next_kind.value if it.next_kind else None,
        "carries": [kind.value for kind in it.carries],
        "counts_as_follow_up": it.kind in FOLLOW_UPS,
        "template_id": it.kind.value if it.kind in STEP_KINDS else None,
        "include": list(it.include),
    }


def reasons(found: Iterable[Reason]) -> list[Json]:
    """Reasons as the API documents them, instants told in the zone of the person concerned."""
    return [_reason(*reason) for reason in found]


def _reason(rule: Rule, effect: Effect, step: Step) -> Json:
    facts = {name: plain(fact) for name, fact in effect.facts.items()} if effect.facts else {}
    return {**_HEADINGS[rule.id], "because": sentence(effect, step), "facts": facts}


_HEADINGS: dict[str, Json] = {
    rule.id: {
        "rule": rule.id,
        "basis": rule.basis.value,
        "section": rule.sections[0] if rule.sections else None,
        "statement": rule.statement,
    }
    for rule in RULES.values()
}
"""What every reason of a rule says alike."""


def _alternative(j: Judgement, now: datetime) -> Json:
    step = j.step
    return {
        "kind": _WORDS[step.kind],
        "contact_id": step.who,
        "verdict": _WORDS[j.verdict],
        "interview_id": step.interview.id if step.interview else None,
        "not_before": instant(j.not_before),
        "not_after": instant(j.shown_closing(now)) if j.verdict in _OPEN_ENDED else None,
        "reasons": reasons(_why(j, now)),
    }


_OPEN_ENDED = (Verdict.ALLOWED, Verdict.NOT_YET)
_WORDS = {word: word.value for words in (Kind, Verdict) for word in words}
"""Kinds and verdicts as plain strings: every answer writes dozens of them."""


def _why(j: Judgement, now: datetime) -> list[Reason]:
    """The binding reason, and for a step that is not open yet whatever else still holds it."""
    binding = j.binding or j.reasons[0]
    if j.verdict is not Verdict.NOT_YET:
        return [binding]
    others = [f for f in j.reasons if f is not binding and _still_holds(f[1], now)]
    return [binding, *others]


def _still_holds(effect: Effect, now: datetime) -> bool:
    return isinstance(effect, NotBefore) and (effect.at is None or effect.at > now)


def missing(advice: Recommendation) -> list[Json]:
    """What is missing for the action first, then for the steps that nothing else rules out; each field once."""
    lacking = [j for j in advice.for_somebody if j.missing]
    first = [j for j in lacking if j is advice.chosen]
    fields: dict[str, Json] = {}
    for j in first + [j for j in lacking if _worth_completing(j)]:
        for effect in j.missing:
            if effect.field not in fields:
                fields[effect.field] = {"field": effect.field, "why": sentence(effect, j.step)}
    return list(fields.values())


def _worth_completing(j: Judgement) -> bool:
    if j.verdict == Verdict.NO_LONGER:
        return False
    return j.verdict != Verdict.NEVER or (j.never is not None and j.never[0].id == "reachable")


def plan(it: Plan, application_id: str | None = None) -> Json:
    """A Plan as the API documents it."""
    return {
        "application_id": application_id,
        "generated_at": instant(it.advice.situation.now),
        "assumes": ASSUMES,
        "steps": [_planned(step) for step in it.steps],
        "ends_at": instant(it.ends_at),
        "ends_with": {
            "action": action(it.ends_with.action),
            "reasons": reasons(it.ends_with.reasons),
            "spent": list(it.spent_points),
        },
    }


def _planned(step: PlannedStep) -> Json:
    return {
        "status": step.status.value,
        "action": action(step.action),
        "occurred_at": instant(step.occurred_at),
        "reasons": reasons(step.reasons),
    }
