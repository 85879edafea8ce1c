"""The Facts document: everything that a decision rests on, as a client sends it and as `GET .../facts` gives it.

The models check each value by itself; `facts_reading.read_facts` checks what must fit together.
"""

from typing import Annotated, Self, TypeVar

from pydantic import ConfigDict, Field, JsonValue, StringConstraints

from afterview.api.schemas.accounts import Overrides
from afterview.api.schemas.fields import ListOf, Name, RequestModel, Text
from afterview.api.schemas.preferences import WorkingHours
from afterview.api.schemas.terms import StepKind, Term
from afterview.api.schemas.times import DateOnly, IanaZone, Instant
from afterview.policy import facts as policy_facts
from afterview.policy.terms import InterviewFormat, InterviewStatus, Notes, Reached, Role, Status, TouchKind

ItemT = TypeVar("ItemT")

Key = Annotated[str, StringConstraints(min_length=1, max_length=200)]
"""An id inside one Facts document: any string, unique in its list."""

Many = Annotated[list[ItemT], Field(max_length=1000)]


class FactsPart(RequestModel):
    """A part of the document; it can also be read off the policy's own facts."""

    model_config = ConfigDict(from_attributes=True)


class ApplicationFacts(FactsPart):
    """One candidacy; `status_changed_at` is required when the status is not active."""

    company: Name
    role: Name
    status: Term[Status] = Status.ACTIVE
    status_changed_at: Instant | None = None


class ContactFacts(FactsPart):
    """A person at the company; of an address only matters whether there is one. No time zone: the interview's."""

    id: Key
    name: Name
    role: Term[Role] = Role.INTERVIEWER
    email: Name | None = None
    phone: Name | None = None
    linkedin_url: Annotated[str, StringConstraints(max_length=2000)] | None = None
    postal_address: Text | None = None
    timezone: IanaZone | None = None


class InterviewFacts(FactsPart):
    """One conversation; it counts as held once `ends_at` has passed, unless it was cancelled."""

    id: Key
    status: Term[InterviewStatus] = InterviewStatus.SCHEDULED
    starts_at: Instant
    ends_at: Instant
    timezone: IanaZone
    format: Term[InterviewFormat] = InterviewFormat.OTHER
    interviewer_ids: ListOf[Key] = Field(default_factory=list)
    reply_expected_by: DateOnly | None = None
    reply_promised_by: Key | None = None
    discussion_points: ListOf[Text] = Field(default_factory=list)
    points_to_add: ListOf[Text] = Field(default_factory=list)
    concerns: ListOf[Text] = Field(default_factory=list)


class TouchFacts(FactsPart):
    """One thing that happened; without a contact it counts for everybody in its interview, without either for all."""

    kind: Term[TouchKind]
    occurred_at: Instant
    contact_id: Key | None = None
    interview_id: Key | None = None
    carries: ListOf[StepKind] = Field(default_factory=list)
    reply_expected_by: DateOnly | None = None
    needs_answer: bool = False
    reached: Term[Reached] | None = Field(default=None, description="How a call ended; left out, it was spoken.")


class DeferralFacts(FactsPart):
    """Advice that the candidate overruled: not before `until`, or never when that is null."""

    kind: StepKind
    contact_id: Key | None = None
    until: Instant | None = None
    reason: Text | None = None


class PreferenceFacts(FactsPart):
    """What the candidate is willing to do."""

    linkedin: bool = True
    handwritten_notes: Term[Notes] = Notes.UNKNOWN
    calls: bool = True


class CalendarFacts(RequestModel):
    """Which days and hours are for work: Monday to Friday, less the holidays of a region and those listed."""

    holiday_region: Annotated[str, StringConstraints(max_length=20), Field(examples=["US-NY"])] | None = None
    holidays: Many[DateOnly] = Field(default_factory=list)
    working_hours: WorkingHours = WorkingHours()

    @classmethod
    def of(cls, calendar: policy_facts.Calendar) -> Self:
        """The document of the policy's calendar."""
        hours = WorkingHours(start=f"{calendar.opens:%H:%M}", end=f"{calendar.closes:%H:%M}")
        return cls(holiday_region=calendar.holiday_region, holidays=sorted(calendar.holidays), working_hours=hours)


class Facts(RequestModel):
    """Everything that a decision rests on, `now` included."""

    now: Instant
    application: ApplicationFacts
    contacts: Many[ContactFacts] = Field(default_factory=list)
    interviews: Many[InterviewFacts]
    touches: Many[TouchFacts] = Field(default_factory=list)
    deferrals: Many[DeferralFacts] = Field(default_factory=list)
    preferences: PreferenceFacts = PreferenceFacts()
    calendar: CalendarFacts = CalendarFacts()
    policy: Overrides = Field(default_factory=dict, description="Parameters that differ from the policy's defaults.")

    @classmethod
    def of(cls, facts: policy_facts.Facts) -> Self:
        """The document of the policy's facts."""
        return cls(
            now=facts.now,
            application=ApplicationFacts.model_validate(facts.application),
            contacts=[ContactFacts.model_validate(contact) for contact in facts.contacts],
            interviews=[_interview(interview) for interview in facts.interviews],
            touches=[_touch(touch) for touch in facts.touches],
            deferrals=[DeferralFacts.model_validate(deferral) for deferral in facts.deferrals],
            preferences=PreferenceFacts.model_validate(facts.preferences),
            calendar=CalendarFacts.of(facts.calendar),
            policy=facts.policy.overrides,
        )


class FactsBatch(RequestModel):
    """Many documents at once; each is judged by itself."""

    items: Annotated[
        list[JsonValue],
        Field(max_length=1000, json_schema_extra={"items": {"$ref": "#/components/schemas/Facts"}}),
    ]


class FactsToEvaluate(Facts):
    """Facts, and whether the plan is asked for too."""

    plan: bool = Field(default=False, description="Answer with the Plan too, under `plan`.")


def _interview(interview: policy_facts.Interview) -> InterviewFacts:
    return InterviewFacts(
        id=interview.id,
        status=interview.status,
        starts_at=interview.starts_at,
        ends_at=interview.ends_at,
        timezone=interview.timezone,
        format=interview.format,
        interviewer_ids=list(interview.interviewer_ids),
        reply_expected_by=interview.reply_expected_by,
        reply_promised_by=interview.reply_promised_by,
        discussion_points=list(interview.discussion_points),
        points_to_add=list(interview.points_to_add),
        concerns=list(interview.concerns),
    )


def _touch(touch: policy_facts.Touch) -> TouchFacts:
    return TouchFacts(
        kind=touch.kind,
        occurred_at=touch.occurred_at,
        contact_id=touch.contact_id,
        interview_id=touch.interview_id,
        carries=list(touch.carries),
        reply_expected_by=touch.reply_expected_by,
        needs_answer=touch.needs_answer,
        reached=touch.reached if touch.kind is TouchKind.FOLLOW_UP_CALL else None,
    )
