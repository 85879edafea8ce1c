"""From facts to the one recommended action. Pure: the same facts give the same advice, and `now` is a fact."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from afterview.policy.candidates import Candidates
from afterview.policy.effects import Missing, ShutsAt
from afterview.policy.facts import Facts
from afterview.policy.judgement import Judgement, Reason, judge
from afterview.policy.known import known
from afterview.policy.recommendation import Action, Recommendation, Window
from afterview.policy.rules import rules_for
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.steps import STEPS
from afterview.policy.terms import Channel, Kind, Strength, Verdict
from afterview.policy.wording import day_and_time
from afterview.policy.working_time import at_wall_clock, local


def decide(facts: Facts) -> Recommendation:
    """The next right step for these facts at `facts.now`, why, and what is true of every other step."""
    candidates = Candidates(Situation(known(facts)))
    chosen = candidates.choose()
    return _wait_or_rest(candidates) if chosen is None else _advise(chosen, candidates)


def _advise(chosen: Judgement, candidates: Candidates) -> Recommendation:
    situation = candidates.facts
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
        strength=chosen.strength or kind.strength,
        zone=step.zone,
        late=late,
        window=_window(chosen, situation),
        carries=chosen.carries,
        include=kind.include + informs,
    )
    return Recommendation(action, reasons_of(chosen), candidates, chosen=chosen)


def _window(judgement: Judgement, situation: Situation) -> Window:
    now = situation.now
    opens_at = judgement.opens_at or now
    closes_at = judgement.shown_closing(now)
    step = judgement.step
    if step.is_thanks and step.interview is not None:
        best_at = _best_for_thanks(step.interview.ends_at, closes_at, step.zone)
    else:
        best_at = situation.working_moment(max(opens_at, now), step.zone)
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


def reasons_of(judgement: Judgement) -> list[Reason]:
    """Why, binding reason first: what each rule found, one reason a rule, hints about missing fields left out."""
    untold = Missing if judgement.verdict is Verdict.ALLOWED else (Missing, ShutsAt)
    found = [f for f in judgement.reasons if not isinstance(f[1], untold)]
    if judgement.binding is not None:
        found.insert(0, judgement.binding)
    first_of_rule: dict[str, Reason] = {}
    for reason in found:
        first_of_rule.setdefault(reason[0].id, reason)
    return list(first_of_rule.values())


# -- waiting ------------------------------------------------------------------------------------------------------


def _wait_or_rest(candidates: Candidates) -> Recommendation:
    situation = candidates.facts
    nobody = situation.people[None]
    rest = judge(Step(Kind.NO_FURTHER_ACTION, nobody, nobody.interview), situation, rules_for(situation))
    following = _next_step(candidates)
    if following is not None:
        at, upcoming = following
        action = _wait(at, upcoming.step.kind, upcoming.step.zone)
        reasons = _why_wait(upcoming, candidates)
    elif rest.not_before is not None:
        action = _wait(rest.not_before, Kind.NO_FURTHER_ACTION, nobody.zone)
        reasons = reasons_of(rest)
    else:
        action = _quiet(Kind.NO_FURTHER_ACTION, "Let it rest. You have done your part", nobody.zone)
        reasons = reasons_of(rest)
    return Recommendation(action, reasons, candidates, chosen=None)


def _wait(until: datetime, next_kind: Kind, zone: str) -> Action:
    action = _quiet(Kind.WAIT, f"Waiting is right, until {day_and_time(until, zone)}", zone)
    action.until = until
    action.next_kind = next_kind
    return action


def _quiet(kind: Kind, headline: str, zone: str) -> Action:
    return Action(kind, Channel.NONE, None, None, headline, Strength.SHOULD, zone)


def _next_step(candidates: Candidates) -> tuple[datetime, Judgement] | None:
    """The next instant at which the clock alone brings a step to recommend, and that step.

    The clock opens each step when its judgement says so, until an interview ends: then every rule sees other facts.
    """
    facts = candidates.facts
    while True:
        opens_at = min([j.not_before for j in candidates.for_somebody() if j.not_before and j.to_come], default=None)
        ends_at = facts.ahead[0].ends_at if facts.ahead else None
        if ends_at is None or (opens_at is not None and opens_at < ends_at):
            upcoming = candidates.opening_at(opens_at) if opens_at else None
            return (opens_at, upcoming) if opens_at and upcoming else None
        facts = Situation(replace(facts.facts, now=ends_at))
        candidates = Candidates(facts)
        chosen = candidates.choose()
        if chosen is not None:
            return ends_at, chosen


def _why_wait(upcoming: Judgement, candidates: Candidates) -> list[Reason]:
    """What the wait is for: why the step that comes next is not open now."""
    today = candidates.find(upcoming.step.kind, upcoming.step.who)
    return reasons_of(today if today and today.verdict is Verdict.NOT_YET else upcoming)
