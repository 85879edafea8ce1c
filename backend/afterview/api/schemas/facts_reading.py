"""From a Facts document to the policy's own facts; whatever does not fit is named with a pointer to the place."""

from collections.abc import Callable, Container
from datetime import date, time

from afterview.api.schemas.facts import CalendarFacts, ContactFacts, Facts, InterviewFacts, TouchFacts
from afterview.api.schemas.facts_fit import misfits
from afterview.errors import FieldError, Invalid, pointer_to
from afterview.policy import facts as policy
from afterview.policy.parameters import STANDARD, Parameters, UnfitParameter, parameters
from afterview.policy.terms import Reached

HolidaysOf = Callable[[str | None], Container[date]]
"""The holidays of a region; a `ValueError` for one that nobody knows."""


def read_facts(document: Facts, holidays_of: HolidaysOf) -> policy.Facts:
    """The same for the policy; `Invalid` names every place that does not fit the rest."""
    errors = list(misfits(document))
    calendar = _calendar(document.calendar, holidays_of, errors)
    overrides = _parameters(document, errors)
    if errors:
        raise Invalid(*errors)
    it, preferences = document.application, document.preferences
    return policy.Facts(
        document.now,
        policy.Application(it.company, it.role, it.status, it.status_changed_at),
        [_interview(interview) for interview in document.interviews],
        [_contact(contact) for contact in document.contacts],
        [_touch(touch) for touch in document.touches],
        [policy.Deferral(one.kind, one.contact_id, one.until, one.reason) for one in document.deferrals],
        policy.Preferences(preferences.linkedin, preferences.handwritten_notes, preferences.calls),
        calendar,
        overrides,
    )


def _interview(it: InterviewFacts) -> policy.Interview:
    return policy.Interview(
        it.id,
        it.starts_at,
        it.ends_at,
        it.timezone,
        it.status,
        it.format,
        tuple(it.interviewer_ids),
        it.reply_expected_by,
        it.reply_promised_by,
        tuple(it.discussion_points),
        tuple(it.points_to_add),
        tuple(it.concerns),
    )


def _contact(it: ContactFacts) -> policy.Contact:
    return policy.Contact(
        it.id,
        it.name,
        it.role,
        it.email,
        it.phone,
        it.linkedin_url or None,
        it.postal_address or None,
        it.timezone,
    )


def _touch(it: TouchFacts) -> policy.Touch:
    return policy.Touch(
        it.kind,
        it.occurred_at,
        it.contact_id,
        it.interview_id,
        tuple(it.carries),
        it.reply_expected_by,
        it.needs_answer,
        it.reached or Reached.SPOKE,
    )


def _calendar(given: CalendarFacts, holidays_of: HolidaysOf, errors: list[FieldError]) -> policy.Calendar:
    hours = given.working_hours
    region_holidays: Container[date] = frozenset()
    try:
        region_holidays = holidays_of(given.holiday_region)
    except ValueError:
        sentence = "Name a country or a part of one, such as US or US-NY."
        errors.append(FieldError("/calendar/holiday_region", "unknown_region", sentence))
    return policy.Calendar(
        given.holiday_region,
        frozenset(given.holidays),
        time.fromisoformat(hours.start),
        time.fromisoformat(hours.end),
        region_holidays,
    )


def _parameters(document: Facts, errors: list[FieldError]) -> Parameters:
    try:
        return parameters(document.policy)
    except UnfitParameter as error:
        errors.append(FieldError(pointer_to(("policy", error.name)), "unfit_parameter", error.detail))
        return STANDARD
