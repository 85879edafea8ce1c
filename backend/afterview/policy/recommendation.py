"""The answer to "what now": one action with its reasons, the verdict on every other step, and what is missing."""

from dataclasses import dataclass
from datetime import datetime

from afterview.policy.judgement import Found, Judgement
from afterview.policy.situation import Situation
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


@dataclass(slots=True)
class Recommendation:
    """The action with its reasons (binding one first) and the judgements it was chosen from.

    `next_review_at` is the next instant at which the clock alone may change this advice; null when none can.
    """

    situation: Situation
    action: Action
    reasons: list[Found]
    alternatives: list[Judgement]
    judged: list[Judgement]
    next_review_at: datetime | None

    def verdict(self, kind: Kind, contact_id: str | None) -> Verdict | str:
        """The verdict on a pair, or `"recommended"`."""
        if (self.action.kind, self.action.contact_id) == (kind, contact_id):
            return "recommended"
        for judgement in self.alternatives:
            if (judgement.step.kind, judgement.step.who) == (kind, contact_id):
                return judgement.verdict
        raise LookupError(f"{kind} for {contact_id} was not judged")
