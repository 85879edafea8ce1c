"""A plan as a calendar that any calendar program can open."""

from uuid import UUID

from afterview.connectors.plan_calendar import write_plan
from afterview.policy.plan import Plan


def plan_calendar(plan: Plan, *, company: str, application_id: UUID) -> bytes:
    """The plan as iCalendar; a step keeps its UID as long as it is planned, so that a later download moves it."""
    return write_plan(plan, company=company, application_id=application_id)
