"""Advice as a test reads it: through its document, the way every client does."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

from afterview.policy import document
from afterview.policy.decide import decide
from afterview.policy.facts import Facts
from afterview.policy.rules import RULES
from afterview.policy.terms import Kind
from tests.policy.builders import SECOND, When, at

Json = Mapping[str, object]


@dataclass(frozen=True)
class Reason:
    """Why: the rule, what it says of these facts, and the facts themselves."""

    rule: str
    because: str
    facts: Json


@dataclass(frozen=True)
class Advice:
    """A Recommendation document, and what a test asks of it."""

    document: Json

    @property
    def action(self) -> Json:
        """The one recommended action."""
        return cast(Json, self.document["action"])

    @property
    def kind(self) -> Kind:
        """What is recommended."""
        return Kind(cast(str, self.action["kind"]))

    @property
    def who(self) -> str | None:
        """For whom it is recommended."""
        return cast("str | None", self.action["contact_id"])

    @property
    def step(self) -> tuple[Kind, str | None]:
        """What is recommended, and for whom."""
        return self.kind, self.who

    @property
    def window(self) -> Json:
        """The recommended step's opens_at, best_at and closes_at."""
        return cast(Json, self.action["window"])

    @property
    def reasons(self) -> list[Reason]:
        """Why the action is recommended, the binding reason first."""
        return _reasons(self.document)

    @property
    def missing(self) -> list[str]:
        """The fields that would make something possible or better."""
        return [cast(str, entry["field"]) for entry in cast("list[Json]", self.document["missing"])]

    @property
    def alternatives(self) -> list[Json]:
        """Every other pair of kind and contact."""
        return cast("list[Json]", self.document["alternatives"])

    def alternative(self, kind: Kind, who: str | None) -> Json:
        """The verdict on that pair, in full."""
        found = [a for a in self.alternatives if (a["kind"], a["contact_id"]) == (kind, who)]
        assert len(found) == 1, f"{kind} for {who} has {len(found)} verdicts"
        return found[0]

    def verdict(self, kind: Kind, who: str | None) -> str:
        """The verdict on that pair, or `recommended`."""
        return "recommended" if self.step == (kind, who) else cast(str, self.alternative(kind, who)["verdict"])

    def not_before(self, kind: Kind, who: str | None) -> str | None:
        """The instant from which that pair is open; null when it hangs on something not done yet."""
        assert self.verdict(kind, who) == "not_yet"
        return cast("str | None", self.alternative(kind, who)["not_before"])

    def why(self, kind: Kind, who: str | None) -> list[Reason]:
        """The reasons for the verdict on that pair, the binding one first."""
        return self.reasons if self.step == (kind, who) else _reasons(self.alternative(kind, who))

    def binding(self, kind: Kind, who: str | None) -> Reason:
        """The reason that decides about that pair."""
        return self.why(kind, who)[0]

    def rules(self, kind: Kind, who: str | None) -> list[str]:
        """The rules behind the verdict on that pair, the binding one first."""
        return [reason.rule for reason in self.why(kind, who)]


def advise(facts: Facts, now: When | None = None) -> Advice:
    """What is advised on these facts; whatever it is, every verdict has whole sentences for reasons."""
    advice = Advice(document.recommendation(decide(facts if now is None else replace(facts, now=at(now)))))
    for why in (advice.reasons, *map(_reasons, advice.alternatives)):
        assert why, "a verdict without a reason"
        for reason in why:
            assert reason.rule in RULES
            assert reason.because
            assert not {"{", "}"} & set(reason.because), reason.because
    return advice


def around(instant: When, facts: Facts, kind: Kind, who: str | None) -> tuple[str, str]:
    """The verdicts on that pair one second before the instant, and at the instant."""
    return advise(facts, at(instant) - SECOND).verdict(kind, who), advise(facts, instant).verdict(kind, who)


def _reasons(of: Json) -> list[Reason]:
    return [
        Reason(cast(str, r["rule"]), cast(str, r["because"]), cast(Json, r["facts"]))
        for r in cast("list[Json]", of["reasons"])
    ]
