"""Every step that could come up, judged group by group in order of precedence, and no sooner than it is asked for."""

from collections.abc import Callable, Iterator
from datetime import datetime

from afterview.policy.judgement import Judgement, excluded, judge
from afterview.policy.rules import rules_for
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.steps import STEPS
from afterview.policy.terms import STEP_KINDS, Kind

_OPTIONAL = (Kind.ADDITIONAL_INFORMATION_EMAIL, Kind.HANDWRITTEN_NOTE, Kind.LINKEDIN_REQUEST)


class Candidates:
    """The judgements on the steps of one situation."""

    def __init__(self, facts: Situation) -> None:
        self.facts = facts
        self._rules = rules_for(facts)
        self._everybody: list[str | None] = [*(contact.id for contact in facts.contacts), None]
        self._steps: dict[Kind, dict[str | None, Step]] = {kind: self._for_whom(kind) for kind in STEP_KINDS}
        self._judged: dict[Step, Judgement] = {}

    def choose(self) -> Judgement | None:
        """The open step that takes precedence; while something that matters is due, the optional ones are judged so."""
        due: Judgement | None = None
        now = self.facts.now
        for steps in self._what_matters():
            judged = [self._judge(step) for step in steps]
            chosen = _first(judged, now, lambda j: j.recommendable)
            if chosen is not None:
                self.facts.due = chosen.step
                return chosen
            due = due or next((j for j in judged if j.is_due(now)), None)
        self.facts.due = due.step if due else None
        for steps in self._what_is_optional():
            chosen = _first([self._judge(step) for step in steps], now, lambda j: j.recommendable)
            if chosen is not None:
                return chosen
        return None

    def opening_at(self, at: datetime) -> Judgement | None:
        """The step that takes precedence among those that open at that instant."""
        for steps in (*self._what_matters(), *self._what_is_optional()):
            chosen = _first([self._judge(step) for step in steps], at, lambda j: j.to_come and j.not_before == at)
            if chosen is not None:
                return chosen
        return None

    def all(self) -> list[Judgement]:
        """The judgement on every pair of kind and contact, by precedence of kinds and listed order of contacts."""
        judged = []
        for kind, steps in self._steps.items():
            for who in self._everybody:
                step = steps.get(who)
                if step is not None:
                    judged.append(self._judge(step))
                elif who is not None:
                    judged.append(excluded(self._step(kind, who)))
        return judged

    def for_somebody(self) -> list[Judgement]:
        """The same without the pairs that are not for that contact."""
        return [self._judge(step) for steps in self._steps.values() for step in steps.values()]

    def find(self, kind: Kind, who: str | None) -> Judgement | None:
        """The judgement on that pair, if it is for that contact."""
        step = self._steps[kind].get(who)
        return None if step is None else self._judge(step)

    def _for_whom(self, kind: Kind) -> dict[str | None, Step]:
        """The steps of that kind for whomever they are for, by listed order of contacts."""
        recipients = STEPS[kind].recipients(self.facts)
        return {who: self._step(kind, who) for who in self._everybody if who in recipients} if recipients else {}

    def _step(self, kind: Kind, who: str | None) -> Step:
        person = self.facts.people[who]
        if kind is Kind.ADDITIONAL_INFORMATION_EMAIL:
            return Step(kind, person, self.facts.informing or person.interview)
        thanks = Kind.HANDWRITTEN_NOTE if person.by_post else Kind.THANK_YOU_EMAIL
        return Step(kind, person, person.interview, is_thanks=kind is thanks)

    def _what_matters(self) -> Iterator[list[Step]]:
        """Groups of steps in order of precedence; in a group, by listed order of contacts."""
        by_kind = self._steps
        yield list(by_kind[Kind.ANSWER].values())
        yield list(by_kind[Kind.REJECTION_THANKS_EMAIL].values())
        # A handwritten note is thanks for those who can only be reached by post.
        notes = by_kind[Kind.HANDWRITTEN_NOTE]
        thanks = [s if s.is_thanks else notes.get(who) for who, s in by_kind[Kind.THANK_YOU_EMAIL].items()]
        yield [step for step in thanks if step is not None]
        yield [*by_kind[Kind.CHECK_IN_EMAIL].values(), *by_kind[Kind.FOLLOW_UP_CALL].values()]

    def _what_is_optional(self) -> Iterator[list[Step]]:
        for kind in _OPTIONAL:
            yield [step for step in self._steps[kind].values() if not step.is_thanks]

    def _judge(self, step: Step) -> Judgement:
        found = self._judged.get(step)
        if found is None:
            found = self._judged[step] = judge(step, self.facts, self._rules)
        return found


def _first(judged: list[Judgement], at: datetime, fits: Callable[[Judgement], bool]) -> Judgement | None:
    """Of those that fit, the one that takes precedence: thanks by what closes first, ties by listed order."""
    fitting = [j for j in judged if fits(j)]
    if len(fitting) > 1:
        return min(fitting, key=lambda j: j.closing_rank(at) if j.step.is_thanks else (True, None))
    return fitting[0] if fitting else None
