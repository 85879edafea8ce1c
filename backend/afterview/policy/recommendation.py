"""The answer to "what now": one action with its reasons, the verdict on every other step, and what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from afterview.policy.candidates import Candidates
from afterview.policy.judgement import Judgement, Reason
from afterview.policy.terms import Channel, Kind, Strength, Verdict


@dataclass(slots=True)
class Window:
    """When a step opens, when it is best taken, and when its good moment (or the possible one) ends."""

    opens_at: datetime
    best_at: datetime
    closes_at: datetime | None


@dataclass(slots=True)
class Action:
    """The one recommended action; `window` for a step, `until` and `next_kind` for a wait.

    `zone` is the IANA zone in which its instants are told to a reader.
    """

    kind: Kind
    channel: Channel
    contact_id: str | None
    interview_id: str | None
    headline: str
    strength: Strength
    zone: str
    late: bool = False
    window: Window | None = None
    until: datetime | None = None
    next_kind: Kind | None = None
    carries: tuple[Kind, ...] = ()
    include: tuple[str, ...] = ()


class Recommendation:
    """The action, its reasons (binding one first), and on request the verdict on every other step.

    What nobody asks for is not worked out: a plan or a wait looks at many decisions and reads one line of each.
    """

    def __init__(
        self, action: Action, reasons: list[Reason], candidates: Candidates, *, chosen: Judgement | None
    ) -> None:
        """`chosen` is the judgement on the step that the action is; null for advice to wait or rest."""
        self.action = action
        self.reasons = reasons
        self.situation = candidates.facts
        self._candidates = candidates
        self.chosen = chosen

    @cached_property
    def alternatives(self) -> list[Judgement]:
        """The judgements on all pairs of kind and contact but the recommended one, in order of precedence."""
        return [j for j in self._candidates.all() if j is not self.chosen]

    @cached_property
    def for_somebody(self) -> list[Judgement]:
        """The judgements on all pairs that are for that contact, the recommended one among them."""
        return self._candidates.for_somebody()

    @property
    def next_review_at(self) -> datetime | None:
        """The next instant at which the clock alone may change this advice; null when none can."""
        if self.action.kind in (Kind.WAIT, Kind.NO_FURTHER_ACTION):
            return self.action.until
        return min(self._changes(), default=None)

    def _changes(self) -> Iterator[datetime]:
        now = self.situation.now
        for interview in self.situation.ahead:
            yield interview.ends_at
        for j in self.for_somebody:
            if j.verdict in (Verdict.NEVER, Verdict.NO_LONGER):
                continue
            for at in (j.not_before, j.late_after, j.closes_at):
                if at is not None and at > now:
                    yield at
            if j.verdict is Verdict.ALLOWED and j.shuts_at is not None:
                yield j.shuts_at

    def verdict(self, kind: Kind, contact_id: str | None) -> Verdict | str:
        """The verdict on a pair, or `"recommended"`."""
        if (self.action.kind, self.action.contact_id) == (kind, contact_id):
            return "recommended"
        for judgement in self.alternatives:
            if (judgement.step.kind, judgement.step.who) == (kind, contact_id):
                return judgement.verdict
        raise LookupError(f"{kind} for {contact_id} was not judged")
