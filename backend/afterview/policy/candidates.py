"""Every step that could come up, judged group by group in order of precedence, and no sooner than it is asked for."""

from afterview.policy.judgement import Judgement, excluded, judge
from afterview.policy.rules import rules_for
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.steps import STEPS
from afterview.policy.terms import STEP_KINDS, Kind

_THANKS = (Kind.THANK_YOU_EMAIL, Kind.HANDWRITTEN_NOTE)
# What matters, in order of precedence; a handwritten note is thanks for those who can only be reached by post.
_MATTERS: tuple[tuple[Kind, ...], ...] = (
    (Kind.ANSWER,),
    (Kind.REJECTION_THANKS_EMAIL,),
    _THANKS,
    (Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL),
)
_OPTIONAL = (Kind.ADDITIONAL_INFORMATION_EMAIL, Kind.HANDWRITTEN_NOTE, Kind.LINKEDIN_REQUEST)


class Candidates:
    """The judgements on the steps of one situation."""

    def __init__(self, facts: Situation) -> None:
        self.facts = facts
        self._rules = rules_for(facts)
        self._judged: dict[tuple[Kind, str | None], Judgement] = {}

    def choose(self) -> Judgement | None:
        """The open step that takes precedence: thanks by earliest closing, ties by the listed order of contacts."""
        due: Judgement | None = None
        now = self.facts.now
        for group in _MATTERS:
            judged = [self._judge(step) for step in self._steps(group)]
            chosen = [j for j in judged if j.recommendable]
            if chosen:
                first = min(chosen, key=lambda j: j.closing_rank(now)) if group is _THANKS else chosen[0]
                self.facts.due = first.step
                return first
            due = due or next((j for j in judged if j.is_due(now)), None)
        self.facts.due = due.step if due else None
        for kind in _OPTIONAL:
            for step in self._steps((kind,)):
                judgement = self._judge(step)
                if judgement.recommendable:
                    return judgement
        return None

    def all(self) -> list[Judgement]:
        """The judgement on every pair of kind and contact, by precedence of kinds and listed order of contacts."""
        return [judgement for kind in STEP_KINDS for judgement in self._of_kind(kind)]

    def for_somebody(self) -> list[Judgement]:
        """The same without the pairs that are not for that contact."""
        return [self._judge(step) for kind in STEP_KINDS for step in self._steps((kind,), by_group=False)]

    def find(self, kind: Kind, who: str | None) -> Judgement | None:
        """The judgement on that pair, if it is for that contact."""
        return next((j for j in self._of_kind(kind) if j.step.who == who), None)

    def _of_kind(self, kind: Kind) -> list[Judgement]:
        recipients = STEPS[kind].recipients(self.facts)
        judged = []
        for contact in self.facts.contacts:
            step = self._step(kind, contact.id)
            judged.append(self._judge(step) if contact.id in recipients else excluded(step))
        if None in recipients:
            judged.append(self._judge(self._step(kind, None)))
        return judged

    def _steps(self, kinds: tuple[Kind, ...], *, by_group: bool = True) -> list[Step]:
        """The steps of these kinds for whomever they are for, by listed order of contacts."""
        recipients = [(kind, STEPS[kind].recipients(self.facts)) for kind in kinds]
        everybody = [*(contact.id for contact in self.facts.contacts), None]
        steps = [self._step(kind, who) for who in everybody for kind, those in recipients if who in those]
        if by_group and Kind.HANDWRITTEN_NOTE in kinds:
            steps = [s for s in steps if s.kind is not Kind.HANDWRITTEN_NOTE or s.is_thanks is (kinds is _THANKS)]
        return steps

    def _step(self, kind: Kind, who: str | None) -> Step:
        person = self.facts.people[who]
        if kind is Kind.ADDITIONAL_INFORMATION_EMAIL:
            return Step(kind, person, self.facts.informing or person.interview)
        thanks = Kind.HANDWRITTEN_NOTE if person.by_post else Kind.THANK_YOU_EMAIL
        return Step(kind, person, person.interview, is_thanks=kind is thanks)

    def _judge(self, step: Step) -> Judgement:
        pair = (step.kind, step.who)
        found = self._judged.get(pair)
        if found is None:
            found = self._judged[pair] = judge(step, self.facts, self._rules)
        return found
