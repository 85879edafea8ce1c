"""From facts to the one recommended action. Pure: the same facts give the same advice, and `now` is a fact."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta

from afterview.policy.effects import Missing
from afterview.policy.facts import Facts
from afterview.policy.judgement import Found, Judgement, judge, judge_all
from afterview.policy.recommendation import Action, Recommendation, Window
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.steps import STEPS
from afterview.policy.terms import Channel, Kind, Strength, Verdict
from afterview.policy.wording import day_and_time
from afterview.policy.working_time import at_wall_clock, local


def decide(facts: Facts) -> Recommendation:
    """The next right step for these facts at `facts.now`, why, and what is true of every other step."""
    situation = Situation(facts)
    judged = judge_all(situation)
    chosen = _choose(judged, situation.now)
    if chosen is not None:
        return _advise(chosen, judged, situation)
    return _wait_or_rest(judged, situation)


def _choose(judged: list[Judgement], now: datetime) -> Judgement | None:
    """The open step that takes precedence; ties go by the listed order of contacts, in which `judged` comes."""
    return min((j for j in judged if j.recommendable), key=lambda j: _precedence(j, now), default=None)


def _precedence(judgement: Judgement, now: datetime) -> tuple[int, float]:
    step = judgement.step
    kind = Kind.THANK_YOU_EMAIL if step.is_thanks else step.kind
    closes_at = judgement.shown_closing(now) if step.is_thanks else None
    return _RANK[kind], closes_at.timestamp() if closes_at else 0.0


_RANK = {kind: rank for rank, kind in enumerate(Kind)} | {Kind.FOLLOW_UP_CALL: list(Kind).index(Kind.CHECK_IN_EMAIL)}


def _advise(chosen: Judgement, judged: list[Judgement], situation: Situation) -> Recommendation:
    step = chosen.step
    kind = STEPS[step.kind]
    late = chosen.is_late(situation.now)
    headline = kind.late_headline if late and kind.late_headline else kind.headline
    informs = ("points_to_add",) if Kind.ADDITIONAL_INFORMATION_EMAIL in chosen.carries else ()
    action = Action(
        kind=step.kind,
        channel=kind.channel,
        contact_id=step.who,
        interview_id=step.interview.id if step.interview else None,
        headline=headline.format(who=step.name),
        strength=chosen.strength,
        zone=step.zone,
        late=late,
        window=_window(chosen, situation),
        carries=chosen.carries,
        include=kind.include + informs,
    )
    return Recommendation(
        situation=situation,
        action=action,
        reasons=reasons_of(chosen),
        alternatives=[j for j in judged if j is not chosen],
        judged=judged,
        next_review_at=min(_changes(judged, situation), default=None),
    )


def _window(judgement: Judgement, situation: Situation) -> Window:
    now = situation.now
    opens_at = judgement.opens_at or now
    closes_at = judgement.shown_closing(now)
    if judgement.step.is_thanks:
        best_at = _best_for_thanks(opens_at, closes_at, judgement.step.zone)
    else:
        best_at = situation.working_moment(max(opens_at, now), judgement.step.who)
    best_at = max(best_at, now)
    if closes_at is not None and best_at >= closes_at:
        best_at = max(opens_at, now)
    return Window(opens_at, best_at, closes_at)


def _best_for_thanks(ended_at: datetime, closes_at: datetime | None, zone: str) -> datetime:
    """Two hours after the end, by day (08:00 to 20:00 there); else the next 09:00, if that is still on time."""
    soon = ended_at + timedelta(hours=2)
    there = local(soon, zone)
    if time(8) <= there.time() <= time(20):
        return soon
    morning = there.date() + timedelta(days=0 if there.time() < time(9) else 1)
    at_nine = at_wall_clock(morning, time(9), zone)
    return at_nine if closes_at is None or at_nine < closes_at else soon


def reasons_of(judgement: Judgement) -> list[Found]:
    """Why, binding reason first: what each rule found, one reason a rule, hints about missing fields left out."""
    found = [f for f in judgement.effects if not isinstance(f[1], Missing)]
    if judgement.binding is not None:
        found.insert(0, judgement.binding)
    first_of_rule: dict[str, Found] = {}
    for reason in found:
        first_of_rule.setdefault(reason[0].id, reason)
    return list(first_of_rule.values())


# -- waiting ------------------------------------------------------------------------------------------------------


def _wait_or_rest(judged: list[Judgement], situation: Situation) -> Recommendation:
    rest = judge(Step(Kind.NO_FURTHER_ACTION, None, None, None, situation.zone_of(None), is_thanks=False), situation)
    following = _next_step(judged, situation)
    until: datetime | None
    if following is not None:
        until, upcoming = following
        action = _wait(until, upcoming.step.kind, upcoming.step.zone)
        reasons = _why_wait(upcoming, judged, situation.now)
    elif rest.verdict == Verdict.NOT_YET and rest.not_before is not None:
        until = rest.not_before
        action = _wait(until, Kind.NO_FURTHER_ACTION, rest.step.zone)
        reasons = reasons_of(rest)
    else:
        until = None
        headline = "Let it rest. You have done your part"
        action = _quiet(Kind.NO_FURTHER_ACTION, headline, rest.step.zone)
        reasons = reasons_of(rest)
    return Recommendation(situation, action, reasons, alternatives=judged, judged=judged, next_review_at=until)


def _wait(until: datetime, next_kind: Kind, zone: str) -> Action:
    action = _quiet(Kind.WAIT, f"Waiting is right, until {day_and_time(until, zone)}", zone)
    action.until = until
    action.next_kind = next_kind
    return action


def _quiet(kind: Kind, headline: str, zone: str) -> Action:
    return Action(kind, Channel.NONE, None, None, headline, Strength.SHOULD, zone)


def _next_step(judged: list[Judgement], situation: Situation) -> tuple[datetime, Judgement] | None:
    """The next instant at which the clock alone brings a step to recommend, and that step; found by trying each."""
    facts = situation.facts
    while True:
        at = min(_openings(judged, situation), default=None)
        if at is None:
            return None
        situation = Situation(replace(facts, now=at))
        judged = judge_all(situation)
        chosen = _choose(judged, at)
        if chosen is not None:
            return at, chosen


def _openings(judged: list[Judgement], situation: Situation) -> Iterable[datetime]:
    """When a closed step may open: its own time, or the end of an interview, which changes what every rule sees."""
    for interview in situation.ahead:
        yield interview.ends_at
    for j in judged:
        if j.not_before is not None and j.only_allowed is None:
            yield j.not_before


def _changes(judged: list[Judgement], situation: Situation) -> Iterable[datetime]:
    """Every instant after now at which the clock may change a verdict or make a step late."""
    now = situation.now
    for interview in situation.ahead:
        yield interview.ends_at
    for j in judged:
        if j.verdict in (Verdict.NEVER, Verdict.NO_LONGER):
            continue
        for at in (j.not_before, j.late_after, j.closes_at):
            if at is not None and at > now:
                yield at


def _why_wait(upcoming: Judgement, judged: list[Judgement], now: datetime) -> list[Found]:
    """What the wait is for: why the step that comes next is not open now."""
    pair = (upcoming.step.kind, upcoming.step.who)
    today = next((j for j in judged if (j.step.kind, j.step.who) == pair), upcoming)
    return reasons_of(today if today.verdict == Verdict.NOT_YET else upcoming)
