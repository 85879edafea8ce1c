"""A handwritten note adds to the thank-you, where it is welcome."""

from collections.abc import Iterator
from datetime import timedelta

from afterview.policy.effects import Effect, Never, NoLonger, NotAfter, NotBefore, OnlyAllowed
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind, Notes, TouchKind


@rule(
    basis=Basis.ARTICLE,
    sections=("WAY4", "FAQ8"),
    about=(Kind.HANDWRITTEN_NOTE,),
    parameters=("hours_between_touches", "note_days"),
)
def note_is_a_bonus(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """A handwritten note is a bonus after the thank-you, within the week, and only where notes are welcome."""
    interview = step.interview
    if step.is_thanks or interview is None:
        return
    yield from _welcome(facts)
    if not step.held(facts.now):
        yield NotBefore(None, "{who} has not been thanked yet.")
        return
    since = interview.ends_at
    sent = [t for t in facts.sent.to(step.who) if t.kind == TouchKind.HANDWRITTEN_NOTE and t.occurred_at >= since]
    if sent:
        yield NoLonger("Your note to {who} went out {sent_at}.", sent_at=sent[-1].occurred_at)
    thanked_at = facts.sent.thanked_at(step.who, since)
    if thanked_at is None:
        yield NotBefore(None, "{who} has not been thanked yet.")
    else:
        yield NotBefore(thanked_at + policy.spacing, "{who} was thanked {thanked_at}.", thanked_at=thanked_at)
    because = "A note belongs in the post before {closes_at}."
    closes_at = since + timedelta(days=policy.note_days)
    yield NotAfter(closes_at, because, closes_at=closes_at, ended_at=since)
    promise = facts.promise
    if promise is not None:
        yield NotAfter(promise.passed_at, because, closes_at=promise.passed_at, promised=promise.day)


def _welcome(facts: Situation) -> Iterator[Effect]:
    if facts.preferences.handwritten_notes == Notes.UNWELCOME:
        yield Never("You said that handwritten notes are not welcome.")
    elif facts.preferences.handwritten_notes == Notes.UNKNOWN:
        yield OnlyAllowed("It is not known whether handwritten notes are welcome; it is up to you.")
