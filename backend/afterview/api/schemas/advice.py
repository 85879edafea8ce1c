"""Answers of the advice endpoints, as the contract describes them; the policy writes them, nothing is built from these.

A test holds every document that the policy writes to these models.
"""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from afterview.api.schemas.accounts import Overrides
from afterview.api.schemas.problem import Problem
from afterview.api.schemas.terms import StepKind
from afterview.api.schemas.times import Instant
from afterview.policy.plan import StepStatus
from afterview.policy.terms import Basis, Channel, Kind, Status, Strength, Verdict


class AdviceModel(BaseModel):
    """A part of the answer; it has these fields and no others."""

    model_config = ConfigDict(extra="forbid")


class Window(AdviceModel):
    """When a step opens, when it is best taken, and when its good moment is over."""

    opens_at: Instant
    best_at: Instant
    closes_at: Instant | None


class Action(AdviceModel):
    """What to do: a step, `wait`, or `no_further_action`."""

    kind: Kind
    channel: Channel
    contact_id: str | None = Field(description="For whom; null when nobody was named.")
    interview_id: str | None
    headline: str = Field(description="The step in a few words.", examples=["Thank Dana Reyes"])
    strength: Strength = Field(description="Leaving out a `should` costs something.")
    late: bool
    window: Window | None = Field(description="Null for a wait and for no further action.")
    until: Instant | None = Field(description="The end of a wait.")
    next_kind: Kind | None = Field(description="What a wait is followed by.")
    carries: list[StepKind] = Field(description="What else this message should say.")
    counts_as_follow_up: bool
    template_id: StepKind | None
    include: list[str] = Field(description="What the message is made of.", examples=[["gratitude"]])


class Reason(AdviceModel):
    """A rule, and what it makes of these facts."""

    rule: str = Field(description="A rule of GET /policy.", examples=["thank-within-a-day"])
    basis: Basis
    section: str | None = Field(description="The section of the article that it rests on.", examples=["WAY1"])
    statement: str = Field(description="The rule in one sentence.")
    because: str = Field(description="The rule applied to these facts, with names and dates.")
    facts: dict[str, object] = Field(description="What the sentence rests on, by name.")


class Alternative(AdviceModel):
    """Any other pair of step and contact, and what is true of it."""

    kind: StepKind
    contact_id: str | None
    verdict: Verdict
    interview_id: str | None
    not_before: Instant | None = Field(description="From when it is allowed, where the clock alone decides that.")
    not_after: Instant | None
    reasons: Annotated[list[Reason], Field(min_length=1)]


class MissingField(AdviceModel):
    """A fact that would open a way or make a step better."""

    field: str = Field(examples=["contacts/dana/linkedin_url"])
    why: str


class PolicyInForce(AdviceModel):
    """The policy that decided, and what the user changed in it."""

    version: str
    overrides: Overrides


class Recommendation(AdviceModel):
    """The next right step, by when, and why; and what is true of every other step."""

    application_id: str | None
    evaluated_at: Instant
    policy: PolicyInForce
    action: Action
    reasons: Annotated[list[Reason], Field(min_length=1, description="The one that decides first.")]
    alternatives: list[Alternative]
    missing: list[MissingField]
    next_review_at: Instant | None = Field(description="When time alone may change this next.")


class PlannedStep(AdviceModel):
    """A step taken, due, to come, missed or dismissed."""

    status: StepStatus
    action: Action
    occurred_at: Instant | None
    reasons: Annotated[list[Reason], Field(min_length=1)]


class PlanEnd(AdviceModel):
    """The rest at the end of a plan; `spent` are points that no message carried."""

    action: Action
    reasons: Annotated[list[Reason], Field(min_length=1)]
    spent: list[str]


class Plan(AdviceModel):
    """What happened, what is due, and what follows if nobody answers and every step is taken at its best time."""

    application_id: str | None
    generated_at: Instant
    assumes: str
    steps: list[PlannedStep]
    ends_at: Instant
    ends_with: PlanEnd


class Evaluation(Recommendation):
    """A Recommendation, with its plan when that was asked for."""

    plan: Plan | None = Field(default=None, description="Only with `plan: true`.")


class Evaluations(AdviceModel):
    """One answer for each document, in their order: advice, or the problem with that one."""

    items: list[Recommendation | Problem]


class AgendaApplication(AdviceModel):
    """Which application it is."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    company: str
    role: str
    status: Status


class AgendaItem(AdviceModel):
    """An application with something to do, and what."""

    application: AgendaApplication
    recommendation: Recommendation


class RuleParameter(AdviceModel):
    """A number or word in a rule that a user may change."""

    name: str
    default: int | str
    unit: str
    minimum: int | None
    maximum: int | None
    choices: list[str]


class Rule(AdviceModel):
    """One rule of the policy."""

    id: str
    statement: str
    basis: Basis
    sections: list[str]
    about: list[StepKind | Literal["wait", "no_further_action"]]
    parameters: list[RuleParameter]


class Policy(AdviceModel):
    """The rule catalogue."""

    version: str
    rules: list[Rule]
