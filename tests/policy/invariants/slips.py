"""Slips to plant in the policy, at least one for every check, to see that it would catch them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count

from afterview.policy.candidates import Candidates
from afterview.policy.effects import Carry, Effect, Never, NoLonger, NotBefore, Note
from afterview.policy.facts import Facts
from afterview.policy.parameters import Parameters
from afterview.policy.plan import Plan, plan
from afterview.policy.recommendation import Recommendation
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import InterviewStatus, Kind, TouchKind
from tests.policy.invariants.events import Happens
from tests.policy.invariants.planting import Slip, for_whom, in_advice, in_place_of, in_plans, in_rule, silent
from tests.policy.invariants.starts import (
    ALONE,
    MISSED,
    NAMELESS,
    PANEL,
    PROMISED,
    STEPS,
    TURNS,
    TWO_ROUNDS,
)

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
MONTHS = timedelta(days=60)
ASKED_BEFORE = count()


# -- in rules


def answers_otherwise_each_time(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A rule that remembers how often it was asked."""
    yield Note("This is question {number}.", number=next(ASKED_BEFORE))


def goes_by_what_is_listed_first(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A rule that takes the first of a list for the first that happened."""
    if facts.facts.touches and facts.facts.touches[0].kind is TouchKind.THANK_YOU_EMAIL:
        yield NoLonger("You have written before.")


def goes_by_who_is_listed_first(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A rule that takes the first of a list for the most important."""
    if facts.contacts[0].id != step.who:
        yield Never("{who} does not matter.")


def reads_the_clock_as_it_is_written(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A rule that forgets that an instant has many names."""
    if facts.now.hour < 12:
        yield NoLonger("It is too early for you.")


def counts_what_was_cancelled(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A rule that reads all interviews, and not those that took place or will."""
    if any(interview.status is InterviewStatus.CANCELLED for interview in facts.facts.interviews):
        yield NoLonger("They cancelled.")


def opens_before_the_end(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A rule with another window than the policy's."""
    if step.interview and step.is_thanks:
        yield NotBefore(step.interview.ends_at - HOUR, "Thanks are welcome before the end.")


def takes_the_day_off(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A rule that has thanks wait for a working day."""
    if step.interview and step.is_thanks:
        yield NotBefore(facts.working_moment(step.interview.ends_at, step.zone), "Thanks are for working days.")


def changes_its_mind(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A rule that says never, and only on some days."""
    if facts.now.day % 2:
        yield Never("It is an odd day.")


def hurries_when_they_take_longer(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A rule that opens the earlier, the later the promised day is."""
    if facts.promise:
        longest = facts.promise.said_at + MONTHS
        yield NotBefore(longest - (facts.promise.passed_at - facts.promise.said_at), "Time is short.")


def hurries_before_holidays(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A rule that opens a day earlier for every holiday."""
    if facts.promise:
        yield NotBefore(facts.promise.passed_at + (10 - len(facts.calendar.holidays)) * DAY, "They will be away.")


def carries_it_every_time(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A rule that forgets that once is enough."""
    if step.is_thanks or step.kind is Kind.CHECK_IN_EMAIL:
        yield Carry(Kind.ADDITIONAL_INFORMATION_EMAIL, "Say it in every message.")


def blames_another_fact(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A rule with a reason that has nothing to do with its verdict."""
    yield Never("They have met you.", met_at=facts.latest_held.ends_at if facts.latest_held else facts.now)


# -- in place of functions


def everybody(facts: Situation) -> set[str | None]:
    """All contacts, whoever they are."""
    return {contact.id for contact in facts.contacts}


def as_they_are(facts: Facts) -> Facts:
    """All facts, those of tomorrow too."""
    return facts


def waits_until_long_ago(advice: Recommendation) -> None:
    """A wait that is over."""
    if advice.action.until:
        advice.action.until -= MONTHS


def rests_on_odd_days(advice: Recommendation) -> None:
    """A wait that is told as the end."""
    if advice.action.until and advice.situation.now.day % 2:
        advice.action.kind = Kind.NO_FURTHER_ACTION


def is_best_at_once(advice: Recommendation) -> None:
    """A best moment that is past."""
    window = advice.action.window
    if window:
        advice.action.window = replace(window, best_at=window.opens_at)


def is_best_an_hour_later(advice: Recommendation) -> None:
    """A best moment that is none of the policy's."""
    window = advice.action.window
    if window:
        advice.action.window = replace(window, best_at=window.best_at + HOUR)


def starting_tomorrow(facts: Facts) -> Plan:
    """The plan for another day."""
    return plan(replace(facts, now=facts.now + DAY))


def backwards(facts: Facts) -> Plan:
    """The plan, its last step first."""
    planned = plan(facts)
    return replace(planned, steps=planned.steps[::-1])


SLIPS = [
    # 1 to 4
    Slip(in_rule("make-it-personal", answers_otherwise_each_time), ALONE, "the same facts give the same bytes"),
    Slip(in_rule("one-thing-a-day", goes_by_what_is_listed_first), ALONE, "the order of what happened changes nothing"),
    Slip(
        in_rule("one-thing-a-day", goes_by_who_is_listed_first),
        PANEL,
        "the order of contacts settles nothing but ties",
    ),
    Slip(
        in_rule("one-thing-a-day", reads_the_clock_as_it_is_written),
        ALONE,
        "the offset in which an instant is written changes nothing",
    ),
    Slip(in_rule("one-thing-a-day", counts_what_was_cancelled), ALONE, "a cancelled interview changes nothing"),
    Slip(in_place_of("candidates.Candidates.all", Candidates.for_somebody), ALONE, "every pair has one verdict"),
    Slip(
        for_whom(Kind.THANK_YOU_EMAIL, everybody),
        NAMELESS,
        "an interview without interviewers has thanks to nobody by name",
    ),
    Slip(
        silent("patience-after-silence"),
        ALONE,
        "everything has a reason from the catalogue",
        "while it is open there is a step a wait or the end of patience",
    ),
    Slip(in_advice(rests_on_odd_days), ALONE, "the end stays the end"),
    Slip(in_advice(waits_until_long_ago), ALONE, "a wait ends later than now"),
    Slip(
        in_place_of("decide.known", as_they_are),
        ALONE,
        "what is dated later changes nothing",
        "an outcome dated later changes nothing",
    ),
    # 5 to 7
    Slip(in_advice(is_best_at_once), ALONE, "a step is open and best within its window"),
    Slip(in_advice(is_best_an_hour_later), ALONE, "the best moment is that of the policy"),
    Slip(in_rule("thank-within-a-day", opens_before_the_end), ALONE, "thanks have the window of the policy"),
    Slip(
        in_rule("one-thing-a-day", changes_its_mind),
        ALONE,
        "a wait stays until it ends and then gives way",
        "a step stays until its next review",
        "verdicts only move forward",
        "what is not yet opens when it was said to",
    ),
    # 8 to 11
    Slip(silent("thank-each-person"), ALONE, "a step just taken is not recommended again"),
    Slip(silent("one-enquiry"), ALONE, "without a passed date there is one enquiry"),
    Slip(
        silent("again-after-the-timeline"),
        PROMISED,
        "after so many follow ups there are no more",
        "two follow ups are a week apart",
    ),
    Slip(silent("respect-the-timeline"), PROMISED, "nobody is asked before a promised day is over"),
    Slip(silent("next-round-is-an-answer"), TWO_ROUNDS, "nobody is asked while an interview is ahead"),
    Slip(silent("update-buys-a-week"), ALONE, "nobody is asked within a week of an update"),
    Slip(for_whom(Kind.CHECK_IN_EMAIL, everybody), PANEL, "one person is asked"),
    Slip(
        silent("enquiry-waits-a-week"),
        ALONE,
        "without a date thanks buy a week",
        "an enquiry opens exactly when nothing forbids it any more",
    ),
    Slip(
        silent("enquiry-waits-a-week"),
        NAMELESS,
        "without a date and thanks an email waits one week and a call two",
    ),
    # 12 to 14
    Slip(silent("one-thing-a-day"), MISSED, "nobody hears twice in a day", happens=STEPS | {Happens.OTHER}),
    Slip(
        silent("linkedin-after-thanks"),
        ALONE,
        "nobody gets more than five messages in a silent epoch",
        "linkedin once per person for ever",
    ),
    Slip(silent("thank-each-person"), ALONE, "thanks once per interview and person"),
    Slip(silent("note-is-a-bonus"), MISSED, "a note once per interview and person"),
    Slip(
        silent("fold-in-what-was-missed", "information-counts"),
        MISSED,
        "information once per epoch",
        happens=STEPS | {Happens.LOOSELY},
    ),
    Slip(silent("gracious-after-rejection"), ALONE, "rejection thanks once", happens=TURNS),
    Slip(
        silent("never-press"),
        ALONE,
        "after a no there are thanks and a connection and nothing else",
        "after a no nothing is asked",
        happens=TURNS,
    ),
    # 15 to 18
    Slip(
        in_rule("respect-the-timeline", hurries_when_they_take_longer),
        PROMISED,
        "a later date never makes an enquiry earlier",
    ),
    Slip(
        in_rule("respect-the-timeline", hurries_before_holidays),
        PROMISED,
        "a holiday never makes an enquiry earlier",
    ),
    Slip(
        in_rule("thank-within-a-day", takes_the_day_off),
        ALONE,
        "a holiday moves neither the opening nor the day of thanks",
    ),
    Slip(
        in_plans(starting_tomorrow),
        ALONE,
        "living by the advice is the plan",
        "the plan starts with the recommendation",
        "the plan after a step is the rest of the plan",
    ),
    Slip(in_plans(backwards), PANEL, "the plan is in order and ends"),
    Slip(
        in_rule("fold-in-what-was-missed", carries_it_every_time),
        PANEL,
        "what was missed goes out once or is reported as spent",
    ),
    Slip(
        in_rule("one-thing-a-day", blames_another_fact),
        ALONE,
        "other facts than the reasons would bring another verdict",
    ),
]
