"""A plan written as iCalendar (RFC 5545): one event for each step that was taken, is due, or follows."""

from collections import Counter
from datetime import timedelta
from typing import Final

from icalendar import Calendar, Event

from afterview.policy.plan import Plan, PlannedStep, StepStatus
from afterview.policy.wording import sentence

_WRITTEN: Final = (StepStatus.DONE, StepStatus.NOW, StepStatus.UPCOMING)
_LENGTH: Final = timedelta(minutes=15)


def write_plan(plan: Plan, *, company: str, about: str) -> bytes:
    """The plan as a calendar file; `about` tells the UIDs of one application's steps from all others."""
    calendar = Calendar()
    calendar.add("prodid", "-//Afterview//Plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"After the interview: {company}")
    seen: Counter[str] = Counter()
    for step in plan.steps:
        if step.status in _WRITTEN:
            event = _event(step, company)
            name = f"{step.action.kind.value}-{step.action.contact_id or 'all'}"
            seen[name] += 1
            event.add("uid", f"{about}-{name}-{seen[name]}@afterview")
            event.add("dtstamp", plan.advice.situation.now)
            calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _event(step: PlannedStep, company: str) -> Event:
    window = step.action.window
    at = step.occurred_at if window is None else window.best_at
    if at is None:
        raise ValueError(f"a {step.status} step has a time")
    event = Event()
    event.add("summary", f"{step.action.headline} ({company})")
    event.add("dtstart", at)
    event.add("dtend", at + _LENGTH)
    event.add("description", "\n".join(sentence(effect, about) for _, effect, about in step.reasons))
    event.add("transp", "TRANSPARENT")
    return event
