"""A plan written as iCalendar (RFC 5545): one event for each step that was taken, is due, or follows."""

from collections import Counter
from typing import Final
from uuid import UUID

from afterview.connectors.calendar_entries import (
    STEP_LENGTH,
    Entry,
    Version,
    event_of,
    new_calendar,
    uid_of_step,
    why,
)
from afterview.policy.plan import Plan, PlannedStep, StepStatus

_WRITTEN: Final = (StepStatus.DONE, StepStatus.NOW, StepStatus.UPCOMING)


def write_plan(plan: Plan, *, company: str, application_id: UUID) -> bytes:
    """The plan as a calendar file."""
    calendar = new_calendar(f"After the interview: {company}")
    calendar.add("method", "PUBLISH")
    version = Version(0, plan.advice.situation.now)
    seen: Counter[tuple[str, str | None]] = Counter()
    for step in plan.steps:
        if step.status in _WRITTEN:
            like_this = (step.action.kind.value, step.action.contact_id)
            seen[like_this] += 1
            calendar.add_component(event_of(_entry(step, company, application_id, seen[like_this]), version))
    written: bytes = calendar.to_ical()
    return written


def _entry(step: PlannedStep, company: str, application_id: UUID, number: int) -> Entry:
    window = step.action.window
    at = step.occurred_at if window is None else window.best_at
    if at is None:
        raise ValueError(f"a {step.status} step has a time")
    return Entry(
        uid=uid_of_step(application_id, step.action, number),
        application_id=application_id,
        summary=f"{step.action.headline} ({company})",
        description="\n".join(why(step.reasons)),
        starts_at=at,
        ends_at=at + STEP_LENGTH,
    )
