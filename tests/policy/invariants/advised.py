"""Advice on some facts, as the checks read it: one row for every pair of kind and contact."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from afterview.policy import document
from afterview.policy.decide import decide
from afterview.policy.facts import Facts, Touch
from afterview.policy.plan import Plan, plan
from afterview.policy.recommendation import Action
from afterview.policy.terms import Kind, TouchKind, Verdict
from tests.policy.invariants.words import Who, Words

Pair = tuple[Kind, Who]
Json = Mapping[str, object]

RECOMMENDED = "recommended"
OPEN = frozenset({RECOMMENDED, Verdict.ALLOWED.value})


@dataclass(frozen=True, slots=True)
class Row:
    """What is said of one pair: a verdict, or that it is recommended, and its bounds."""

    verdict: str
    interview_id: str | None
    not_before: datetime | None = None
    not_after: datetime | None = None


class Advised:
    """Some facts, the advice on them, and the policy's words for them."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.now = facts.now
        self.advice = decide(facts)
        self.action: Action = self.advice.action

    @cached_property
    def words(self) -> Words:
        """The words of the policy for these facts."""
        return Words(self.facts)

    @property
    def pair(self) -> Pair:
        """Whom to send what; a wait and the end are for nobody."""
        return self.action.kind, self.action.contact_id

    @property
    def is_step(self) -> bool:
        """Whether there is something to do now."""
        return self.action.window is not None

    @cached_property
    def rows(self) -> dict[Pair, Row]:
        """What is said of every pair, the recommended one included."""
        rows = {
            (j.step.kind, j.step.who): Row(
                j.verdict.value,
                j.step.interview.id if j.step.interview else None,
                j.not_before,
                j.shown_closing(self.now),
            )
            for j in self.advice.alternatives
        }
        if self.action.window is not None:
            rows[self.pair] = Row(RECOMMENDED, self.action.interview_id, None, self.action.window.closes_at)
        return rows

    @cached_property
    def open_pairs(self) -> list[Pair]:
        """What can be done now: the recommended step and the allowed ones."""
        return [pair for pair, row in self.rows.items() if row.verdict in OPEN]

    @property
    def open_enquiries(self) -> list[Pair]:
        """The enquiries that can be made now."""
        return [pair for pair in self.open_pairs if pair[0] in (Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL)]

    @cached_property
    def document(self) -> Json:
        """The Recommendation as clients get it."""
        return document.recommendation(self.advice)

    @cached_property
    def text(self) -> str:
        """The bytes that clients get."""
        return json.dumps(self.document)

    @cached_property
    def plan(self) -> Plan:
        """The plan for these facts."""
        return plan(self.facts)

    def at(self, now: datetime) -> "Advised":
        """The same facts at another instant."""
        return Advised(replace(self.facts, now=now))

    def but(self, *touches: Touch) -> "Advised":
        """The same facts with these touches as well."""
        return Advised(replace(self.facts, touches=[*self.facts.touches, *touches]))

    def done(self, pair: Pair) -> Touch:
        """That step, taken now, as it would be logged."""
        carries = self.action.carries if pair == self.pair else ()
        return Touch(TouchKind(pair[0].value), self.now, pair[1], self.rows[pair].interview_id, carries)
